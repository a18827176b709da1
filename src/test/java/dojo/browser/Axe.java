package dojo.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What <a href="https://github.com/dequelabs/axe-core">axe-core</a> finds in a page: what keeps
 * readers out who do not see it, or who do not hold a mouse.
 */
public final class Axe {
  private static final JsonMapper JSON = new JsonMapper();

  private final String script;

  private Axe(String script) {
    this.script = script;
  }

  public static Axe core() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new Axe(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks at the page that is open, by all rules of the Web Content Accessibility Guidelines up to
   * AA and the best practices beside them, but for empty heads of tables: it takes a formula for
   * nothing.
   *
   * @return a line for each place that breaks a rule
   */
  public List<String> violations(Browser browser) {
    return violations(
        browser, "{resultTypes: ['violations'], rules: {'empty-table-header': {enabled: false}}}");
  }

  /** The rule of contrast alone, for a page whose other rules were seen in other colours. */
  public List<String> contrasts(Browser browser) {
    return violations(browser, "{runOnly: ['color-contrast', 'link-in-text-block']}");
  }

  private List<String> violations(Browser browser, String options) {
    if (!browser.evaluate("!!window.axe").asBoolean()) {
      browser.run(script);
    }
    JsonNode told =
        browser.await(
            "axe.run(document, " + options + ").then(it => JSON.stringify(it.violations))");
    List<String> found = new ArrayList<>();
    for (JsonNode rule : parsed(told.asText())) {
      for (JsonNode place : rule.path("nodes")) {
        found.add(
            "%s: %s at %s (%s)"
                .formatted(
                    rule.path("id").asText(),
                    rule.path("help").asText(),
                    place.path("target").path(0).asText(),
                    shortened(place.path("failureSummary").asText())));
      }
    }
    return found;
  }

  private static String shortened(String summary) {
    String line = summary.replaceAll("\\s+", " ");
    return line.length() < 200 ? line : line.substring(0, 200) + "…";
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
