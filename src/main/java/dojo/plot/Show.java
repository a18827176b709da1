package dojo.plot;

import dojo.words.Shown;
import tech.tablesaw.api.Table;

/** Everything that a cell of a notebook shows with {@code show(…)}, as HTML. */
public final class Show {
  private Show() {}

  /**
   * Returns something as HTML, for {@code display(…, "text/html")}, which every Java kernel has.
   *
   * @param what a chart, a picture, a table or a verdict; anything else is shown as its text
   * @return a fragment of HTML
   */
  public static String html(Object what) {
    if (what instanceof Shown shown) {
      return shown.html();
    }
    return what instanceof Table table
        ? Tables.html(table)
        : "<pre>" + Shown.escaped(String.valueOf(what)) + "</pre>";
  }
}
