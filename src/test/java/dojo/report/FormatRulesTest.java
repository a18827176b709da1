package dojo.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dojo.grade.Csv;
import dojo.machine.MissingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every format in every situation. */
class FormatRulesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  static Stream<Situation> situations() {
    return Situation.all();
  }

  private static Situation situation(String name) {
    return situations().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private Map<String, String> written(Situation situation) throws IOException {
    return GoldenReportsTest.written(situation, folder);
  }

  private static List<String> of(Map<String, String> files, String end) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .map(Map.Entry::getValue)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void surefire_reads_what_was_written(Situation situation) throws Exception {
    ConsoleLogger silent = new NullConsoleLogger();
    List<String> files = of(written(situation), ".xml");
    assertFalse(files.isEmpty());
    for (String xml : files) {
      ReportTestSuite suite =
          new TestSuiteXmlParser(silent).parse(new InputStreamReader(bytes(xml), UTF_8)).get(0);
      List<ReportTestCase> cases = suite.getTestCases();
      assertEquals(cases.size(), suite.getNumberOfTests());
      assertEquals(count(cases, ReportTestCase::hasFailure), suite.getNumberOfFailures());
      assertEquals(count(cases, ReportTestCase::hasError), suite.getNumberOfErrors());
      for (ReportTestCase each : cases) {
        assertEquals(0, each.getTime());
        assertEquals(
            each.hasFailure() || each.hasError(),
            !String.valueOf(each.getFailureType()).equals("null"));
      }
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static long count(List<ReportTestCase> cases, Predicate<ReportTestCase> wanted) {
    return cases.stream().filter(wanted).count();
  }

  /** What the collector of scores demands of a result before it takes it. */
  @ParameterizedTest
  @MethodSource("situations")
  void classroom_50_takes_the_result(Situation situation) throws IOException {
    for (String text : of(written(situation), "/result.json")) {
      JsonNode json = JSON.readTree(text);
      assertEquals("classroom50/result/v1", json.path("schema").asText());
      assertTrue(json.path("submission").asText().startsWith("submit/"));
      for (String field : List.of("classroom", "assignment", "commit", "release", "review")) {
        assertFalse(json.path(field).asText().isEmpty(), field);
      }
      assertTrue(
          json.path("datetime").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
      int score = 0;
      int most = 0;
      for (JsonNode test : json.path("tests")) {
        assertTrue(test.path("passed").isBoolean());
        assertFalse(test.path("test-name").asText().isEmpty());
        assertTrue(test.path("score").isInt() && test.path("max-score").isInt());
        assertTrue(test.path("score").asInt() <= test.path("max-score").asInt());
        score += test.path("score").asInt();
        most += test.path("max-score").asInt();
      }
      assertEquals(score, json.path("score").intValue());
      assertEquals(most, json.path("max-score").intValue());
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void exercism_takes_the_result(Situation situation) throws IOException {
    for (String text : of(written(situation), "kata03/results.json")) {
      JsonNode json = JSON.readTree(text);
      String status = json.path("status").asText();
      assertEquals(3, json.path("version").intValue());
      assertTrue(List.of("pass", "fail", "error").contains(status));
      assertEquals(status.equals("error"), json.path("message").isTextual());
      assertEquals(status.equals("error"), json.path("tests").isEmpty());
      for (JsonNode test : json.path("tests")) {
        assertFalse(test.path("name").asText().isEmpty());
        assertTrue(List.of("pass", "fail", "error").contains(test.path("status").asText()));
        assertTrue(test.path("output").asText().length() <= 500);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void where_the_kit_failed_no_format_has_a_number(Situation situation) throws IOException {
    Map<String, String> files = written(situation);
    boolean error = List.of("kit-error", "no-test-ran").contains(situation.name());
    JsonNode gradescope =
        JSON.readTree(
            of(files, "gradescope/ada/results.json").stream().findFirst().orElse("{\"score\": 1}"));
    assertEquals(error, !gradescope.has("score"));
    assertEquals(error, of(files, "/result.json").isEmpty());
    assertEquals(error, of(files, ".xml").stream().anyMatch(xml -> xml.contains("<error ")));
    assertEquals(error, of(files, "summary.md").get(0).contains("**no grade**"));
    assertEquals(error, of(files, "moodle.csv").get(0).lines().count() == 1);
    List<List<String>> canvas = csv(of(files, "canvas.csv").get(0));
    assertEquals(error, canvas.get(2).get(5).equals("3"), "what stands in the gradebook");
    if (error) {
      assertTrue(
          of(files, "kata03/results.json").get(0).contains("\"status\" : \"error\""), "exercism");
    }
  }

  private static List<List<String>> csv(String text) {
    return Csv.of(text.getBytes(UTF_8)).lines();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void no_cell_is_a_formula_and_no_file_has_what_a_terminal_obeys(Situation situation)
      throws IOException {
    Map<String, String> files = written(situation);
    for (String table : of(files, ".csv")) {
      for (List<String> line : csv(table)) {
        assertTrue(line.stream().noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*")), table);
      }
    }
    files.forEach(
        (name, text) ->
            assertFalse(
                text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'),
                name));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void a_seed_is_told_only_where_it_is_published(Situation situation) throws IOException {
    boolean published = situation.seeds() == Audience.Seeds.PUBLISHED;
    Map<String, String> files = written(situation);
    String all = String.join("\n", files.values());
    assertEquals(published, all.contains("seed"), situation.name());
  }

  @Test
  void what_is_not_disclosed_is_in_no_file_of_a_student() throws IOException {
    String before = String.join("\n", written(situation("hidden-before-the-deadline")).values());
    assertFalse(before.contains("an empty input"));
    assertFalse(before.contains("hidden input"), "what the class printed");
    assertFalse(before.contains("forward(x, 0.6, key)"));
    assertTrue(before.contains("NO_SCALE"), "the diagnosis of the other group");
  }

  @Test
  void markup_of_a_student_is_no_markup() throws IOException {
    String summary = of(written(situation("hostile-texts")), "summary.md").get(0);
    assertFalse(summary.contains("<script>"));
    assertEquals(1, summary.split("</pre>", -1).length - 1);
    String outside = summary.replaceAll("(?s)<pre>.*</pre>", "");
    assertFalse(outside.contains("@octocat"));
    assertFalse(outside.contains("*x*"));
  }

  @Test
  void the_failing_input_reaches_every_format_unshortened() throws IOException {
    Map<String, String> files = written(situation("red-with-diagnosis"));
    for (String name :
        List.of(
            "junit/ada/TEST-kata03.xml",
            "gradescope/ada/results.json",
            "classroom50/result.json",
            "github/ada/summary.md",
            "exercism/ada/kata03/results.json")) {
      String text = files.getOrDefault(name, "").replace("\\n", "\n");
      assertTrue(text.contains("  1  2      0  5      0  2\n  3  4    7.5  0      3  0"), name);
    }
  }

  @Test
  void classroom_50_hears_of_no_hidden_group() throws IOException {
    String result = of(written(situation("hidden-after-the-deadline")), "/result.json").get(0);
    assertFalse(result.contains("edge-cases"));
  }

  @Test
  void classroom_50_needs_its_workflow() {
    Formats formats = Formats.of(FormatSettings.none()).named(List.of("classroom50"));
    ClassResults results = situation("all-green").results(folder.resolve("grades"));
    MissingException refused =
        assertThrows(MissingException.class, () -> formats.write(results, folder.resolve("to")));
    assertEquals(
        "COMMIT_URL is not set: ask for classroom50 in a workflow of Classroom 50, which sets it",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void canvas_needs_a_gradebook() {
    Formats formats = Formats.of(FormatSettings.none()).named(List.of("canvas"));
    ClassResults results = situation("all-green").results(folder.resolve("grades"));
    MissingException refused =
        assertThrows(MissingException.class, () -> formats.write(results, folder.resolve("to")));
    assertEquals(
        "canvas fills in a gradebook, and none is named: export the gradebook from Canvas as CSV,"
            + " and name it: ./dojo grade report GRADES --formats canvas --gradebook FILE",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void a_format_that_lacks_something_keeps_no_other_back() {
    Formats formats = Formats.of(FormatSettings.none()).named(List.of("canvas", "moodle"));
    ClassResults results = situation("all-green").results(folder.resolve("grades"));
    assertThrows(MissingException.class, () -> formats.write(results, folder));
    assertTrue(Files.exists(folder.resolve("moodle.csv")));
  }

  @Test
  void a_column_of_the_gradebook_must_be_meant() {
    Path gradebook = GoldenReportsTest.GOLDEN.resolve("gradebook.csv");
    FormatSettings settings =
        new FormatSettings(Map.of(), Optional.of(gradebook), Optional.empty());
    Formats formats = Formats.of(settings).named(List.of("canvas"));
    ClassResults results = situation("all-green").results(folder.resolve("grades"));
    MissingException refused =
        assertThrows(MissingException.class, () -> formats.write(results, folder.resolve("to")));
    assertEquals(
        "2 columns of the gradebook may be meant: choose one with --column: Week 1 (77); Dropout"
            + " katas (78)",
        refused.in(Locale.ENGLISH));
  }

  @Test
  void a_format_that_there_is_not_is_refused() {
    MissingException refused =
        assertThrows(
            MissingException.class, () -> Formats.of(FormatSettings.none()).named(List.of("pdf")));
    assertTrue(refused.in(Locale.ENGLISH).startsWith("there is no format pdf: choose from "));
  }
}
