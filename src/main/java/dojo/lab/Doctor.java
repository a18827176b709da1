package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.words.Sentence;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for everything the kit needs, and names the command that mends what is missing.
 *
 * @param project the project to look at
 * @param jdk the JDK that runs the kit
 * @param os the system
 */
public record Doctor(Project project, Jdk jdk, Os os) {

  /**
   * Makes all checks; installs and changes nothing.
   *
   * @return the needs, in the order in which to meet them
   */
  public List<Need> examine() {
    List<Need> needs = new ArrayList<>();
    needs.add(compiler());
    needs.add(maven());
    needs.add(kit());
    VirtualEnvironment environment = VirtualEnvironment.of(project);
    if (environment.isReady()) {
      needs.add(Need.met(sentence("jupyter-is-installed", environment.folder())));
    } else {
      needs.addAll(python());
    }
    return needs;
  }

  private Need compiler() {
    return jdk.compiles()
        ? Need.met(sentence("jdk", jdk.version(), jdk.home()))
        : Need.missing(sentence("jdk-has-no-compiler", jdk.version(), jdk.home()), os.installJdk());
  }

  private Need maven() {
    String mvn = os == Os.WINDOWS ? "mvn.cmd" : "mvn";
    try {
      ChildProcess.Output output =
          ChildProcess.run(new ProcessBuilder(mvn, "-q", "--version").redirectErrorStream(true));
      return output.exit() == 0
          ? Need.met(sentence("maven"))
          : Need.missing(
              sentence("maven-does-not-start", firstLine(output.text())),
              sentence("mend-maven", os.installMaven()));
    } catch (UncheckedIOException notThere) {
      return Need.missing(sentence("maven-is-not-on-the-path"), os.installMaven());
    }
  }

  private static String firstLine(String printed) {
    return Jdk.withoutNotes(printed).lines().findFirst().orElse("");
  }

  private Need kit() {
    boolean built =
        Files.exists(project.target().resolve("dojo.jar"))
            && Files.isDirectory(project.target().resolve("lib"));
    return built
        ? Need.met(sentence("kit-is-built", Project.version()))
        : Need.missing(sentence("kit-is-not-built"), Sentence.verbatim("mvn package"));
  }

  /** What the first run will need: Python, and the network. */
  private List<Need> python() {
    try {
      Python python = Python.find(os);
      Need found = Need.met(sentence("python", python.version()));
      return List.of(found, network(python));
    } catch (MissingException e) {
      return List.of(Need.missing(e.what(), e.remedy()));
    }
  }

  /** Asks pip, which knows of mirrors and proxies; a Python without pip of its own is not asked. */
  private Need network(Python python) {
    Sentence plan = sentence("jupyter-is-not-installed-yet");
    if (Files.isDirectory(
        VirtualEnvironment.wheels(VirtualEnvironment.of(project).requirements()))) {
      return Need.met(sentence("jupyter-will-come-from-wheels"));
    }
    List<String> pip = new ArrayList<>(python.command());
    pip.addAll(List.of("-m", "pip"));
    if (ChildProcess.run(quiet(pip, "--version")).exit() != 0
        || ChildProcess.run(quiet(pip, "index", "--retries", "1", "versions", "nbclient")).exit()
            == 0) {
      return Need.met(plan);
    }
    return Need.missing(
        sentence("but-the-package-index-does-not-answer", plan),
        sentence("connect-to-the-network"));
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(Doctor.class, key, values);
  }

  private static ProcessBuilder quiet(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return new ProcessBuilder(all).redirectErrorStream(true);
  }
}
