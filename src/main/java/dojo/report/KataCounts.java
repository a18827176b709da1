package dojo.report;

import dojo.kata.State;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How the class stands in each kata: a row for each, with counts and a bar.
 *
 * @param labels the labels of the katas
 * @param katas what is known about them
 * @param words the words of the page
 */
record KataCounts(List<String> labels, KataWords katas, Words words) {
  private static final List<State> STATES =
      List.of(State.GREEN, State.RED, State.TODO, State.ERROR);
  private static final List<String> BARS = List.of("fill-g", "fill-r", "fill-t", "fill-e");

  Html of(List<StudentRow> students) {
    List<Html> head = new ArrayList<>();
    head.add(HtmlTable.column("name", Html.text(words.say("column-kata"))));
    STATES.forEach(
        state -> head.add(HtmlTable.column("number", Html.text(Marks.word(state, words)))));
    head.add(HtmlTable.column("bar", Html.tag("span", words.say("column-share"))));
    List<Html> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      rows.add(row(i, students));
    }
    Html table =
        HtmlTable.of("whole katas", words.say("katas-caption", students.size()), head, rows);
    return HtmlTable.wide("", words.say("katas-title"), table);
  }

  private Html row(int kata, List<StudentRow> students) {
    List<Integer> counts =
        STATES.stream()
            .map(
                state ->
                    (int)
                        students.stream()
                            .filter(student -> student.marks().size() > kata)
                            .filter(student -> student.marks().get(kata).state() == state)
                            .count())
            .toList();
    List<Html> cells = new ArrayList<>();
    String label = labels.get(kata);
    cells.add(HtmlTable.row("name", Html.text(label + " · " + katas.title(label))));
    counts.forEach(count -> cells.add(HtmlTable.cell("number", String.valueOf(count))));
    cells.add(HtmlTable.cell("bar", HtmlTable.bar(BARS, counts)));
    return Html.tag("tr").with(cells);
  }
}
