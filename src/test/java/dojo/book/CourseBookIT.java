package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.browser.Axe;
import dojo.browser.Browser;
import dojo.browser.Screen;
import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The book of this very course, none of whose notebooks was run: what readers ask its search, and
 * what a browser alone shows of its pages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseBookIT {
  private static final Path BOOK = Path.of("target", "course-book-it").toAbsolutePath();

  /** As many as a reader looks at. */
  private static final int FIRST = 3;

  private Browser browser;

  /** None of its notebooks is run: what they say and what their code says is there without that. */
  @BeforeAll
  void open() throws IOException {
    browser = Browser.orLeftOut("the search and the pages of the book of the course");
    Project project = Project.around(Path.of(""));
    Book book = new Book(project, BOOK, Locale.ENGLISH);
    assertEquals(Optional.empty(), book.library());
    Files.writeString(BOOK.resolve("playground.html"), ""); // that it is there is enough here
    book.write(Jupyter.prepare(project, NotebookSettings.into(BOOK), System.out::println));
  }

  @BeforeEach
  void a_page_with_the_search() {
    if (!browser.evaluate("location.pathname").asText().endsWith("/claims.html")) {
      show("claims.html", Screen.light(Screen.DESK));
    }
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "questions.csv", delimiter = '|')
  void a_question_is_answered_among_the_first_three(String question, String place) {
    List<String> first = ask(question);
    assertTrue(
        first.stream()
            .limit(FIRST)
            .anyMatch(link -> link.equals(place) || link.startsWith(place + "#")),
        question + ": " + first.stream().limit(8).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "p=0.5, p = 0.5",
    "regularisation, regularization",
    "regularisations, regularization",
    "Fontconfigs, Fontconfig",
    "normalised, normalized",
    "neighbour, neighbors",
    "labelled, labeled",
    "centre, center",
    "DropPath, droppath"
  })
  void two_ways_to_write_the_same_find_the_same(String one, String other) {
    List<String> places = new ArrayList<>(ask(one));
    places.sort(null);
    List<String> others = new ArrayList<>(ask(other));
    others.sort(null);
    assertEquals(places, others);
    assertNotEquals(List.of("glossary.html"), places, "what is shown where nothing is found");
  }

  @Test
  void each_kata_and_each_notebook_is_found_by_its_number() {
    List<String> missing = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      if (!ask("kata " + number).get(0).startsWith("kata-%02d.html".formatted(number))) {
        missing.add("kata " + number);
      }
    }
    for (int number = 0; number <= 16; number++) {
      if (!ask("notebook " + number).get(0).startsWith("%02d-".formatted(number))) {
        missing.add("notebook " + number);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void the_formula_of_each_kata_is_shown_and_read_as_one() throws IOException {
    List<String> without = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      String page = "kata-%02d.html".formatted(number);
      Document kata = Jsoup.parse(BOOK.resolve(page));
      Element formula = kata.selectFirst("main .formula math[display=block] annotation");
      if (formula == null || !kata.select(".dojo-tex").isEmpty()) {
        without.add(page);
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void the_library_is_as_dark_as_the_book_was_made_and_leads_back() {
    String dark = "getComputedStyle(document.body).backgroundColor";
    show("claims.html", Screen.light(Screen.DESK));
    browser.press("button.theme");
    String book = browser.evaluate(dark).asText();
    for (String page : List.of("api/index.html", "api/dojo/dropout/Dropout.html")) {
      show(page, Screen.light(Screen.DESK));
      assertEquals(book, browser.evaluate(dark).asText(), page);
    }
    browser.run("localStorage.clear()");
    show("api/dojo/dropout/Dropout.html", Screen.dark(Screen.DESK));
    assertEquals(book, browser.evaluate(dark).asText(), "as the system is");
    browser.press("header a[href$='../index.html']");
    browser.until("location.pathname.endsWith('/course-book-it/index.html')");
  }

  @Test
  void the_library_can_be_read_in_light_and_in_dark() throws IOException {
    Axe axe = Axe.core();
    List<String> unreadable = new ArrayList<>();
    for (String page :
        List.of(
            "api/index.html",
            "api/allclasses-index.html",
            "api/dojo/dropout/package-summary.html",
            "api/dojo/dropout/Dropout.html",
            "api/dojo/nn/SelfAttention.Sight.html")) {
      for (Screen screen : List.of(Screen.light(Screen.DESK), Screen.dark(Screen.DESK))) {
        show(page, screen);
        axe.contrasts(browser).forEach(it -> unreadable.add(page + ", " + screen + ": " + it));
      }
    }
    assertEquals(List.of(), unreadable);
  }

  @Test
  void a_number_that_is_a_link_is_as_large_as_a_finger_needs_it() {
    for (String page : List.of("katas.html", "index.html", "kata-05.html")) {
      show(page, Screen.light(Screen.PHONE));
      assertEquals(
          0,
          browser
              .evaluate(
                  "[...document.querySelectorAll('.all a, .few a[href$=\".html\"], .kind a')].filter(a => {"
                      + "const box = a.getBoundingClientRect(); return box.width < 24 || box.height < 24; }).length")
              .asInt(),
          page);
    }
  }

  @Test
  void the_menu_of_a_phone_says_what_it_opens_and_escape_closes_it() {
    show("katas.html", Screen.light(Screen.PHONE));
    String parts =
        "document.querySelector('.menu').getAttribute('aria-controls').split(' ').map(id => document.getElementById(id))";
    assertEquals(
        0, browser.evaluate(parts + ".filter(part => part.checkVisibility()).length").asInt());
    browser.press(".menu");
    assertEquals(
        2, browser.evaluate(parts + ".filter(part => part.checkVisibility()).length").asInt());
    browser.find("#nav-parts a").sendKeys(Keys.ESCAPE);
    assertEquals(
        0, browser.evaluate(parts + ".filter(part => part.checkVisibility()).length").asInt());
    assertEquals("menu", browser.evaluate("document.activeElement.className").asText());
  }

  @Test
  void the_name_of_a_box_of_the_map_has_the_words_that_are_seen_in_it() {
    show("index.html", Screen.light(Screen.DESK));
    String words = "text => text.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim()";
    assertEquals(
        0,
        browser
            .evaluate(
                "[...document.querySelectorAll('.map a')].filter(a => { const words = %s; return !words(a.getAttribute('aria-label')).startsWith(words([...a.querySelectorAll('text')].map(t => t.textContent).join(' '))); }).length"
                    .formatted(words))
            .asInt());
  }

  @Test
  void a_phone_gets_no_map_of_numbers_and_no_line_of_code_that_is_broken() {
    String map = "document.querySelector('.map').checkVisibility()";
    show("index.html", Screen.light(Screen.DESK));
    assertTrue(browser.evaluate(map).asBoolean());
    show("index.html", Screen.light(Screen.PHONE));
    assertFalse(browser.evaluate(map).asBoolean());
    show("02-the-dropout-layer.html", Screen.light(Screen.PHONE));
    assertEquals(
        "pre auto",
        browser
            .evaluate(
                "(it => it.whiteSpace + ' ' + it.overflowX)(getComputedStyle(document.querySelector('.cell > .highlight pre')))")
            .asText());
  }

  private void show(String page, Screen screen) {
    browser.show(BOOK.resolve(page).toUri(), screen);
  }

  private List<String> ask(String question) {
    WebElement input = browser.find("#search");
    input.clear();
    input.sendKeys(question);
    browser.until(
        "document.querySelector('.results ol').dataset.asked === document.querySelector('#search')"
            + ".value.trim()");
    List<String> links = new ArrayList<>();
    browser
        .evaluate("[...document.querySelectorAll('.results a')].map(a => a.getAttribute('href'))")
        .forEach(link -> links.add(link.asText()));
    return links;
  }
}
