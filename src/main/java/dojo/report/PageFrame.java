package dojo.report;

import dojo.book.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole page, which needs nothing beside it. Its policy lets a browser load nothing, and run no
 * script but the one of the kit, whatever a student may have smuggled into it.
 */
final class PageFrame {
  private static final String TEMPLATE = resource("page.html");
  private static final String STYLE = Look.base() + resource("page.css");
  private static final String SCRIPT = resource("page.js");
  private static final Pattern PLACE = Pattern.compile("<!--([a-z]+)-->");

  private PageFrame() {}

  /**
   * Returns a page that a browser can search and sort.
   *
   * @param kind how its style knows it
   * @param language the tag of its language
   * @param title what its window is called
   * @param body what stands in it
   */
  static String withScript(String kind, String language, String title, Html body) {
    return page(kind, language, title, body, SCRIPT);
  }

  /** Returns a page without a script. */
  static String plain(String kind, String language, String title, Html body) {
    return page(kind, language, title, body, "");
  }

  private static String page(String kind, String language, String title, Html body, String script) {
    return PLACE
        .matcher(TEMPLATE)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    switch (place.group(1)) {
                      case "language" -> language;
                      case "styles" -> hash(STYLE);
                      case "scripts" -> script.isEmpty() ? "'none'" : hash(script);
                      case "title" -> Html.text(title).toString();
                      case "style" -> STYLE;
                      case "kind" -> kind;
                      case "body" -> body.toString();
                      case "script" -> script.isEmpty() ? "" : "<script>" + script + "</script>";
                      default -> throw new IllegalStateException(place.group());
                    }));
  }

  /** By which a browser knows that a style or a script is the one that was meant. */
  private static String hash(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String resource(String name) {
    try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dojo/report/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
