package dojo.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Checks what a student wrote, in a JVM of its own that is killed when its time is over.
 *
 * @param exercises where the katas are
 * @param settings how to run the tests
 * @param limit how long a kata may take
 */
public record Checker(Exercises exercises, KataSettings settings, Duration limit) {

  /** How long a kata may take if nobody says otherwise. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /**
   * Checks one kata; whatever the student's class does, the answer is a verdict.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   */
  public Verdict check(Kata kata) {
    try {
      Path folder = Files.createTempDirectory("dojo-" + kata.name());
      try {
        return checkIn(folder, kata);
      } finally {
        delete(folder);
      }
    } catch (CancellationException stopped) {
      throw stopped; // the reader pressed Ctrl-C, or interrupted the cell of the notebook
    } catch (IOException | RuntimeException e) {
      return verdict(
          kata, TestOutcome.trouble("kata " + kata.label() + " was not checked: " + e), "");
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
        return verdict(kata, new TestOutcome("", State.TODO, "", "not written yet"), "");
      }
    } catch (IOException e) {
      return check(kata); // which says what is missing
    }
    return check(kata);
  }

  private Verdict checkIn(Path folder, Kata kata) throws IOException {
    try (StudentProcess child =
        new StudentProcess(folder, kata.testClass(), settings.parameters(exercises))) {
      List<KataCompiler.Problem> problems = compile(folder, kata);
      if (!problems.isEmpty()) {
        return verdict(kata, TestOutcome.trouble(Troubles.compiling(kata, problems)), "");
      }
      StudentProcess.End end = child.run(limit);
      return end.killed() || !Files.exists(StudentMain.result(folder))
          ? verdict(kata, TestOutcome.trouble(unfinished(folder, kata, end)), end.printed())
          : finished(folder, kata, end);
    }
  }

  private String unfinished(Path folder, Kata kata, StudentProcess.End end) throws IOException {
    Path running = StudentMain.running(folder);
    String test = Files.exists(running) ? Files.readString(running) : "";
    return end.killed() ? Troubles.endless(kata, test, limit) : Troubles.ended(kata, test, end);
  }

  private static Verdict finished(Path folder, Kata kata, StudentProcess.End end)
      throws IOException {
    TestOutcome[] outcomes =
        new ObjectMapper().readValue(StudentMain.result(folder).toFile(), TestOutcome[].class);
    return outcomes.length == 0
        ? verdict(kata, TestOutcome.trouble(Troubles.noTest(kata)), end.printed())
        : new Verdict(kata.label(), kata.title(), List.of(outcomes), end.printed());
  }

  private static Verdict verdict(Kata kata, TestOutcome outcome, String printed) {
    return new Verdict(kata.label(), kata.title(), List.of(outcome), printed);
  }

  /** Compiles all sources of the folder: a student may add a class of their own. */
  private static List<KataCompiler.Problem> compile(Path folder, Kata kata) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : javaFiles(kata)) {
      try {
        sources.add(Source.of(kata, file));
      } catch (MalformedInputException e) {
        String name = file.getFileName().toString();
        return List.of(new KataCompiler.Problem(name, 0, name + " is not UTF-8 text"));
      }
    }
    try (KataCompiler compiler = new KataCompiler(ClassPath.entries())) {
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
