package dojo.machine;

import dojo.words.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A Java development kit. The one that runs the kit also runs the kernel and the students' classes.
 *
 * @param home its folder
 * @param version its version, for example {@code "17.0.15"}
 * @param compiles whether it has a compiler, or is only a JRE
 */
public record Jdk(Path home, String version, boolean compiles) {

  /** A virtual machine that finds one of these says so, amid what its program prints. */
  private static final List<String> VARIABLES =
      List.of("_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final Pattern NOTE =
      Pattern.compile("(NOTE: )?Picked up (" + String.join("|", VARIABLES) + "):.*");

  /**
   * Returns the JDK that runs this program.
   *
   * @return the JDK
   */
  public static Jdk running() {
    return new Jdk(
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.version"),
        ToolProvider.getSystemJavaCompiler() != null);
  }

  /**
   * Returns this JDK if it has a compiler, which every cell of a notebook needs.
   *
   * @param os the system, for the remedy
   * @return this JDK
   * @throws MissingException if it is a JRE
   */
  public Jdk compiling(Os os) {
    if (!compiles) {
      throw new MissingException(
          Sentence.of(Jdk.class, "java-has-no-compiler", version, home), os.installJdk());
    }
    return this;
  }

  /**
   * Returns the folder of its programs.
   *
   * @return the folder
   */
  public Path bin() {
    return home.resolve("bin");
  }

  /**
   * Returns a command that starts a virtual machine, whatever options the environment has for
   * others.
   *
   * @param os the system
   * @param arguments what follows {@code java}
   * @return the command, not yet started
   */
  public ProcessBuilder java(Os os, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(os.program(bin(), "java").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(VARIABLES);
    return builder;
  }

  /**
   * Returns what a program in Java printed, without what its virtual machine found in the
   * environment.
   *
   * @param printed what it printed
   * @return the other lines
   */
  public static String withoutNotes(String printed) {
    return printed
        .lines()
        .filter(line -> !NOTE.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }
}
