package dojo.playground;

import dojo.data.OptDigits;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The page of the playground: one file that holds all it needs, the kit included, and opens by
 * double click.
 *
 * @param parts the folder with the page's own files: {@code page.html} and what it names
 * @param engine the folder with the compiled kit
 */
record PlaygroundPage(Path parts, Path engine) {
  private static final int DIGITS_TO_TRAIN = 700;
  private static final int DIGITS_TO_TEST = 300;

  private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"(.+)\">");
  private static final Pattern SCRIPT = Pattern.compile("<script(.*) src=\"(.+)\"></script>");
  private static final String ENGINE = "<!-- engine -->";

  /**
   * Writes the page.
   *
   * @param file where to
   * @param mark what it is made of: the first line after the document type
   * @throws MissingException if it cannot be written
   */
  void write(Path file, String mark) {
    try {
      String page = text(parts.resolve("page.html"));
      page = page.replaceFirst("\n", "\n" + mark + "\n");
      page = replace(page, STYLE, found -> "<style>" + part(found.group(1)) + "</style>");
      page =
          replace(
              page,
              SCRIPT,
              found -> "<script" + found.group(1) + ">" + part(found.group(2)) + "</script>");
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, page.replace(ENGINE, engineBlock()));
    } catch (IOException e) {
      throw new MissingException(
          Sentence.of(PlaygroundPage.class, "page-not-written", file, e.toString()),
          Sentence.of(PlaygroundPage.class, "mend-page"),
          e);
    }
  }

  private String engineBlock() throws IOException {
    return data("digits", " data-jvm=\"" + TwentySteps.run() + "\"", digits())
        + data(
            "engine-wasm",
            "",
            Base64.getEncoder()
                .encodeToString(Files.readAllBytes(engine.resolve("playground.wasm"))))
        + data("engine-script", "", safe(text(engine.resolve("playground.js"))))
        + "<script>"
        + safe(text(engine.resolve("classes.wasm-runtime.js")))
        + "</script>\n<script>"
        + part("engine.js")
        + "</script>";
  }

  private static String digits() {
    int[] trained = IntStream.range(0, DIGITS_TO_TRAIN).toArray();
    int[] tested = IntStream.range(0, DIGITS_TO_TEST).toArray();
    return DigitText.text(OptDigits.train().rows(trained))
        + DigitText.text(OptDigits.test().rows(tested));
  }

  private static String data(String id, String more, String text) {
    return "<script type=\"text/plain\" id=\"" + id + "\"" + more + ">\n" + text + "</script>\n";
  }

  private String part(String name) {
    try {
      return safe(text(parts.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page ends a script at its end tag, even inside a string. */
  private static String safe(String script) {
    return script.replace("</script", "<\\/script");
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String replace(String text, Pattern what, Function<MatchResult, String> by) {
    return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }
}
