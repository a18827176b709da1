package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final List<String> STATES =
      List.of(
          "p0=0.1&steps=60",
          "variant=gaussian&data=circles&steps=40",
          "variant=dropconnect&data=spirals&seed=7&steps=40",
          "variant=standard&data=digits&noise=0&rate=0.1&steps=40");

  @Test
  void its_form_for_browsers_without_webassembly_gives_the_same_bits() {
    List<String> bits;
    try (Browser browser = open(page.toUri())) {
      bits = bits(browser);
    }
    try (Browser browser = open(URI.create(page.toUri() + "?form=script"))) {
      assertEquals(
          "true", browser.evaluate("document.getElementById('proof').dataset.same").asText());
      assertTrue(text(browser, "#proof").contains("JavaScript form"), text(browser, "#proof"));
      assertEquals(bits, bits(browser));
      assertEquals(List.of(), browser.complaints());
    }
  }

  /** Losses, answers of a subnetwork and weights of each state. */
  private static List<String> bits(Browser browser) {
    List<String> bits = new ArrayList<>();
    for (String state : STATES) {
      browser.run("location.hash = '" + state + "'");
      browser.until("location.hash.length > 1 && !playground.isBusy() && playground.run.at > 0");
      bits.add(
          browser
              .evaluate(
                  "playground.run.fingerprint(1) + JSON.stringify([...playground.engine.losses("
                      + "playground.run.handle)]) + JSON.stringify([...playground.run.ask(1, 1, 3)])")
              .asText());
      browser.run("location.hash = ''");
      browser.until("playground.run.at == 0");
    }
    return bits;
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

  @Test
  void every_claim_of_every_tour_is_true_and_its_picture_shares_the_screen_of_a_phone() {
    try (Browser browser = open(page.toUri())) {
      browser.on(Screen.light(Screen.PHONE), 740);
      for (int tour = 1; tour <= 5; tour++) {
        browser.run("document.querySelectorAll('#tours button')[" + (tour - 1) + "].click()");
        boolean more = true;
        while (more) {
          browser.until("document.querySelector('#tour-claims .yes, #tour-claims .no')");
          assertEquals("", text(browser, "#tour-claims li:not(.yes)"));
          assertEquals("", browser.evaluate(HIDDEN_SIGHT).asText());
          assertTrue(text(browser, "#tour-live").contains("True here"), "said to screen readers");
          assertEquals("tour", browser.evaluate("document.activeElement.id").asText());
          more = browser.evaluate("!document.getElementById('tour-next').hidden").asBoolean();
          if (more) {
            browser.press("#tour-next");
          }
        }
      }
      browser.on(Screen.light(1280), 720);
      browser.run("document.querySelector('#tours button').click()");
      browser.until("document.querySelector('#tour-claims .yes')");
      assertEquals("", browser.evaluate(HIDDEN_SIGHT).asText(), "on a laptop");
      browser.press("#tour-end");
      assertEquals(List.of(), browser.complaints());
    }
  }

  /** What of the picture that a stop speaks of lies behind the bar or behind the card, if any. */
  private static final String HIDDEN_SIGHT =
      "(() => {const box = e => e.getBoundingClientRect();"
          + "const sight = document.querySelector('.looked-at');"
          + "const first = box(sight.matches('canvas') ? sight : sight.querySelector('canvas'));"
          + "const top = box(document.getElementById('dock')).bottom;"
          + "const card = box(document.getElementById('tour'));"
          + "const bottom = card.top > top ? card.top : innerHeight;"
          + "return first.top >= top && first.top + 150 <= bottom ? ''"
          + " : JSON.stringify([first.top, first.bottom, top, bottom])})()";

  @ParameterizedTest
  @CsvSource({"none, 3", "gaussian, 1", "inverted&p1=0&p2=0, 3", "dropconnect, 0"})
  void a_mistake_that_changes_nothing_says_why_and_does_nothing(String variant, int idle) {
    String idleOnes = "#mistakes [aria-disabled='true']";
    try (Browser browser = open(URI.create(page.toUri() + "#variant=" + variant))) {
      assertEquals(
          idle, browser.evaluate("document.querySelectorAll(\"" + idleOnes + "\").length").asInt());
      if (idle > 0) {
        String why = "document.getElementById(e.getAttribute('aria-describedby')).textContent";
        assertTrue(
            browser
                .evaluate(
                    "[...document.querySelectorAll(\""
                        + idleOnes
                        + "\")].every(e => /Choose|Raise/"
                        + ".test("
                        + why
                        + "))")
                .asBoolean());
        browser.press(idleOnes);
        assertTrue(browser.evaluate("!location.hash.includes('mistake')").asBoolean());
      }
      assertEquals("", String.join("\n", Axe.core().violations(browser)));
    }
  }

  /** What stands behind the #, what is said of it, and what then stands there. */
  private static final List<List<String>> ODD_ADDRESSES =
      List.of(
          List.of("p1=0.333", "became 0.35", "#p1=0.35"),
          List.of("seed=-5&p2=7", "became 0.9", "#p2=0.9&seed=0"),
          List.of("p1=0.2&p1=0.4", "more than once", "#p1=0.4"),
          List.of("p1=NaN&seed=Infinity", "means nothing", "#seed=999999"),
          List.of("seed=3#p1=0.3", "", "#p1=0.3&seed=3"),
          List.of("p1=0,2", "", "#p1=0.2"),
          List.of("%E0%A4%A&p1=%zz&p2=0.3", "means nothing", "#p2=0.3"),
          List.of("variant=<img src=x onerror=throw>", "means nothing", ""),
          List.of("=&&==&p1&steps=-1", "means nothing", ""),
          List.of("p2=0.1&" + "x".repeat(10_000), "means nothing", "#p2=0.1"),
          List.of(
              "p2=0.2&" + String.join("&", Collections.nCopies(2500, "x=1")),
              "means nothing",
              "#p2=0.2"));

  @Test
  void an_odd_address_ends_in_a_page_that_says_what_it_made_of_it() {
    try (Browser browser = open(page.toUri())) {
      for (List<String> odd : ODD_ADDRESSES) {
        browser.run("location.hash = " + TextNode.valueOf(odd.get(0)));
        browser.until("location.hash == " + TextNode.valueOf(odd.get(2)));
        String notice = text(browser, "#notice:not([hidden]) #notice-text");
        assertEquals(odd.get(1).isEmpty(), notice.isEmpty(), notice);
        assertTrue(notice.contains(odd.get(1)), notice);
        assertTrue(notice.length() < 600, notice);
        browser.press("#step");
        browser.until(STEP + " == 1");
      }
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_reload_while_the_nets_train_comes_back_to_the_step() {
    try (Browser browser = open(URI.create(page.toUri() + "#speed=full"))) {
      String inAddress = "Number(new URLSearchParams(location.hash.slice(1)).get('steps'))";
      browser.press("#play");
      browser.until(inAddress + " > 100"); // while it trains
      assertEquals("Pause", text(browser, "#play"));
      browser.run("location.reload()");
      browser.until("document.getElementById('proof').dataset.same");
      browser.until("!playground.isBusy()");
      assertTrue(browser.evaluate("playground.run.at").asInt() > 100, "it is past step 100");
    }
  }

  @Test
  void a_long_way_to_a_step_shows_how_far_it_is_and_can_be_stopped() {
    try (Browser browser = open(URI.create(page.toUri() + "#steps=20000"))) {
      browser.until("document.getElementById('play').textContent == 'Stop'");
      assertTrue(browser.evaluate("!document.getElementById('progress').hidden").asBoolean());
      browser.press("#play");
      browser.until("document.getElementById('play').textContent == 'Play'");
      browser.until("document.getElementById('progress').hidden");
      int reached = browser.evaluate("playground.run.at").asInt();
      assertTrue(reached < 20_000, "step " + reached);
      browser.until("location.hash == '#steps=" + reached + "'");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "variant=gaussian&mistake=fresh-mask&rate=0.1&steps=2000, burst, #burst-mistake",
    "rate=0.3&seed=2&steps=2000, dead, #burst-rate"
  })
  void a_net_that_learns_no_more_says_why_and_offers_a_remedy(
      String state, String said, String remedy) {
    try (Browser browser = open(URI.create(page.toUri() + "#" + state))) {
      browser.until("!document.getElementById('burst').hidden");
      assertTrue(text(browser, "#burst-text").contains(said), text(browser, "#burst-text"));
      while (browser.evaluate("!document.getElementById('burst').hidden").asBoolean()) {
        browser.press(remedy);
        browser.until("!playground.isBusy() && playground.views.answers.drawn");
      }
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void the_curve_from_before_a_change_is_shown_where_it_can_be_compared() {
    try (Browser browser = open(URI.create(page.toUri() + "#steps=100"))) {
      browser.until("!playground.isBusy()");
      browser.run("playground.change('p1', '0.2')");
      browser.until("document.getElementById('loss-text').textContent.includes('layer: 0.5')");
      browser.run("playground.change('data', 'circles')");
      browser.until("!playground.isBusy() && playground.views.curves.drawn");
      assertTrue(!text(browser, "#loss-text").contains("grey"), text(browser, "#loss-text"));
    }
  }

  @Test
  void paper_is_light() {
    try (Browser browser = open(page.toUri())) {
      browser.on(Screen.dark(Screen.DESK));
      browser.until("document.documentElement.dataset.theme == 'dark'");
      browser.run(
          "addEventListener('beforeprint', () => { const pen = document.getElementById('curves')"
              + ".getContext('2d'); window.paper = getComputedStyle(document.body).backgroundColor"
              + " + [...pen.getImageData(0, 0, 60, 60).data].filter((v, i) => i % 4 == 3 && v)"
              + ".length; })");
      assertTrue(browser.pdf().length > 0);
      String paper = browser.evaluate("window.paper").asText();
      assertTrue(
          text(browser, "#printed").startsWith("Step 0. Data: two moons;"),
          text(browser, "#printed"));
      assertTrue(paper.matches("rgb\\(251, 252, 253\\)[1-9]\\d*"), paper);
      assertEquals("dark", browser.evaluate("document.documentElement.dataset.theme").asText());
    }
  }

  @Test
  void charts_come_before_settings_on_a_phone_and_nothing_is_wider_than_its_card() {
    try (Browser browser = open(page.toUri())) {
      for (int width : new int[] {1400, 1152, 768, 704, Screen.PHONE}) {
        browser.on(Screen.light(width));
        browser.until("innerWidth == " + width);
        assertEquals(
            "",
            browser
                .evaluate(
                    "[...document.querySelectorAll('.card table, .card figure, .card .row')]"
                        + ".filter(e => e.offsetParent && e.getBoundingClientRect().right"
                        + " > e.closest('.card').getBoundingClientRect().right)"
                        + ".map(e => e.className || e.id || e.tagName).join(' ')")
                .asText(),
            width + " pixels");
      }
      String top = "document.querySelector('.%s').getBoundingClientRect().top";
      assertTrue(
          browser
              .evaluate(top.formatted("answers") + " < " + top.formatted("settings"))
              .asBoolean());
      browser.until("!document.getElementById('settings-more').open");
    }
  }

  @Test
  void every_word_is_there_and_without_javascript_a_sentence_says_what_to_do() {
    try (Browser browser = open(page.toUri())) {
      assertEquals(
          "",
          browser
              .evaluate(
                  "[...document.querySelectorAll('main *')].filter(e => !e.children.length"
                      + " && /^[a-z0-9]+([.-][a-z0-9-]+)+$/.test(e.textContent.trim())"
                      + " && !/^[\\d.]+$/.test(e.textContent)).map(e => e.textContent).join()")
              .asText());
      assertTrue(text(browser, "noscript").contains("needs JavaScript"));
    }
  }

  private static String text(Browser browser, String selector) {
    return browser
        .evaluate("document.querySelector(\"" + selector + "\")?.textContent ?? ''")
        .asText();
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
