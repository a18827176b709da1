package dojo.book;

import dojo.lab.Notebook;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a notebook takes its reader, as it says itself. */
public final class ReadingTime {
  private static final Pattern TIME = Pattern.compile("\\*\\*Time:\\*\\* (.*?)(?=\\*\\*|\n|$)");
  private static final Pattern MINUTES =
      Pattern.compile("(\\d+)\\s(?:minutes\\s(?:to\\sread|for)|more)");

  private ReadingTime() {}

  /**
   * Returns the minutes that a notebook gives for its reading, without those of its runs.
   *
   * @param notebook a notebook in the original language
   * @return the minutes; 0 if it gives none
   */
  public static int of(Notebook notebook) {
    Matcher time = TIME.matcher(Introduction.of(notebook));
    return time.find()
        ? MINUTES
            .matcher(time.group(1))
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .sum()
        : 0;
  }
}
