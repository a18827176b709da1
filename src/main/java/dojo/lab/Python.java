package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Python of this machine, which carries Jupyter.
 *
 * @param command how to call it, for example {@code [py, -3]}
 * @param version its version, for example {@code "3.11.7"}
 * @param makesEnvironments whether {@code venv} and {@code ensurepip} are there; Debian leaves the
 *     latter out
 */
public record Python(List<String> command, String version, boolean makesEnvironments) {

  /** The oldest Python on which JupyterLab and nbclient install. */
  static final int OLDEST_MINOR = 10;

  private static final String PROBE =
      "import sys, importlib.util as u; print('%d.%d.%d' % sys.version_info[:3],"
          + " all(map(u.find_spec, ('venv', 'ensurepip'))))";

  /**
   * Returns the first usable Python on the path.
   *
   * @param os the system
   * @return the Python
   * @throws MissingException if there is none, it is too old or cannot make environments
   */
  public static Python find(Os os) {
    List<Python> found = os.pythons().stream().flatMap(command -> probe(command).stream()).toList();
    Python python =
        found.stream()
            .filter(Python::isNewEnough)
            .findFirst()
            .orElseThrow(() -> missing(found, os));
    if (!python.makesEnvironments) {
      throw new MissingException(
          Sentence.of(Python.class, "python-lacks-ensurepip", python.version),
          os.installVenv(python.version));
    }
    return python;
  }

  private static MissingException missing(List<Python> tooOld, Os os) {
    String oldest = "3." + OLDEST_MINOR;
    Sentence what =
        tooOld.isEmpty()
            ? Sentence.of(Python.class, "python-is-missing", oldest)
            : Sentence.of(Python.class, "python-is-too-old", oldest, tooOld.get(0).version);
    return new MissingException(what, os.installPython());
  }

  /** Asks a command for its version; empty if it is no Python, such as the stub of a store. */
  static Optional<Python> probe(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("-I", "-c", PROBE));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
      ChildProcess.Output output = ChildProcess.run(builder);
      String[] answer = output.text().split(" ", -1);
      return output.exit() == 0 && answer.length == 2
          ? Optional.of(new Python(command, answer[0], answer[1].equals("True")))
          : Optional.empty();
    } catch (UncheckedIOException notThere) {
      return Optional.empty();
    }
  }

  private boolean isNewEnough() {
    String[] parts = version.split("\\.", -1);
    int major = Integer.parseInt(parts[0]);
    return major > 3 || (major == 3 && Integer.parseInt(parts[1]) >= OLDEST_MINOR);
  }
}
