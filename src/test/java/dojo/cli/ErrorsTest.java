package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
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
  void what_the_system_refuses_is_told_with_the_file() {
    for (String path : List.of("exercises/kata03", "exercises/kata03/.12-34.part")) {
      assertEquals(1, errors.failure(new AccessDeniedException(path)));
    }
    assertEquals(1, errors.failure(new FileAlreadyExistsException("afile")));
    IOException full = new FileSystemException("target/a", null, "No space left on device");
    assertEquals(1, errors.failure(new UncheckedIOException(full)));
    assertEquals(
        """
        dojo: exercises/kata03 cannot be read or written, for you have no permission: give it to \
        yourself (ls -ld shows who has it), or work in a copy of the project
        dojo: exercises/kata03 cannot be read or written, for you have no permission: give it to \
        yourself (ls -ld shows who has it), or work in a copy of the project
        dojo: afile is a file, where a folder is needed: name another folder
        dojo: target/a cannot be read or written: No space left on device
        """,
        err.toString().replace("\r", ""));
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
