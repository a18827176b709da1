package dojo.lab;

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
  public List<Check> examine() {
    List<Check> checks = new ArrayList<>();
    checks.add(compiler());
    checks.add(maven());
    checks.add(kit());
    VirtualEnvironment environment = project.environment();
    if (environment.isReady()) {
      checks.add(Check.passed("Python and Jupyter in " + environment.folder()));
    } else {
      checks.addAll(python());
    }
    return checks;
  }

  private Check compiler() {
    String name = "JDK " + jdk.version() + " in " + jdk.home();
    return jdk.compiles()
        ? Check.passed(name)
        : Check.failed(name + " has no compiler", os.installJdk());
  }

  private Check maven() {
    String mvn = os == Os.WINDOWS ? "mvn.cmd" : "mvn";
    try {
      Child.Output output =
          Child.run(new ProcessBuilder(mvn, "-q", "--version").redirectErrorStream(true));
      return output.exit() == 0
          ? Check.passed("Maven")
          : Check.failed(
              "Maven does not start (" + output.text().lines().findFirst().orElse("") + ")",
              os.installMaven());
    } catch (UncheckedIOException notThere) {
      return Check.failed("Maven is not on the path", os.installMaven());
    }
  }

  private Check kit() {
    boolean built =
        Files.exists(project.home().resolve("target").resolve("dojo.jar"))
            && Files.isDirectory(project.home().resolve("target").resolve("lib"));
    return built
        ? Check.passed("the kit, built, version " + Project.version())
        : Check.failed("the kit is not built", "mvn package");
  }

  /** What the first run will need: Python, and the network. */
  private List<Check> python() {
    try {
      Python python = Python.find(os);
      Check found = Check.passed("Python " + python.version());
      return List.of(found, network(python));
    } catch (MissingException e) {
      return List.of(Check.failed(e.what(), e.remedy()));
    }
  }

  /** Asks pip, which knows of mirrors and proxies; a Python without pip of its own is not asked. */
  private static Check network(Python python) {
    String plan = "Jupyter is not installed yet; the first ./dojo run or ./dojo lab does it";
    List<String> pip = new ArrayList<>(python.command());
    pip.addAll(List.of("-m", "pip"));
    if (Child.run(quiet(pip, "--version")).exit() != 0
        || Child.run(quiet(pip, "index", "--retries", "1", "versions", "nbclient")).exit() == 0) {
      return Check.passed(plan);
    }
    return Check.failed(plan + ", but the package index does not answer", "connect to the network");
  }

  private static ProcessBuilder quiet(List<String> command, String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    return new ProcessBuilder(all).redirectErrorStream(true);
  }
}
