package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.lab.FiguresCheck.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final String CLAIM = "Claim.that(\\\"after 60 epochs: 1.5 %\\\").below(a, b);";
  private static final String PRINTED =
      cell(
          "loss",
          CLAIM,
          stdout(
              "seeds\\n✔ after 60 epochs: 1.5 %: 0.2365 < 1e-9 [seeds 0 to 9, fingerprint 0123456789abcdef]\\n"));
  private static final String TENSOR =
      cell("tensor", "x", value("'text/plain': 'Tensor[1, 2]\\n[[0.,\\n  -1.]]'"));
  private static final String TABLE =
      cell(
          "table",
          "show(t);",
          value(
              "'text/html': ['<table>\\n <thead>\\n  <tr>\\n   <th>p</th>\\n   <th>95 %</th>\\n  </tr>\\n',"
                  + " ' </thead>\\n <tr>\\n   <td>0.0</td>\\n   <td>0.37</td>\\n  </tr>\\n</table>'],"
                  + " 'text/plain': '<table>'"));
  private static final String CHART =
      cell(
          "chart",
          "show(chart(\\\"The first 10\\\", \\\"1/2\\\"));",
          value(
              "'text/html': '<figure><img alt=\\\"12 dots\\\" data-figures=\\\"The first 10\\n1/2: 0.5 &lt; 31/22\\\" width=\\\"760\\\""
                  + " src=\\\"data:image/png;base64,iVBO9+/=\\\"><figcaption>3 keys\\n4</figcaption></figure>'"));
  private static final String SAMPLE = String.join(",", PRINTED, TENSOR, TABLE, CHART);

  @TempDir Path folder;
  private HeldFigures held;

  @BeforeEach
  void hold_the_sample() throws IOException {
    held = new HeldFigures(folder.resolve("figures"));
    held.write(executed(SAMPLE));
  }

  @Test
  void figures_are_the_numbers_of_a_cell_without_the_words_of_its_author() throws IOException {
    assertEquals(
        List.of(
            "loss: 0.2365 1e-9",
            "tensor: 1 2",
            "tensor: 0",
            "tensor: -1",
            "table: 95",
            "table: 0.0 0.37",
            "chart: 0.5 31 22"),
        Figures.of(executed(SAMPLE)).lines().stream().map(Figures.Line::toString).toList());
  }

  @Test
  void bare_pictures_errors_and_cells_of_the_machine_have_no_figures() throws IOException {
    String machine =
        cell("jdk", "x", stdout("JDK 17\\n")).replace("'metadata': {}", "'metadata': {TAGS}");
    Notebook none =
        executed(
            String.join(
                ",",
                cell("picture", "x", value("'image/png': 'iVBOR', 'text/plain': 'Image@35c8f6af'")),
                cell("error", "x", stdout("1").replace("stdout", "stderr")),
                machine.replace("TAGS", "'tags': ['hide', 'machine']")));
    assertEquals(List.of(), Figures.of(none).lines());
  }

  @Test
  void every_changed_digit_is_found() throws IOException {
    int digits = 0;
    for (String figure : List.of("0.2365", "0.,", "-1.", "0.0", "0.37", "31/22")) {
      for (int i = 0; i < figure.length(); i++) {
        if (Character.isDigit(figure.charAt(i))) {
          char other = (char) ('0' + (figure.charAt(i) - '0' + 1) % 10);
          String wrong = figure.substring(0, i) + other + figure.substring(i + 1);
          FiguresCheck check = held.check(executed(SAMPLE.replace(figure, wrong)));
          assertEquals(Standing.DIFFERENT, check.standing(), figure + " became " + wrong);
          digits++;
        }
      }
    }
    assertEquals(16, digits);
  }

  @Test
  void a_difference_is_told_with_cell_numbers_meaning_and_remedy() throws IOException {
    assertEquals(
        """
        07-why, cell table, shows 0.38 where 0.37 is held:
          held   table: 0.0 0.37
          shown  table: 0.0 0.38
        A run is a pure function of its key, so the arithmetic, a key or a recipe of the kit was changed.
        If that was on purpose, write the figures anew and read what git diff says:
          ./dojo run 07 --write-figures
        If the line tells of the machine (a version, a time, a path), give its cell the tag "machine".""",
        held.check(executed(SAMPLE.replace("0.37", "0.38"))).text(Locale.ENGLISH));
  }

  @Test
  void a_figure_too_few_or_too_many_is_a_difference() throws IOException {
    String fewer = held.check(executed(SAMPLE.replace(" < 1e-9 [", " ["))).text(Locale.ENGLISH);
    assertTrue(fewer.startsWith("07-why, cell loss, shows nothing where 1e-9 is held:"), fewer);
    String more = held.check(executed(SAMPLE.replace("31/22", "31/22\\n7"))).text(Locale.ENGLISH);
    assertTrue(more.startsWith("07-why, cell chart, shows 7 where nothing is held:"), more);
  }

  @Test
  void a_sentence_may_be_reworded_or_translated() throws IOException {
    String reworded =
        SAMPLE
            .replace("after 60 epochs: 1.5 %", "2 次 \\\\u2014 3")
            .replace("✔ 2 次 \\\\u2014 3", "✔ 2 次 — 3");
    FiguresCheck check = held.check(executed(reworded));
    assertEquals("", check.text(Locale.ENGLISH));
    assertEquals(Standing.EQUAL, check.standing());
  }

  @Test
  void where_a_reader_changed_the_code_nothing_is_compared_and_that_is_said() throws IOException {
    FiguresCheck check =
        held.check(executed(SAMPLE.replace("below(a, b)", "below(b, a)").replace("0.37", "0.99")));
    assertEquals(Standing.OTHER_CODE, check.standing());
    assertEquals(
        "07-why: its code was changed, so its figures are not compared",
        check.text(Locale.ENGLISH));
  }

  @Test
  void quick_and_full_runs_are_held_to_figures_of_their_own() throws IOException {
    Notebook quick = executed(SAMPLE, "'dojo': {'quick': true}");
    assertEquals(Standing.NOT_HELD, held.check(quick).standing());
    assertEquals("07-why.quick.txt", String.valueOf(held.write(quick).getFileName()));
    assertTrue(Files.exists(folder.resolve("figures").resolve("07-why.full.txt")));
    String told =
        held.check(executed(SAMPLE.replace("0.37", "1"), "'dojo': {'quick': true}"))
            .text(Locale.ENGLISH);
    assertTrue(told.contains("\n  ./dojo run 07 --quick --write-figures\n"), told);
  }

  @Test
  void a_translation_is_held_to_the_figures_of_the_original() throws IOException {
    Path file = Files.move(executed(SAMPLE).file(), folder.resolve("07-why.zh.ipynb"));
    assertEquals(Standing.EQUAL, held.check(Notebook.read(file)).standing());
  }

  @Test
  void figures_made_with_other_code_are_stale() throws IOException {
    held.write(executed(SAMPLE, "'dojo': {'quick': true}"));
    assertEquals(Optional.empty(), held.stale(executed(SAMPLE)));
    assertEquals(
        Optional.of(folder.resolve("figures").resolve("07-why.full.txt")),
        held.stale(executed(SAMPLE.replace("below(a, b)", "below(a, c)"))));
  }

  @Test
  void names_of_cells_and_of_keys_belong_to_the_code() throws IOException {
    String code = Figures.code(executed(cell("a", "key.split(\\\"mask\\\") // why", "")));
    assertEquals(code, Figures.code(executed(cell("a", "key.split( \\\"mask\\\")\\n", ""))));
    assertNotEquals(code, Figures.code(executed(cell("a", "key.split(\\\"coin\\\")", ""))));
    assertNotEquals(code, Figures.code(executed(cell("b", "key.split(\\\"mask\\\")", ""))));
  }

  private Notebook executed(String cells) throws IOException {
    return executed(cells, "");
  }

  private Notebook executed(String cells, String metadata) throws IOException {
    String json = "{'cells': [" + cells + "], 'metadata': {" + metadata + "}}";
    Path file = folder.resolve("07-why.ipynb");
    return Notebook.read(Files.writeString(file, json.replace('\'', '"')));
  }

  private static String cell(String name, String source, String output) {
    return "{'cell_type': 'code', 'id': '%s', 'metadata': {}, 'source': '%s', 'outputs': [%s]}"
        .formatted(name, source, output);
  }

  private static String stdout(String text) {
    return "{'output_type': 'stream', 'name': 'stdout', 'text': '" + text + "'}";
  }

  private static String value(String data) {
    return "{'output_type': 'execute_result', 'data': {" + data + "}}";
  }
}
