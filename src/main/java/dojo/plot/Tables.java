package dojo.plot;

import java.io.StringWriter;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.Destination;
import tech.tablesaw.io.html.HtmlWriter;

/** Tables as a notebook shows them. */
public final class Tables {
  private Tables() {}

  /**
   * Returns a table as HTML, to be shown by {@code render(Tables.html(table), "text/html")}.
   *
   * @param table the table
   * @return its HTML
   */
  public static String html(Table table) {
    StringWriter html = new StringWriter();
    new HtmlWriter().write(table, new Destination(html));
    return html.toString();
  }
}
