package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.kata.Exercises;
import dojo.kata.Stubs;
import dojo.machine.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a student calls it: the script, and the kit as it was built. */
@DisabledOnOs(OS.WINDOWS)
class ScriptIT {
  @TempDir Path folder;

  /** Java itself would fail on the first file, and so would the compiler and the student's code. */
  @Test
  void a_kata_is_checked_in_a_folder_that_the_c_locale_cannot_name() throws IOException {
    Path home = Files.createDirectories(folder.resolve("Übung"));
    for (String needed : new String[] {"notebooks", "src/main", "target"}) {
      Files.createDirectories(home.resolve(needed));
    }
    Path script =
        Files.copy(Path.of("dojo"), home.resolve("dojo"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "");
    Files.copy(Path.of("target/dojo.jar"), home.resolve("target/dojo.jar"));
    Files.createSymbolicLink(home.resolve("target/lib"), Path.of("target", "lib").toAbsolutePath());
    new Stubs(new Exercises(Path.of("exercises"))).write(home.resolve("exercises"));
    Files.copy(
        Path.of("solutions/kata01/KeepRule.java"),
        home.resolve("exercises/kata01/KeepRule.java"),
        StandardCopyOption.REPLACE_EXISTING);

    ProcessBuilder check = new ProcessBuilder(script.toString(), "check", "01");
    check.environment().put("LC_ALL", "C");
    ChildProcess.Output output = ChildProcess.run(check.redirectErrorStream(true));
    assertEquals(0, output.exit(), output.text());
  }
}
