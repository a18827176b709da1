package dojo.grade;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.WholeFile;
import dojo.practice.BriefFolder;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * JPlag (Prechelt, Malpohl and Philippsen, 2002, <a
 * href="https://github.com/jplag/JPlag">JPlag</a>), which finds what was copied though it was
 * renamed and rearranged.
 *
 * <p>It is under the GPL 3 and no part of the kit: Maven fetches it when somebody asks for it, into
 * its own repository, and it runs in a process of its own. Version 4.3.0 is the last that runs on
 * Java 17.
 */
final class JPlag implements Similarity.Tool {
  private static final String FETCH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  /** For a class of 300 it takes a minute; a source on which it never ends must not stop all. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Beside JPlag, the compiler reads every source. */
  private static final List<String> OPTIONS =
      List.of("-Xmx1g", "-Xss4m", "-Djava.awt.headless=true");

  private final String maven;

  JPlag() {
    this(Os.current() == Os.WINDOWS ? "mvn.cmd" : "mvn");
  }

  /** With another program in place of Maven. */
  JPlag(String maven) {
    this.maven = maven;
  }

  /**
   * Compares.
   *
   * @throws MissingException if JPlag cannot be fetched, or does not come to its end
   */
  @Override
  public void compare(Path folder, int most, Consumer<String> line) {
    try (BriefFolder own = new BriefFolder()) {
      String classPath = fetch(own.folder());
      Path program = copy("compare.java.txt", own.folder());
      List<String> arguments = new ArrayList<>(OPTIONS);
      arguments.addAll(List.of("-cp", classPath, "--source", "17", program.toString()));
      arguments.addAll(List.of(folder.toString(), Integer.toString(most)));
      run(arguments, line);
    } catch (IOException | UncheckedIOException e) {
      throw stopped(e.toString());
    }
  }

  private static void run(List<String> arguments, Consumer<String> line) {
    ProcessBuilder command = Jdk.running().java(Os.current(), arguments);
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    boolean[] done = {false};
    try (ChildProcess child = ChildProcess.start(command)) {
      child.endAfter(LONGEST);
      child.endInput();
      child.lines(
          each -> {
            done[0] |= each.equals("done");
            line.accept(each);
          });
      int exit = child.await();
      if (!done[0]) {
        throw stopped("exit " + exit);
      }
    }
  }

  private String fetch(Path own) throws IOException {
    Path pom = copy("pom.xml", own);
    Path answer = own.resolve("class-path.txt");
    ProcessBuilder command =
        new ProcessBuilder(
            maven, "-q", "-B", "-f", pom.toString(), FETCH, "-Dmdep.outputFile=" + answer);
    try {
      ChildProcess.Output output = ChildProcess.run(command.redirectErrorStream(true));
      if (output.exit() != 0 || !Files.exists(answer)) {
        throw notFetched(output.text().lines().findFirst().orElse("exit " + output.exit()));
      }
      return Files.readString(answer).strip();
    } catch (UncheckedIOException e) {
      throw notFetched(String.valueOf(e.getMessage()));
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    try (InputStream in = JPlag.class.getResourceAsStream("similarity/" + name)) {
      Path file = folder.resolve(name);
      WholeFile.write(file, Objects.requireNonNull(in).readAllBytes());
      return file;
    }
  }

  private static MissingException notFetched(String why) {
    return new MissingException(
        Sentence.of(JPlag.class, "jplag-not-fetched", why),
        Sentence.of(JPlag.class, "fetch-jplag"));
  }

  private static MissingException stopped(String why) {
    return new MissingException(
        Sentence.of(JPlag.class, "jplag-stopped", why),
        Sentence.of(JPlag.class, "compare-without"));
  }
}
