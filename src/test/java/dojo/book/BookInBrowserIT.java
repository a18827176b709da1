package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.browser.Browser;
import dojo.browser.LeftOut;
import dojo.browser.Screen;
import dojo.browser.Site;
import dojo.browser.SubPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The book of this very course as a reader opens it. It is the one that the test of all notebooks
 * writes, which therefore comes first; {@code -Ddojo.book=target/course} reads another.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookInBrowserIT {
  private static final Path BOOK =
      Path.of(System.getProperty("dojo.book", "target/notebooks-it")).toAbsolutePath();
  private static final Path PICTURES = Path.of("target", "book-it");
  private static final String CHECK = "the book in a browser";
  private static final String BACK = "getComputedStyle(document.body).backgroundColor";

  private static final long PAGE = 1_500_000; // bytes
  private static final long WHOLE = 40_000_000;

  private Browser browser;
  private Site site;

  @BeforeAll
  void open() {
    LeftOut.unless(
        Files.exists(BOOK.resolve("index.html")),
        CHECK,
        "there is no book in " + BOOK,
        "run all integration tests, of which one writes it, or name another by -Ddojo.book");
    browser = Browser.orLeftOut(CHECK);
    site = new Site(browser, BOOK);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void nobody_stumbles_over_a_page_opened_from_the_disk() throws IOException {
    assertEquals("", String.join("\n", site.read()));
  }

  @Test
  void nobody_stumbles_over_a_page_served_below_a_path() throws IOException {
    try (SubPath server = SubPath.of(BOOK)) {
      assertEquals("", String.join("\n", site.readFrom(server.base())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "p = 0.5", "DropConnect"})
  void the_search_finds_and_leads_to_a_place(String words) throws IOException {
    show("index.html", Screen.light(Screen.DESK));
    WebElement box = browser.find(By.id("search"));
    box.sendKeys(words);
    WebElement first = browser.find(By.cssSelector("form.search .results li a"));
    String text = first.getText();
    assertTrue(text.toLowerCase().contains(words.toLowerCase()), text);
    browser.picture(PICTURES.resolve("search-" + words.replaceAll("\\W+", "-") + ".png"));
    assertEquals(List.of(), browser.complaints());
    box.sendKeys(Keys.ENTER);
    browser.until("!location.pathname.endsWith('/index.html')");
    browser.until(
        "!location.hash || document.getElementById(decodeURIComponent(location.hash.slice(1)))");
  }

  @Test
  void the_switch_turns_the_page_dark_and_light_again() {
    show("index.html", Screen.light(Screen.DESK));
    String light = browser.evaluate(BACK).asText();
    browser.press(By.cssSelector("button.theme"));
    browser.until(BACK + " != '" + light + "'");
    String dark = browser.evaluate(BACK).asText();
    browser.on(Screen.dark(Screen.DESK));
    assertEquals(
        dark, browser.evaluate(BACK).asText(), "a reader's choice comes before the system's");
    browser.press(By.cssSelector("button.theme"));
    browser.until(BACK + " == '" + light + "'");
    assertNotEquals(light, dark);
    browser.run("localStorage.clear()"); // the choice is not one for the other tests
  }

  @Test
  void formulas_and_charts_are_there() throws IOException {
    for (String page :
        List.of("02-the-dropout-layer.html", "05-dropout-against-overfitting.html")) {
      show(page, Screen.light(Screen.DESK));
      assertTrue(
          browser.evaluate("document.querySelectorAll('main math').length").asInt() > 3, page);
      assertTrue(
          browser.evaluate("document.querySelectorAll('main img[alt]').length").asInt() > 1, page);
    }
  }

  @Test
  void pictures_of_some_pages_are_kept_for_whoever_changes_their_looks() throws IOException {
    for (String page :
        List.of("index.html", "05-dropout-against-overfitting.html", "kata-03.html")) {
      for (Screen screen : List.of(Screen.light(360), Screen.light(768), Screen.dark(1400))) {
        show(page, screen);
        Path picture = PICTURES.resolve(page.replace(".html", "-" + screen + ".png"));
        browser.picture(picture);
        assertTrue(Files.size(picture) > 10_000, picture::toString);
      }
    }
  }

  @Test
  void a_page_is_soon_on_a_phone_and_the_book_soon_on_a_disk() throws IOException {
    List<String> large = new ArrayList<>();
    for (String page : site.pages()) {
      if (Files.size(BOOK.resolve(page)) > PAGE) {
        large.add(page);
      }
    }
    assertEquals(List.of(), large);
    try (Stream<Path> files = Files.walk(BOOK)) {
      long whole =
          files
              .filter(file -> file.toString().matches(".*\\.(html|css|js|png|svg|csv)"))
              .mapToLong(file -> file.toFile().length())
              .sum();
      assertTrue(whole < WHOLE, "bytes: " + whole);
    }
  }

  private void show(String page, Screen screen) {
    browser.show(BOOK.resolve(page).toUri(), screen);
  }
}
