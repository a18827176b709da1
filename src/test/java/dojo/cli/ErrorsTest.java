package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private final StringWriter err = new StringWriter();
  private final Errors errors = new Errors(new Main(terminal(), Path.of(""), Locale.ENGLISH));

  @Test
  void an_error_of_the_kit_itself_has_an_exit_code_of_its_own() {
    assertEquals(3, errors.failure(new IllegalStateException("lost")));
    assertEquals(
        "dojo: java.lang.IllegalStateException: lost (--debug shows where)",
        err.toString().strip());
  }

  @Test
  void what_is_missing_is_told_with_its_remedy() {
    Sentence what = Sentence.verbatim("Maven is missing");
    assertEquals(1, errors.failure(new MissingException(what, Os.MACOS.installMaven())));
    assertEquals("dojo: Maven is missing: brew install maven", err.toString().strip());
  }

  @Test
  void nothing_is_told_after_ctrl_c() {
    assertEquals(130, errors.failure(new CancellationException("stopped")));
    assertEquals("", err.toString());
  }

  private Terminal terminal() {
    PrintWriter writer = new PrintWriter(err, true);
    return Terminal.of(writer, writer, false, StandardCharsets.UTF_8);
  }
}
