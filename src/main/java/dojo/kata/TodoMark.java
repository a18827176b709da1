package dojo.kata;

/** How an answer that is not written yet is marked in a student's file: the one place to know. */
public final class TodoMark {
  private static final String BEGIN = "throw new UnsupportedOperationException(\"TODO";

  private TodoMark() {}

  /**
   * Returns the statement that stands for an answer; any method compiles with it.
   *
   * @param idea what is to be written, in a few words
   * @return one statement of Java
   */
  static String statement(String idea) {
    return BEGIN + ": " + idea + "\");";
  }

  /** Takes from an idea that an author has yet to write what the mark will say itself. */
  static String withoutTodo(String idea) {
    return idea.replaceFirst("^TODO:? *", "");
  }

  /**
   * Says whether a file still holds an answer that is not written.
   *
   * @param source the text of the file
   * @return whether it holds the mark
   */
  public static boolean isIn(String source) {
    return source.contains(BEGIN);
  }

  /**
   * Says whether a test reached an answer that is not written.
   *
   * @param type the simple name of the exception that the student's class threw
   * @param message its message
   * @return whether the mark threw it
   */
  public static boolean threw(String type, String message) {
    return type.equals("UnsupportedOperationException") && message.startsWith("TODO");
  }
}
