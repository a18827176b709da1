package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.grade.Disclosure;
import dojo.grade.Tier;
import dojo.kata.Report;
import dojo.kata.State;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is longer than a format allows is cut, and says so. */
class LongTextsTest {
  @Test
  void what_fits_stays() {
    assertEquals("é😀", Utf8.cut("é😀", 6, "…"));
    assertEquals("é😀", Utf8.whole("é😀", 3));
  }

  @Test
  void no_character_is_cut_in_two() {
    assertEquals("é!", Utf8.cut("é😀", 5, "!"));
    assertEquals("aé!", Utf8.cut("aéé", 4, "!"));
    assertEquals("é", Utf8.whole("é😀", 2));
  }

  /** A student whose class failed with so much to tell. */
  private static SubmissionResult telling(int groups, int bytes) {
    Report report = new Report(List.of(new Report.Paragraph("y".repeat(bytes))));
    TestResult test = new TestResult("a_test", "a test", State.RED, "", report);
    GroupResult group =
        new GroupResult(
            "visible", Disclosure.EVERYTHING, State.RED, 0, 1, "", report, List.of(test), "");
    KataResult kata =
        new KataResult("03", "x", State.RED, 0, 1, Collections.nCopies(groups, group));
    return new SubmissionResult(
        "ada",
        Map.of(),
        "1.0",
        Tier.A,
        State.RED,
        0,
        1,
        List.of(),
        List.of(kata),
        Optional.empty(),
        Locale.ENGLISH);
  }

  @Test
  void a_summary_leaves_out_whole_sections_before_github_refuses_all_of_it() {
    String summary = new GitHubSummary().files(telling(4, 300_000)).get("summary.md");
    assertTrue(Utf8.size(summary) <= 1024 * 1024, () -> "bytes: " + Utf8.size(summary));
    assertEquals(3, summary.split("<details>", -1).length - 1);
    assertTrue(summary.endsWith("so 1 sections are left out.\n"));
  }

  @Test
  void a_message_for_exercism_is_cut_where_exercism_would_refuse_it() {
    String file = new Exercism().files(telling(1, 70_000)).getOrDefault("kata03/results.json", "");
    assertTrue(file.contains("yyy\\n(cut after 65535 bytes)"));
    assertEquals(65_535, file.replaceAll("(?s).*\"message\" : \"(y.*?)\".*", "$1").length() - 1);
  }

  @Test
  void all_other_formats_cut_nothing() {
    String whole = "y".repeat(2_000_000);
    SubmissionResult result = telling(1, 2_000_000);
    assertTrue(new JUnitXml().files(result).getOrDefault("TEST-kata03.xml", "").contains(whole));
    assertTrue(new Gradescope().files(result).getOrDefault("results.json", "").contains(whole));
  }
}
