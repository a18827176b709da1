package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder into which Jupyter is installed, so that nothing else on the machine changes. It is
 * made as if the reader had no settings of Python or pip, except for the way to a package index.
 *
 * <p>It carries a stamp: a hash of what was installed and of the Python it was installed for. The
 * stamp is written last, so a folder without the right stamp is half made or out of date, and is
 * made anew; a folder with it is used as it is, without asking the network anything.
 *
 * @param folder where it lies, usually {@code .venv} in the project
 * @param requirements the file that names what it holds; beside it, {@code constraints.txt} has the
 *     versions of everything
 * @param os the system
 */
public record VirtualEnvironment(Path folder, Path requirements, Os os) {

  /**
   * Returns the virtual environment of a project.
   *
   * @param project the project
   * @return the environment, ready or not
   */
  public static VirtualEnvironment of(Project project) {
    return new VirtualEnvironment(
        project.home().resolve(".venv"),
        project.notebooks().resolve("requirements.txt"),
        Os.current());
  }

  /**
   * Returns its Python.
   *
   * @return the program
   */
  public Path python() {
    return os.program(os.scripts(folder), "python");
  }

  /**
   * Returns whether everything is installed as required.
   *
   * @return whether {@link #prepare} would have nothing to do
   */
  public boolean isReady() {
    try {
      if (!Files.exists(stamp())) {
        return false;
      }
      Optional<Python> python = Python.probe(List.of(python().toString()));
      return python.isPresent() && Files.readString(stamp()).equals(fingerprint(python.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the environment, unless it is ready.
   *
   * @param say told of what takes long
   * @throws MissingException if Python, one of its parts or the network is missing
   */
  public void prepare(Consumer<Sentence> say) {
    if (isReady()) {
      return;
    }
    Python python = Python.find(os);
    say.accept(sentence("setting-up-jupyter", folder.getFileName()));
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(stamp());
      List<String> create = new ArrayList<>(python.command());
      create.addAll(List.of("-I", "-m", "venv", "--clear", folder.toString()));
      ChildProcess.Output created =
          ChildProcess.run(new ProcessBuilder(create).redirectErrorStream(true));
      if (created.exit() != 0) {
        throw new MissingException(
            sentence("python-could-not-make-it", python.version(), folder),
            sentence("it-said", os.installVenv(python.version()), lastLine(created.text())));
      }
      install();
      WholeFile.write(stamp(), fingerprint(python));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the folder of wheels that an edition for a room without network has. */
  static Path wheels(Path requirements) {
    return requirements.toAbsolutePath().resolve("../../wheels").normalize();
  }

  /** From wheels that lie here; otherwise, or if these fit another system, from the network. */
  private void install() throws IOException {
    Path wheels = wheels(requirements);
    ChildProcess.Output output =
        Files.isDirectory(wheels) ? pip("--no-index", "--find-links", wheels.toString()) : pip();
    if (output.exit() != 0 && Files.isDirectory(wheels)) {
      output = pip();
    }
    Path log = folder.resolve("install.log");
    WholeFile.write(log, output.text() + "\n");
    if (output.exit() != 0) {
      throw new MissingException(
          sentence("jupyter-could-not-be-installed"),
          sentence("connect-and-run-again", lastLine(output.text()), log));
    }
  }

  private ChildProcess.Output pip(String... from) {
    List<String> command = new ArrayList<>(List.of(python().toString(), "-I", "-m", "pip"));
    command.addAll(List.of("install", "--disable-pip-version-check", "--no-input"));
    command.addAll(List.of("--retries", "2", "-r", requirements.toString()));
    command.addAll(List.of(from));
    ProcessBuilder pip = new ProcessBuilder(command);
    PipSettings.of(python()).applyTo(pip, os);
    return ChildProcess.run(pip.redirectErrorStream(true));
  }

  private static Sentence lastLine(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? sentence("nothing")
        : Sentence.verbatim(lines.get(lines.size() - 1).strip());
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(VirtualEnvironment.class, key, values);
  }

  private Path stamp() {
    return folder.resolve("dojo-stamp");
  }

  /** What the stamp must say: a change of any pinned version or of Python makes another. */
  String fingerprint(Python python) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(requirements));
      digest.update(Files.readAllBytes(requirements.resolveSibling("constraints.txt")));
      digest.update(python.version().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
