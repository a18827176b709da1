package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Seen;
import dojo.kata.Stubs;
import dojo.kata.TestOutcome;
import dojo.kata.TodoMark;
import dojo.kata.Verdict;
import dojo.machine.MissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
   * @return the verdict; an internal error if the kit could not find out
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict check(Kata kata) {
    try {
      Path folder = Files.createTempDirectory("dojo-" + kata.name());
      try {
        return checkIn(folder, kata);
      } finally {
        delete(folder);
      }
    } catch (CancellationException | MissingException stopped) {
      throw stopped; // the reader interrupted it; or a Java without a compiler, which has a remedy
    } catch (IOException | RuntimeException e) {
      return verdict(kata, "", new Seen.Fault(e.toString()), "");
    }
  }

  /**
   * Checks one kata, but a file as it was at the start, beside nothing else, is known to be still
   * to do, which saves a second.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict glance(Kata kata) {
    try {
      if (isUntouched(kata)) {
        return verdict(kata, "", new Seen.Todo(""), "");
      }
    } catch (IOException | UncheckedIOException | KataFileException e) {
      return check(kata); // which says what is missing
    }
    return check(kata);
  }

  private boolean isUntouched(Kata kata) throws IOException {
    String start = new Stubs(exercises).of(kata);
    return TodoMark.isIn(start)
        && List.copyOf(kata.sources()).equals(List.of(kata.source(), kata.test()))
        && Files.readString(kata.source()).replace("\r\n", "\n").equals(start);
  }

  private Verdict checkIn(Path folder, Kata kata) throws IOException {
    if (!Files.exists(kata.test())) {
      return verdict(kata, "", new Seen.NoTest(), "");
    }
    ResultFiles results = ResultFiles.expect(folder);
    try (StudentProcess child =
        new StudentProcess(folder, kata.testClass(), settings.parameters(exercises))) {
      Optional<Seen> trouble = compile(folder, kata);
      if (trouble.isPresent()) {
        return verdict(kata, "", trouble.get(), "");
      }
      StudentProcess.End end = child.run(limit);
      Optional<List<TestOutcome>> outcomes = end.killed() ? Optional.empty() : results.read();
      return outcomes
          .map(seen -> new Verdict(kata.label(), seen, end.printed()))
          .orElseGet(() -> unfinished(kata, results, end));
    }
  }

  /** The student's class ended or held up its tests, unless not even the first was started. */
  private Verdict unfinished(Kata kata, ResultFiles results, StudentProcess.End end) {
    String test = results.lastTest().orElse("");
    Seen seen =
        end.killed()
            ? new Seen.TooSlow(limit.toSeconds())
            : test.isEmpty() ? new Seen.NotStarted(end.exit()) : new Seen.Ended(end.exit());
    return verdict(kata, test, seen, end.printed());
  }

  private static Verdict verdict(Kata kata, String test, Seen seen, String printed) {
    return new Verdict(kata.label(), List.of(TestOutcome.of(test, seen)), printed);
  }

  /** Compiles all sources of the folder: a student may add a class of their own. */
  private static Optional<Seen> compile(Path folder, Kata kata) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : kata.sources()) {
      try {
        sources.add(Source.of(kata, file));
      } catch (Encoding.UnknownException e) {
        return Optional.of(new Seen.NotText(file.getFileName().toString(), e.looksLike()));
      }
    }
    try (KataCompiler compiler = new KataCompiler(ClassPath.entries())) {
      List<Seen.Problem> problems = compiler.compile(sources, folder);
      return problems.isEmpty() ? Optional.empty() : Optional.of(new Seen.NotCompiled(problems));
    }
  }

  /** As far as possible: a process that the student's class left behind may still write there. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
