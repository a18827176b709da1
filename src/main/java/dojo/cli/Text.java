package dojo.cli;

/** Text for a terminal. */
final class Text {
  private static final int WIDTH = 90;

  private Text() {}

  /** Breaks a paragraph into lines, each after an indentation. */
  static String wrapped(String paragraph, String indent) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      String before = column == 0 ? indent : " ";
      text.append(before).append(word);
      column += before.length() + word.length();
    }
    return text.toString();
  }
}
