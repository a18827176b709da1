package dojo.kata;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks what a student wrote, in a JVM of its own that is killed when its time is over.
 *
 * @param exercises where the katas are
 * @param settings how to run the tests
 * @param limit how long a kata may take
 */
public record Checker(Exercises exercises, Settings settings, Duration limit) {

  /** How long a kata may take if nobody says otherwise. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /**
   * Checks one kata; whatever the student's class does, the answer is a verdict.
   *
   * @param kata the kata
   * @return the verdict
   */
  public Verdict check(Kata kata) {
    try {
      Path folder = Files.createTempDirectory("dojo-" + kata.name());
      try {
        return checkIn(folder, kata);
      } finally {
        delete(folder);
      }
    } catch (IOException | RuntimeException e) {
      return verdict(kata, Outcome.trouble("kata " + kata.label() + " was not checked: " + e), "");
    }
  }

  /**
   * Checks one kata, but takes a file that still holds a TODO at its word, which saves a second.
   *
   * @param kata the kata
   * @return the verdict
   */
  public Verdict glance(Kata kata) {
    try {
      String text = Files.readString(kata.source());
      if (text.contains("throw new UnsupportedOperationException(\"TODO")) {
        return verdict(kata, new Outcome("", State.TODO, "", "not written yet"), "");
      }
    } catch (IOException e) {
      return check(kata); // which says what is missing
    }
    return check(kata);
  }

  private Verdict checkIn(Path folder, Kata kata) throws IOException {
    try (ChildProcess child =
        new ChildProcess(folder, kata.testClass(), settings.parameters(exercises))) {
      List<Compiler.Problem> problems = compile(folder, kata);
      if (!problems.isEmpty()) {
        return verdict(kata, Outcome.trouble(Troubles.compiling(kata, problems)), "");
      }
      ChildProcess.End end = child.run(limit);
      return end.killed() || !Files.exists(Child.result(folder))
          ? verdict(kata, Outcome.trouble(unfinished(folder, kata, end)), end.printed())
          : finished(folder, kata, end);
    }
  }

  private String unfinished(Path folder, Kata kata, ChildProcess.End end) throws IOException {
    Path running = Child.running(folder);
    String test = Files.exists(running) ? Files.readString(running) : "";
    return end.killed() ? Troubles.endless(kata, test, limit) : Troubles.ended(kata, test, end);
  }

  private static Verdict finished(Path folder, Kata kata, ChildProcess.End end) throws IOException {
    Outcome[] outcomes =
        new ObjectMapper().readValue(Child.result(folder).toFile(), Outcome[].class);
    return outcomes.length == 0
        ? verdict(kata, Outcome.trouble(Troubles.noTest(kata)), end.printed())
        : new Verdict(kata.label(), kata.title(), List.of(outcomes), end.printed());
  }

  private static Verdict verdict(Kata kata, Outcome outcome, String printed) {
    return new Verdict(kata.label(), kata.title(), List.of(outcome), printed);
  }

  /** Compiles all sources of the folder: a student may add a class of their own. */
  private static List<Compiler.Problem> compile(Path folder, Kata kata) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : javaFiles(kata)) {
      try {
        sources.add(Source.of(kata, file));
      } catch (MalformedInputException e) {
        String name = file.getFileName().toString();
        return List.of(new Compiler.Problem(name, 0, name + " is not UTF-8 text"));
      }
    }
    try (Compiler compiler = new Compiler(ClassPath.entries())) {
      return compiler.compile(sources, folder);
    }
  }

  private static List<Path> javaFiles(Kata kata) throws IOException {
    try (Stream<Path> files = Files.list(kata.folder())) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
