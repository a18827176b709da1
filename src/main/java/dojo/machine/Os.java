package dojo.machine;

import dojo.words.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The operating system, as far as the kit must know it. */
public enum Os {
  /** Linux with apt: Debian, Ubuntu and the like; also the guess for an unknown system. */
  DEBIAN,
  /** Linux with dnf: Fedora, RHEL and the like. */
  FEDORA,
  /** macOS. */
  MACOS,
  /** Windows. */
  WINDOWS;

  /**
   * Returns the system this program runs on.
   *
   * @return the system
   */
  public static Os current() {
    Os os = named(System.getProperty("os.name", ""));
    return os == DEBIAN && Files.exists(Path.of("/usr/bin/dnf")) ? FEDORA : os;
  }

  /**
   * Returns the system with a name such as Java reports it.
   *
   * @param name the value of {@code os.name}, for example {@code "Mac OS X"}
   * @return the system; {@link #DEBIAN} if it is none of the others
   */
  public static Os named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("windows") ? WINDOWS : lower.startsWith("mac") ? MACOS : DEBIAN;
  }

  /**
   * Returns where a program of a virtual environment or of a JDK lies.
   *
   * @param bin the folder of its programs
   * @param name the program's name without ending
   * @return the file
   */
  public Path program(Path bin, String name) {
    return bin.resolve(this == WINDOWS ? name + ".exe" : name);
  }

  /**
   * Returns the folder in which a Python virtual environment keeps its programs.
   *
   * @param environment the environment's folder
   * @return the folder
   */
  public Path scripts(Path environment) {
    return environment.resolve(this == WINDOWS ? "Scripts" : "bin");
  }

  /**
   * Returns the ways to call Python on this system, the likeliest first.
   *
   * @return commands to try in turn
   */
  public List<List<String>> pythons() {
    return this == WINDOWS
        ? List.of(List.of("py", "-3"), List.of("python"), List.of("python3"))
        : List.of(List.of("python3"), List.of("python"));
  }

  /**
   * Returns the command that installs a JDK.
   *
   * @return a command for the reader's shell
   */
  public Sentence installJdk() {
    return switch (this) {
      case DEBIAN ->
          Sentence.of(
              Os.class, "this-or-that", "sudo apt install openjdk-17-jdk", "openjdk-21-jdk");
      case FEDORA -> Sentence.verbatim("sudo dnf install java-21-openjdk-devel");
      case MACOS -> Sentence.verbatim("brew install --cask temurin");
      case WINDOWS -> Sentence.verbatim("winget install EclipseAdoptium.Temurin.21.JDK");
    };
  }

  /**
   * Returns the command that installs Maven.
   *
   * @return a command for the reader's shell
   */
  public Sentence installMaven() {
    return Sentence.verbatim(
        switch (this) {
          case DEBIAN -> "sudo apt install maven";
          case FEDORA -> "sudo dnf install maven";
          case MACOS -> "brew install maven";
          case WINDOWS -> "choco install maven";
        });
  }

  /**
   * Returns the command that installs Python.
   *
   * @return a command for the reader's shell
   */
  public Sentence installPython() {
    return Sentence.verbatim(
        switch (this) {
          case DEBIAN -> "sudo apt install python3 python3-venv";
          case FEDORA -> "sudo dnf install python3";
          case MACOS -> "brew install python";
          case WINDOWS -> "winget install Python.Python.3.13";
        });
  }

  /**
   * Returns the command that completes a Python which cannot make virtual environments.
   *
   * @param python the incomplete Python's version, for example {@code "3.11.7"}
   * @return a command for the reader's shell
   */
  public Sentence installVenv(String python) {
    String minor = python.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    return this == DEBIAN
        ? Sentence.verbatim("sudo apt install python" + minor + "-venv")
        : installPython();
  }
}
