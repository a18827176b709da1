package dojo.release;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build of an edition, in a copy of it, as the one who gets it will build it.
 *
 * @param folder the copy
 * @param os the system
 */
record Trial(Path folder, Os os) {
  /** What a check of katas that are all to do ends with. */
  private static final int RED = 1;

  /**
   * Runs Maven.
   *
   * @throws MissingException if it is not there, or does not succeed
   */
  void maven(String... words) {
    List<String> command = new ArrayList<>(List.of(os == Os.WINDOWS ? "mvn.cmd" : "mvn"));
    command.addAll(List.of("-B", "-q", "-Dstyle.color=never"));
    command.addAll(List.of(words));
    ChildProcess.Output said = run(command);
    if (said.exit() != 0) {
      throw failed("edition-does-not-build", String.join(" ", command), said);
    }
  }

  /**
   * Checks all katas, of which each must be to do, with the jar that was built.
   *
   * @throws MissingException if the command does not end as it should
   */
  void checkAll() {
    dojo(0, "katas");
    dojo(RED, "check", "all");
  }

  /**
   * Runs the jar that was built.
   *
   * @throws MissingException if it does not end with this exit code
   */
  void dojo(int exit, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                os.program(Jdk.running().bin(), "java").toString(),
                "-Ddojo.home=" + folder,
                "-jar",
                folder.resolve("target").resolve("dojo.jar").toString()));
    command.addAll(List.of(words));
    ChildProcess.Output said = run(command);
    if (said.exit() != exit) {
      throw failed("edition-does-not-check", "./dojo " + String.join(" ", words), said);
    }
  }

  private ChildProcess.Output run(List<String> command) {
    try {
      return ChildProcess.run(
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true));
    } catch (UncheckedIOException notThere) {
      throw new MissingException(
          Sentence.of(Trial.class, "does-not-start", command.get(0)), os.installMaven(), notThere);
    }
  }

  private static MissingException failed(String key, String command, ChildProcess.Output said) {
    List<String> lines = said.text().lines().filter(line -> !line.isBlank()).toList();
    // Maven says that there is an error before it says which; the file is what is looked for
    String reason =
        Stream.of(".java:", "ERROR")
            .flatMap(sign -> lines.stream().filter(line -> line.contains(sign)).limit(1))
            .findFirst()
            .orElse(said.exit() + "");
    return new MissingException(
        Sentence.of(Trial.class, key, command, reason),
        Sentence.of(Trial.class, "mend-and-commit"));
  }
}
