package dojo.report;

import java.util.ArrayList;
import java.util.List;

/** Tables that a screen reader can read and a phone can show. */
final class HtmlTable {
  private static final String CLASS = "class";

  private HtmlTable() {}

  /** A table that is moved sideways alone where it is too wide, also by the keyboard. */
  static Html wide(String kind, String label, Html table) {
    return Html.tag("div")
        .at(CLASS, "wide " + kind)
        .at("role", "region")
        .at("aria-label", label)
        .at("tabindex", "0")
        .with(table);
  }

  /** A table of its kind: what it shows, its head and its rows. */
  static Html of(String kind, String caption, List<Html> head, List<Html> rows) {
    return begin(kind).with(caption(caption), head(head), Html.tag("tbody").with(rows));
  }

  /** The start of a table that differs from others in its caption or in what its tag says. */
  static Html.Tag begin(String kind) {
    return Html.tag("table").at(CLASS, kind);
  }

  static Html caption(String text) {
    return Html.tag("caption", text);
  }

  /** The head of a table. */
  static Html head(List<Html> cells) {
    return Html.tag("thead", Html.tag("tr").with(cells));
  }

  /** The head of a column. */
  static Html column(String kind, Html content) {
    return Html.tag("th").at("scope", "col").at(CLASS, kind).with(content);
  }

  /** The head of a column of numbers, by which a reader may want to sort. */
  static Html numbers(String kind, Html content) {
    return Html.tag("th").at("scope", "col").at(CLASS, kind).at("data-by", "number").with(content);
  }

  /** The head of a row. */
  static Html row(String kind, Html... content) {
    return Html.tag("th").at("scope", "row").at(CLASS, kind).with(content);
  }

  static Html cell(String kind, String text) {
    return cell(kind, Html.text(text));
  }

  static Html cell(String kind, Html content) {
    Html.Tag cell = Html.tag("td");
    return (kind.isEmpty() ? cell : cell.at(CLASS, kind)).with(content);
  }

  /** A bar of parts side by side, for the eye alone: the numbers stand beside it. */
  static Html bar(List<String> kinds, List<Integer> parts) {
    List<Html> bars = new ArrayList<>();
    int x = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) > 0 && !kinds.get(i).isEmpty()) {
        bars.add(
            Html.tag("rect")
                .at(CLASS, kinds.get(i))
                .at("x", x)
                .at("width", parts.get(i))
                .at("height", 1)
                .with());
      }
      x += parts.get(i);
    }
    return Html.tag("svg")
        .at("aria-hidden", "true")
        .at("preserveAspectRatio", "none")
        .at("viewBox", "0 0 " + Math.max(x, 1) + " 1")
        .with(bars);
  }
}
