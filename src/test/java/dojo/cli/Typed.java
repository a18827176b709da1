package dojo.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of words typed after {@code ./dojo}.
 *
 * @param exit the exit code
 * @param out what was printed
 * @param err what was printed as an error
 */
record Typed(int exit, String out, String err) {

  /** Types words in a folder. */
  static Typed in(Path folder, String... words) {
    return with(Optional.empty(), folder, words);
  }

  /** Types words in a folder where {@code DOJO_LANG} is set. */
  static Typed in(String language, Path folder, String... words) {
    return with(Optional.of(language), folder, words);
  }

  private static Typed with(Optional<String> language, Path folder, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        Terminal.of(
            new PrintWriter(out, true), new PrintWriter(err, true), false, StandardCharsets.UTF_8);
    int exit = Main.run(terminal, folder, language, Locale.ENGLISH, words);
    return new Typed(exit, out.toString(), err.toString());
  }
}
