package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.browser.Axe;
import dojo.browser.Browser;
import dojo.browser.Screen;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/**
 * The pages of a class and of a student in a real browser. Pictures of them are kept in {@code
 * target/pages-it}, for whoever changes their looks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPagesIT {
  private static final Path PICTURES = Path.of("target", "pages-it");
  private static final String HOSTILE = "<img src=x onerror='document.title=1'>\u202E\"";

  private Browser browser;
  private Path classPage;
  private Path studentPage;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    browser = Browser.orLeftOut("the pages of a class in a browser");
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
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, LIGHT",
    "400, DARK",
    "1100, LIGHT",
    "1100, DARK",
    "1600, LIGHT",
    "1600, DARK",
    "320, LIGHT"
  })
  void a_page_asks_for_nothing_complains_of_nothing_and_fits(int width, Screen.Scheme scheme)
      throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      Screen screen = new Screen(width, scheme);
      browser.show(page.toUri(), screen);
      assertEquals(List.of(), browser.complaints());
      assertEquals(List.of(page.toUri().toString()), browser.requests());
      String room = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertEquals(0, browser.evaluate(room).asInt(), "the page is moved sideways");
      assertTrue(browser.evaluate("document.title").asText().length() > 10);
      String back = browser.evaluate("getComputedStyle(document.body).backgroundColor").asText();
      assertEquals(scheme == Screen.Scheme.DARK ? "rgb(20, 24, 29)" : "rgb(251, 252, 253)", back);
      String kind = page.equals(classPage) ? "class" : "student";
      browser.picture(PICTURES.resolve(kind + "-" + screen + ".png"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_shuts_nobody_out(Screen.Scheme scheme) {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page.toUri(), new Screen(Screen.DESK, scheme));
      assertEquals(List.of(), Axe.core().violations(browser), page::toString);
    }
  }

  @Test
  void the_table_of_students_is_searched_and_sorted_by_its_own_means() throws Exception {
    browser.show(classPage.toUri(), Screen.light(Screen.DESK));
    assertEquals(62, shown());
    browser.find(By.cssSelector(".search input")).sendKeys("student 0000");
    assertEquals(10, shown());
    browser.press(By.cssSelector(".students thead th:nth-child(3) button"));
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
      browser.show(page.toUri(), Screen.light(400));
      String hidden =
          "[...document.querySelectorAll('*')].filter(it => it.scrollWidth > it.clientWidth + 1"
              + " && /auto|scroll/.test(getComputedStyle(it).overflowX) && it.tabIndex < 0).length";
      assertEquals(0, browser.evaluate(hidden).asInt());
    }
  }

  @Test
  void a_page_can_be_printed() throws Exception {
    for (Path page : List.of(classPage, studentPage)) {
      browser.show(page.toUri(), Screen.dark(Screen.DESK));
      byte[] pdf = browser.pdf();
      assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.ISO_8859_1));
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve((page.equals(classPage) ? "class" : "student") + ".pdf"), pdf);
    }
  }

  @Test
  void what_a_student_wrote_is_seen_and_not_run() throws Exception {
    browser.show(studentPage.toUri(), Screen.light(Screen.DESK));
    String name = browser.evaluate("document.querySelector('h1').textContent").asText();
    assertEquals(HOSTILE.replace("\u202E", "[U+202E]"), name);
    assertTrue(browser.evaluate("document.title").asText().contains("<img src=x"));
  }
}
