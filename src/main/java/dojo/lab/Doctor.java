package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for everything the kit needs, and names what mends what is missing.
 *
 * @param project the project to look at
 * @param jdk the JDK that runs the kit
 * @param os the system
 */
public record Doctor(Project project, Jdk jdk, Os os) {

  /**
   * Makes all checks; installs and changes nothing.
   *
   * @return the checks, in the order in which to mend
   */
  public List<Need> examine() {
    List<Need> checks = new ArrayList<>();
    checks.add(compiler());
    checks.add(maven());
    checks.add(kit());
    VirtualEnvironment environment = VirtualEnvironment.of(project);
    if (environment.isReady()) {
      checks.add(Need.passed("Python and Jupyter in " + environment.folder()));
    } else {
      checks.addAll(python());
    }
    return checks;
  }

  private Need compiler() {
    String name = "JDK " + jdk.version() + " in " + jdk.home();
    return jdk.compiles()
        ? Need.passed(name)
        : Need.failed(name + " has no compiler", os.installJdk());
  }

  private Need maven() {
    String mvn = os == Os.WINDOWS ? "mvn.cmd" : "mvn";
    try {
      ChildProcess.Output output =
          ChildProcess.run(new ProcessBuilder(mvn, "-q", "--version").redirectErrorStream(true));
      return output.exit() == 0
          ? Need.passed("Maven")
          : Need.failed(
              "Maven does not start (" + output.text().lines().findFirst().orElse("") + ")",
              os.installMaven());
    } catch (UncheckedIOException notThere) {
      return Need.failed("Maven is not on the path", os.installMaven());
    }
  }

  private Need kit() {
    boolean built =
        Files.exists(project.home().resolve("target").resolve("dojo.jar"))
            && Files.isDirectory(project.home().resolve("target").resolve("lib"));
    return built
        ? Need.passed("the kit, built, version " + Project.version())
        : Need.failed("the kit is not built", "mvn package");
  }

  /** What the first run will need: Python, and the network. */
  private List<Need> python() {
    try {
      Python python = Python.find(os);
      Need found = Need.passed("Python " + python.version());
      return List.of(found, network(python));
    } catch (MissingException e) {
      return List.of(Need.failed(e.what(), e.remedy()));
    }
  }

  /** Asks pip, which knows of mirrors and proxies; a Python without pip of its own is not asked. */
  private static Need network(Python python) {
    String plan = "Jupyter is not installed yet; the first ./dojo run or ./dojo lab does it";
    List<String> pip = new ArrayList<>(python.command());
    pip.addAll(List.of("-m", "pip"));
    if (ChildProcess.run(quiet(pip, "--version")).exit() != 0
        || ChildProcess.run(quiet(pip, "index", "--retries", "1", "versions", "nbclient")).exit()
            == 0) {
      return Need.passed(plan);
    }
    return Need.failed(plan + ", but the package index does not answer", "connect to the network");
  }

  private static ProcessBuilder quiet(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return new ProcessBuilder(all).redirectErrorStream(true);
  }
}
