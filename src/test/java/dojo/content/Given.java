package dojo.content;

import dojo.kata.Kata;
import dojo.machine.ChildProcess;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;

/**
 * Keeps a student's edits of what a kata gives, its test and its words, from turning the build red.
 *
 * <p>A proof that fails on a kata whose given files differ from the commit is reported as aborted.
 * With {@code -Pdev}, as in CI and for authors, it fails.
 */
public final class Given {
  private Given() {}

  public static void prove(Kata kata, Executable proof) throws Throwable {
    try {
      proof.execute();
    } catch (Throwable failed) {
      if (!Boolean.getBoolean("dojo.dev") && changed(kata)) {
        Assumptions.abort(
            "the test or the words of "
                + kata.name()
                + " were changed, so nothing is proved about it: git checkout exercises/"
                + kata.name()
                + " (keep your own class first), or mvn verify -Pdev to see what fails: "
                + failed);
      }
      throw failed;
    }
  }

  /** For a test that works on copies of the katas: they must be what the kit gives. */
  public static void assumeUntouched() {
    Assumptions.assumeFalse(
        !Boolean.getBoolean("dojo.dev") && changed("exercises/kata*/", "exercises/"),
        "a test or the words of a kata were changed: git checkout exercises (keep your own classes"
            + " first), or mvn verify -Pdev");
  }

  private static boolean changed(Kata kata) {
    return changed("exercises/" + kata.name() + "/", "exercises/");
  }

  private static boolean changed(String katas, String shared) {
    List<String> command =
        List.of(
            "git",
            "status",
            "--porcelain",
            "--",
            ":(glob)" + katas + "*Test.java",
            ":(glob)" + katas + "*.properties",
            ":(glob)" + shared + "*.properties");
    try {
      ChildProcess.Output told =
          ChildProcess.run(new ProcessBuilder(command).redirectErrorStream(true));
      return told.exit() == 0 && !told.text().isBlank();
    } catch (UncheckedIOException noGit) {
      return false;
    }
  }
}
