package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

  private static final String PRINTED = stdout("seeds\\n✔ the loss is lower: 0.2365\\n");
  private static final String TENSOR = value("'text/plain': 'Tensor[1, 2]\\n[[0.5,\\n  -1.]]'");
  private static final String TABLE =
      value(
          "'text/html': ['<table>\\n <thead>\\n  <tr>\\n   <th>p</th>\\n   <th>95 %</th>\\n  </tr>\\n',"
              + " ' </thead>\\n <tr>\\n   <td>0.0</td>\\n   <td>0.37</td>\\n  </tr>\\n</table>'],"
              + " 'text/plain': '<table>'");

  @TempDir Path folder;

  @Test
  void figures_are_the_lines_with_a_digit_that_a_cell_prints_returns_or_tabulates()
      throws IOException {
    assertEquals(
        List.of(
            "07 c0: ✔ the loss is lower: 0.2365",
            "07 c1: Tensor[1, 2]",
            "07 c1: [[0.5,",
            "07 c1:   -1.]]",
            "07 c2: p | 95 %",
            "07 c2: 0.0 | 0.37"),
        sample().lines());
  }

  @Test
  void pictures_verdicts_errors_and_cells_of_the_machine_have_no_figures() throws IOException {
    String machine = cell(3, stdout("JDK 17\\n")).replace("'metadata': {}", "'metadata': {TAGS}");
    assertEquals(
        List.of(),
        executed(
                cell(0, value("'image/png': 'iVBOR', 'text/plain': 'BufferedImage@35c8f6af'")),
                cell(1, value("'text/html': '<table><tr><td>with p 0</td></tr></table>'")),
                cell(2, stdout("1").replace("stdout", "stderr")),
                machine.replace("TAGS", "'tags': ['hide', 'machine']"))
            .lines());
  }

  @Test
  void every_changed_digit_is_found() throws IOException {
    String cells = cell(0, PRINTED) + "," + cell(1, TENSOR) + "," + cell(2, TABLE);
    int digits = 0;
    for (String figure : List.of("0.2365", "0.5", "-1", "0.0", "0.37")) {
      for (int i = 0; i < figure.length(); i++) {
        if (Character.isDigit(figure.charAt(i))) {
          char other = (char) ('0' + (figure.charAt(i) - '0' + 1) % 10);
          String wrong = figure.substring(0, i) + other + figure.substring(i + 1);
          Figures changed = executed(cells.replace(figure, wrong));
          assertTrue(sample().differenceTo(changed).isPresent(), figure + " became " + wrong);
          digits++;
        }
      }
    }
    assertEquals(13, digits);
  }

  @Test
  void a_difference_is_told_with_both_lines_its_meaning_and_its_remedy() throws IOException {
    Figures changed = executed(cell(0, PRINTED.replace("0.2365", "0.2366")), cell(1, TENSOR));
    assertEquals(
        """
        the notebooks show other figures than the committed ones, first here:
          committed  07 c0: ✔ the loss is lower: 0.2365
          shown      07 c0: ✔ the loss is lower: 0.2366
        A run is a pure function of its key, so the arithmetic, a key, a recipe or the cell was changed.
        If it was on purpose, write the figures anew and read what git diff says:
          mvn verify -Dtest=FiguresTest -Dit.test=NotebooksIT -Ddojo.figures=write
        If the line tells of the machine (a version, a time, a path), give its cell the tag "machine".
        """,
        sample().differenceTo(changed).orElseThrow());
  }

  @Test
  void a_line_too_few_or_too_many_is_a_difference() throws IOException {
    Figures shorter = executed(cell(0, PRINTED), cell(1, TENSOR));
    assertTrue(sample().differenceTo(shorter).orElseThrow().contains("shown      nothing more\n"));
    assertTrue(shorter.differenceTo(sample()).orElseThrow().contains("committed  nothing more\n"));
  }

  @Test
  void what_is_written_is_read_again() throws IOException {
    Path file = folder.resolve("figures.txt");
    sample().write(file);
    assertTrue(Files.readString(file).contains(Figures.REFRESH));
    assertEquals(sample(), Figures.read(file));
    assertEquals(Optional.empty(), sample().differenceTo(Figures.read(file)));
  }

  private Figures sample() throws IOException {
    return executed(cell(0, PRINTED), cell(1, TENSOR), cell(2, TABLE));
  }

  private Figures executed(String... cells) throws IOException {
    String json = "{'cells': [" + String.join(",", cells) + "]}";
    Path file = folder.resolve("07-why.ipynb");
    Files.writeString(file, json.replace('\'', '"'));
    return Figures.of(List.of(Notebook.read(file)));
  }

  private static String cell(int id, String output) {
    return "{'cell_type': 'code', 'id': 'c%d', 'metadata': {}, 'source': 'x', 'outputs': [%s]}"
        .formatted(id, output);
  }

  private static String stdout(String text) {
    return "{'output_type': 'stream', 'name': 'stdout', 'text': '" + text + "'}";
  }

  private static String value(String data) {
    return "{'output_type': 'execute_result', 'data': {" + data + "}}";
  }
}
