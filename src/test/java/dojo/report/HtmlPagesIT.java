package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.grade.Graded;
import dojo.grade.Grades;
import dojo.grade.PointsPlan;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of a class and of a student in a real browser. Pictures of them are kept in {@code
 * target/pages-it}, for whoever changes their looks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPagesIT {
  private static final Path PICTURES = Path.of("target", "pages-it");
  private static final String HOSTILE = "<img src=x onerror='document.title=1'>\u202E\"";

  /** The lowest contrast of text that the Web Content Accessibility Guidelines 2.2 allow at AA. */
  private static final double CONTRAST = 4.5;

  private Browser browser;
  private Path classPage;
  private Path studentPage;

  @BeforeAll
  void open(@TempDir Path folder, @TempDir Path profile) throws Exception {
    Optional<Path> program = Browser.find();
    assumeTrue(
        program.isPresent(),
        "left out: the pages in a browser; there is none: install Chromium, or name one in "
            + Browser.VARIABLE);
    PointsPlan plan =
        new PointsPlan(
            "points.properties",
            Map.of("deadline", "2026-12-01T23:59:00+01:00", "show.edge-cases.after", "everything"));
    TestOutcome threw = TestOutcome.of(HOSTILE, new Seen.Threw(HOSTILE, HOSTILE));
    Graded hostile = MadeUpGrades.single(HOSTILE, threw, 0);
    TestOutcome fault = TestOutcome.of("", new Seen.Fault("made up"));
    Graded struck = MadeUpGrades.single("struck", fault, Double.NaN);
    ClassResults results =
        MadeUpGrades.of(60)
            .with(hostile, struck)
            .in(folder.resolve("grades"), plan, Instant.parse("2026-11-30T12:00:00Z"));
    new HtmlPages().write(results, folder);
    classPage = folder.resolve("html/class.html");
    studentPage = folder.resolve("html/students").resolve(Grades.fileName(HOSTILE) + ".html");
    Files.createDirectories(PICTURES);
    browser = Browser.open(program.get(), profile);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, light",
    "400, dark",
    "1100, light",
    "1100, dark",
    "1600, light",
    "1600, dark",
    "320, light"
  })
  void a_page_asks_for_nothing_complains_of_nothing_and_fits(int width, String scheme)
      throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page, width, scheme);
      assertEquals(List.of(), browser.complaints());
      assertEquals(List.of(page.toUri().toString()), browser.requests());
      String room = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertEquals(0, browser.evaluate(room).asInt(), "the page is moved sideways");
      assertTrue(browser.evaluate("document.title").asText().length() > 10);
      String back = browser.evaluate("getComputedStyle(document.body).backgroundColor").asText();
      assertEquals(scheme.equals("dark") ? "rgb(20, 24, 29)" : "rgb(251, 252, 253)", back);
      String kind = page.equals(classPage) ? "class" : "student";
      browser.picture(PICTURES.resolve(kind + "-" + width + "-" + scheme + ".png"), true);
    }
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void all_text_stands_out_from_what_is_behind_it(String scheme) throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page, 1100, scheme);
      JsonNode weak = browser.evaluate(CONTRASTS.replace("LOWEST", String.valueOf(CONTRAST)));
      assertEquals("[]", weak.toString());
    }
  }

  @Test
  void the_table_of_students_is_searched_and_sorted_by_its_own_means() throws Exception {
    browser.show(classPage, 1100, "light");
    assertEquals(62, shown());
    browser.evaluate(
        "document.querySelector('.search input').value = 'student 0000';"
            + "document.querySelector('.search input').dispatchEvent(new Event('input'))");
    assertEquals(10, shown());
    browser.evaluate("document.querySelectorAll('.students thead button')[2].click()");
    JsonNode points =
        browser.evaluate(
            "[...document.querySelectorAll('.students tbody tr:not([hidden])')]"
                + ".map(row => Number.parseFloat(row.cells[2].textContent))");
    double last = -1;
    for (JsonNode each : points) {
      assertTrue(each.asDouble() >= last, points::toString);
      last = each.asDouble();
    }
    assertEquals(List.of(), browser.complaints());
  }

  private int shown() throws Exception {
    return browser
        .evaluate("document.querySelectorAll('.students tbody tr:not([hidden])').length")
        .asInt();
  }

  @Test
  void every_wide_table_is_reached_by_the_keyboard() throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page, 400, "light");
      String hidden =
          "[...document.querySelectorAll('*')].filter(it => it.scrollWidth > it.clientWidth + 1"
              + " && /auto|scroll/.test(getComputedStyle(it).overflowX) && it.tabIndex < 0).length";
      assertEquals(0, browser.evaluate(hidden).asInt());
    }
  }

  @Test
  void a_page_can_be_printed() throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page, 1100, "dark");
      byte[] pdf = browser.pdf();
      assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.ISO_8859_1));
      Files.write(PICTURES.resolve((page.equals(classPage) ? "class" : "student") + ".pdf"), pdf);
    }
  }

  @Test
  void what_a_student_wrote_is_seen_and_not_run() throws Exception {
    browser.show(studentPage, 1100, "light");
    String name = browser.evaluate("document.querySelector('h1').textContent").asText();
    assertEquals(HOSTILE.replace("\u202E", "[U+202E]"), name);
    assertTrue(browser.evaluate("document.title").asText().contains("<img src=x"));
  }

  /** Texts whose contrast with the colour behind them is too low, by the formula of WCAG 2.2. */
  private static final String CONTRASTS =
      """
      (() => {
        const rgb = text => text.match(/[\\d.]+/g).map(Number);
        const light = colour => colour.slice(0, 3)
          .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => {
          for (let at = element; at; at = at.parentElement) {
            const colour = rgb(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] > 0) return colour;
          }
          return [255, 255, 255];
        };
        const weak = new Set();
        for (const element of document.querySelectorAll('body *')) {
          const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!own || element.closest('script') || !element.checkVisibility()) continue;
          const style = getComputedStyle(element);
          const ink = light(rgb(element.closest('svg') ? style.fill : style.color));
          const paper = light(behind(element));
          const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          if (contrast < LOWEST) weak.add(element.tagName + '.' + element.className + ' ' + contrast);
        }
        return [...weak];
      })()
      """;
}
