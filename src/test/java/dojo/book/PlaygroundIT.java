package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.browser.Axe;
import dojo.browser.Browser;
import dojo.browser.LeftOut;
import dojo.browser.Screen;
import dojo.machine.MissingException;
import dojo.machine.Project;
import dojo.playground.Playground;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The playground as a reader opens it from the disk: {@code -Ddojo.playground} names another. */
@Order(Integer.MAX_VALUE)
class PlaygroundIT {
  private static final String CHECK = "the playground in a browser";
  private static final String STEP =
      "Number(document.getElementById('at').textContent.match(/\\d+/)?.[0] ?? -1)";

  private static Path page = Path.of("");

  @BeforeAll
  static void is_made() {
    String named = System.getProperty("dojo.playground", "");
    try {
      page =
          named.isEmpty()
              ? Playground.of(Project.around(Path.of("").toAbsolutePath())).make(said -> {})
              : Path.of(named).toAbsolutePath();
    } catch (MissingException e) {
      LeftOut.unless(false, CHECK, "it cannot be made", e.in(Locale.ENGLISH));
    }
  }

  @Test
  void it_computes_the_bits_of_the_jvm_and_asks_for_nothing() throws IOException {
    try (Browser browser = open(page.toUri())) {
      assertEquals(
          "true", browser.evaluate("document.getElementById('proof').dataset.same").asText());
      String jvm = browser.evaluate("document.getElementById('digits').dataset.jvm").asText();
      assertTrue(browser.find(By.id("proof")).getText().contains(jvm), jvm);
      assertEquals(List.of(), browser.complaints());
      assertEquals(List.of(page.toUri().toString()), browser.requests());
      assertTrue(Files.size(page) <= 600_000, "bytes: " + Files.size(page));
    }
  }

  @Test
  void it_shuts_nobody_out_and_fits_a_phone() throws IOException {
    try (Browser browser = open(page.toUri())) {
      assertEquals("", String.join("\n", Axe.core().violations(browser)));
      browser.on(Screen.dark(Screen.DESK));
      assertEquals("", String.join("\n", Axe.core().contrasts(browser)));
      browser.on(Screen.light(Screen.PHONE));
      String wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertEquals(0, browser.evaluate(wider).asInt());
      browser.picture(Path.of("target", "book-it", "playground-360.png"));
    }
  }

  @Test
  void a_moved_slider_changes_the_run_and_its_link_gives_the_same_numbers_anew() {
    URI shared;
    String numbers;
    String prints;
    try (Browser browser = open(page.toUri())) {
      browser.press(By.id("play"));
      browser.until(STEP + " > 10");
      browser.press(By.id("play"));
      String before = browser.find(By.id("prints")).getText();
      browser.find(By.cssSelector("#settings-first input[type=range]")).sendKeys(Keys.ARROW_RIGHT);
      browser.press(By.id("step"));
      numbers = settled(browser);
      prints = browser.find(By.id("prints")).getText();
      assertNotEquals(before, prints);
      shared = URI.create(browser.evaluate("location.href").asText());
      assertTrue(shared.getFragment() != null, shared.toString());
      assertEquals(List.of(), browser.complaints());
    }
    try (Browser fresh = open(shared)) {
      assertEquals(numbers, settled(fresh));
      assertEquals(prints, fresh.find(By.id("prints")).getText());
    }
  }

  private static Browser open(URI page) {
    Browser browser = Browser.orLeftOut(CHECK);
    browser.show(page, Screen.light(1400));
    browser.until("document.getElementById('proof').dataset.same");
    return browser;
  }

  /** Waits until what is shown belongs to the step that the address names. */
  private static String settled(Browser browser) {
    String named = "Number(new URLSearchParams(location.hash.slice(1)).get('steps'))";
    browser.until(named + " == " + STEP);
    browser.until(
        "document.getElementById('prints').textContent.includes('step ' + " + named + " + ':')");
    return browser.find(By.id("numbers")).getText();
  }
}
