package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.grade.Roster;
import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasCsvTest {
  @TempDir private Path folder;

  /** Of one submission, which is all green. */
  private ClassResults results() {
    return GoldenReportsTest.situations()
        .filter(each -> each.name().equals("all-green"))
        .findFirst()
        .orElseThrow()
        .results(folder.resolve("grades"));
  }

  /** Fills in a gradebook of one student, whose assignment is worth so many points. */
  private String filled(String possible) throws IOException {
    Path gradebook = folder.resolve("export.csv");
    Files.writeString(
        gradebook,
        "Student;ID;Section;Katas (7)\n    Points Possible;;;%s\nLovelace, Ada;1815;A;\n"
            .formatted(possible));
    FormatSettings settings =
        new FormatSettings(Map.of(), Optional.of(gradebook), Optional.empty());
    ClassResults results = results();
    Formats.of(settings).named(List.of("canvas")).write(results, folder.resolve("to"));
    List<String> lines = Files.readAllLines(folder.resolve("to/canvas.csv"));
    return lines.get(lines.size() - 1).replaceFirst(".*,", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"10.0|10", "7,5|7.5", "1,000.00|1000", "1.000,00|1000", "200|200"})
  void canvas_writes_a_scale_in_many_ways(String possible, String full) throws IOException {
    assertEquals(full, filled(possible));
  }

  @Test
  void no_scale_is_the_scale_of_the_grades() throws IOException {
    String points = filled("");
    assertEquals(points, filled("0.0"));
    MissingException refused = assertThrows(MissingException.class, () -> filled("ten"));
    assertEquals(
        "the row Points Possible of the gradebook says ten for the column, which is no number of"
            + " points: correct it in the gradebook, for example to 10.0",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void a_student_whose_name_is_that_of_a_row_is_a_student() throws IOException {
    Path gradebook = folder.resolve("export.csv");
    Files.writeString(
        gradebook, "Student,ID,Section,Katas (7)\nPoints Possible,,,10\nPoints Possible,6,A,1\n");
    assertEquals(1, Roster.read(gradebook).rows().size());
    FormatSettings settings =
        new FormatSettings(Map.of(), Optional.of(gradebook), Optional.empty());
    ClassResults results = results();
    List<Sentence> notes =
        Formats.of(settings).named(List.of("canvas")).write(results, folder.resolve("to"));
    assertTrue(notes.get(0).in(Locale.ENGLISH).contains("(1): Points Possible"));
  }

  @Test
  void the_gradebook_itself_is_not_replaced() throws IOException {
    Path gradebook = Files.createDirectories(folder.resolve("to")).resolve("canvas.csv");
    Files.copy(GoldenReportsTest.GOLDEN.resolve("gradebook.csv"), gradebook);
    FormatSettings settings =
        new FormatSettings(Map.of(), Optional.of(gradebook), Optional.of("Dropout katas"));
    ClassResults results = results();
    Formats formats = Formats.of(settings).named(List.of("canvas"));
    MissingException refused =
        assertThrows(
            MissingException.class, () -> formats.write(results, gradebook.resolveSibling("")));
    assertEquals(
        gradebook
            + " is the gradebook itself, and would be replaced: name another folder with --to",
        refused.in(Locale.ENGLISH));
  }
}
