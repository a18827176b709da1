package dojo.playground;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the page of the playground at its first use, and keeps it until what it is made of changes.
 *
 * <p>It takes TeaVM, a compiler from Java to WebAssembly, which Maven fetches for this alone: some
 * fifty megabytes, once. The kit itself needs none of it.
 *
 * @param project the project
 * @param maven the program that is Maven here
 */
public record Playground(Project project, String maven) {

  /** All that the page is made of, in the project's folder. */
  private static final List<String> SOURCES =
      List.of(
          "pom.xml",
          "src/playground",
          "src/main/java/dojo/random",
          "src/main/java/dojo/tensor",
          "src/main/java/dojo/nn",
          "src/main/java/dojo/dropout",
          "src/main/java/dojo/optim",
          "src/main/java/dojo/data",
          "src/main/java/dojo/playground");

  /**
   * Returns the playground of a project.
   *
   * @param project the project
   * @return the playground, made or not
   */
  public static Playground of(Project project) {
    return new Playground(project, Os.current() == Os.WINDOWS ? "mvn.cmd" : "mvn");
  }

  /**
   * Returns where the page is, or will be.
   *
   * @return {@code target/course/playground.html}
   */
  public Path page() {
    return project.course().resolve("playground.html");
  }

  /**
   * Makes the page, unless it is there and up to date.
   *
   * @param say told that this will take a while, if it will
   * @return where it is
   * @throws MissingException if TeaVM cannot be fetched, or the page cannot be made; a page that is
   *     there stays as it is
   */
  public Path make(Consumer<Sentence> say) {
    String mark = mark();
    if (!isMadeOf(mark)) {
      say.accept(Sentence.of(Playground.class, "making"));
      compile();
      Path compiled = project.target().resolve("playground");
      new PlaygroundPage(project.home().resolve("src/playground/web"), compiled)
          .write(page(), mark);
    }
    return page();
  }

  /** Returns the line by which a page says what it was made of. */
  String mark() {
    return "<!-- made of " + sources() + " -->";
  }

  private boolean isMadeOf(String mark) {
    try (Stream<String> lines = Files.lines(page())) {
      return lines.limit(2).anyMatch(mark::equals);
    } catch (IOException | UncheckedIOException notThere) {
      return false;
    }
  }

  private void compile() {
    List<String> command =
        List.of(maven, "-B", "-q", "-Dstyle.color=never", "-Pplayground", "process-classes");
    ChildProcess.Output said;
    try {
      said =
          ChildProcess.run(
              new ProcessBuilder(command)
                  .directory(project.home().toFile())
                  .redirectErrorStream(true));
    } catch (UncheckedIOException e) {
      throw new MissingException(
          Sentence.of(Playground.class, "maven-does-not-start", maven),
          Os.current().installMaven(),
          e);
    }
    if (said.exit() != 0) {
      String reason =
          said.text()
              .lines()
              .filter(line -> line.contains("ERROR"))
              .findFirst()
              .orElse("exit " + said.exit());
      throw new MissingException(
          Sentence.of(Playground.class, "not-compiled", reason),
          Sentence.of(Playground.class, "connect"));
    }
  }

  /** Returns a mark of all that the page is made of: names and contents. */
  private String sources() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String source : SOURCES) {
        Path root = project.home().resolve(source);
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(
                (source + "/" + root.relativize(file))
                    .replace('\\', '/')
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new MissingException(
          Sentence.of(Playground.class, "no-sources", e.toString()),
          Sentence.of(Playground.class, "take-all"),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
