package dojo.plot;

import java.io.StringWriter;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.Destination;
import tech.tablesaw.io.html.HtmlWriter;

/** Tables as a notebook shows them. */
final class Tables {
  private Tables() {}

  static String html(Table table) {
    StringWriter html = new StringWriter();
    new HtmlWriter().write(table, new Destination(html));
    return html.toString();
  }
}
