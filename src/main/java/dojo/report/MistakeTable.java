package dojo.report;

import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The map of mistakes: a row for each mistake, a column for each kata, and in each square how many
 * students made it there.
 *
 * @param labels the labels of the katas
 * @param katas what is known about them
 * @param words the words of the page
 */
record MistakeTable(List<String> labels, KataWords katas, Words words) {
  /** So few students are no heat, even if no square has more. */
  private static final int FEW = 5;

  Html of(MistakeMap map) {
    List<Html> head = new ArrayList<>();
    head.add(HtmlTable.column("name", Html.text(words.say("column-mistake"))));
    head.add(HtmlTable.column("number", Html.text(words.say("column-students"))));
    labels.forEach(label -> head.add(HtmlTable.column("k", Html.text(label))));
    int most = Math.max(FEW, map.most());
    List<Html> rows = map.rows().stream().map(row -> row(row, most)).toList();
    Html table = HtmlTable.of("map mistakes", words.say("mistakes-caption"), head, rows);
    return HtmlTable.wide("tall", words.say("mistakes-title"), table);
  }

  private Html row(MistakeMap.Row row, int most) {
    List<Html> cells = new ArrayList<>();
    cells.add(HtmlTable.row("name", name(row)));
    cells.add(HtmlTable.cell("number", String.valueOf(row.students())));
    for (int i = 0; i < labels.size(); i++) {
      int count = row.katas().getOrDefault(i, 0);
      cells.add(
          count == 0
              ? HtmlTable.cell("k", "")
              : HtmlTable.cell("k " + Marks.heat(count, most), String.valueOf(count)));
    }
    return Html.tag("tr").with(cells);
  }

  /** A classic mistake with its sentence, as the first kata says it that has it. */
  private Html name(MistakeMap.Row row) {
    String id = row.finding().id();
    if (!row.finding().diagnosed()) {
      return Html.text(words.say(id));
    }
    Optional<String> sentence =
        row.katas().keySet().stream()
            .map(labels::get)
            .flatMap(label -> katas.diagnosis(label, id).stream())
            .findFirst();
    return Html.all(
        Html.tag("code", id), sentence.map(it -> Html.tag("small", it)).orElse(Html.NONE));
  }
}
