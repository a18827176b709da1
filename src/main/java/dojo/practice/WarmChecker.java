package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Seen;
import dojo.kata.Start;
import dojo.kata.Stubs;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import dojo.kata.Whereabouts;
import dojo.machine.MissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Checks what a student wrote, many times: its compiler stays warm, and a JVM can be started before
 * there is anything to check.
 */
public final class WarmChecker implements AutoCloseable {

  /** How long the tests of a kata may keep a processor busy while somebody waits for them. */
  public static final Duration SHORT_LIMIT = Duration.ofSeconds(2);

  private final Exercises exercises;
  private final KataSettings settings;
  private final Limit limit;
  private final Rehearsals rehearsals;

  /** The compiler, if it is open. */
  private final Deque<KataCompiler> compilers = new ConcurrentLinkedDeque<>();

  /** The JVM that waits, if one does. */
  private final Deque<StudentProcess> reserve = new ConcurrentLinkedDeque<>();

  WarmChecker(Exercises exercises, KataSettings settings, Limit limit) {
    this.exercises = exercises;
    this.settings = settings;
    this.limit = limit;
    this.rehearsals = new Rehearsals(exercises);
  }

  /** The compiler, opened when it is needed: a JVM that was started before warms up meanwhile. */
  private KataCompiler compiler() throws IOException {
    if (compilers.isEmpty()) {
      compilers.add(new KataCompiler(ClassPath.entries()));
    }
    return compilers.getFirst();
  }

  /**
   * Opens a checker for somebody who waits for each verdict.
   *
   * @param exercises where the katas are
   * @return the checker, which runs the tests with the usual seed
   */
  public static WarmChecker of(Exercises exercises) {
    return new WarmChecker(exercises, KataSettings.usual(), Limit.ofWork(SHORT_LIMIT));
  }

  /** Starts a JVM for the next check, unless one waits already. */
  public void prepare() {
    start();
  }

  /** Returns the JVM that was started, if none was waiting. */
  private Optional<StudentProcess> start() {
    Optional<StudentProcess> waiting = take();
    try {
      StudentProcess next = waiting.orElseGet(StudentProcess::new);
      reserve.add(next);
      return waiting.isPresent() ? Optional.empty() : Optional.of(next);
    } catch (UncheckedIOException e) {
      return Optional.empty(); // the check tries again, and tells
    }
  }

  /**
   * Starts a JVM for the next check, unless one waits already, and lets it rehearse: the tests of a
   * kata pass there once, with the solution, before anyone waits for them. Where there is no
   * solution, there is no rehearsal.
   *
   * @param kata the kata that will probably be checked next
   */
  public void prepare(Kata kata) {
    start().ifPresent(process -> rehearse(kata, process));
  }

  private void rehearse(Kata kata, StudentProcess process) {
    try {
      Path classes = rehearsals.classes(kata, compiler());
      process.rehearse(classes, kata.testClass(), settings.parameters(exercises));
    } catch (IOException | RuntimeException e) {
      return; // the check comes to its verdict all the same, a little later
    }
  }

  /** The JVM that waits, if it still does. */
  private Optional<StudentProcess> take() {
    Optional<StudentProcess> waiting = Optional.ofNullable(reserve.poll());
    waiting.filter(process -> !process.isWaiting()).ifPresent(StudentProcess::close);
    return waiting.filter(StudentProcess::isWaiting);
  }

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
      if (!Files.exists(kata.test())) {
        return verdict(kata, "", new Seen.NoTest(), "");
      }
      try (StudentProcess process = take().orElseGet(StudentProcess::new)) {
        return check(kata, process);
      }
    } catch (CancellationException | MissingException stopped) {
      throw stopped; // the reader interrupted it; or a Java without a compiler, which has a remedy
    } catch (IOException | RuntimeException e) {
      return verdict(kata, "", new Seen.Fault(e.toString()), "");
    }
  }

  private Verdict check(Kata kata, StudentProcess process) throws IOException {
    Optional<Seen> trouble = new Whereabouts(kata).trouble(exercises);
    if (trouble.isEmpty()) {
      trouble = compile(process.folder(), kata);
    }
    if (trouble.isPresent()) {
      return verdict(kata, "", trouble.get(), "");
    }
    StudentProcess.End end = process.run(kata.testClass(), settings.parameters(exercises), limit);
    return end.outcomes()
        .map(seen -> new Verdict(kata.label(), seen, end.printed()))
        .orElseGet(() -> unfinished(kata, end));
  }

  /** The student's class ended or held up its tests, unless not even the first was started. */
  private static Verdict unfinished(Kata kata, StudentProcess.End end) {
    Seen seen =
        !end.exceeded().isZero()
            ? new Seen.TooSlow(end.exceeded().toSeconds())
            : end.lastTest().isEmpty()
                ? new Seen.NotStarted(end.exit())
                : new Seen.Ended(end.exit());
    return verdict(kata, end.lastTest(), seen, end.printed());
  }

  private static Verdict verdict(Kata kata, String test, Seen seen, String printed) {
    return new Verdict(kata.label(), List.of(TestOutcome.of(test, seen)), printed);
  }

  /** Compiles all sources of the folder: a student may add a class of their own. */
  private Optional<Seen> compile(Path into, Kata kata) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : kata.sources()) {
      try {
        sources.add(Source.of(kata, file));
      } catch (Encoding.UnknownException e) {
        return Optional.of(new Seen.NotText(file.getFileName().toString(), e.looksLike()));
      } catch (AccessDeniedException e) {
        String name = file.getFileName().toString();
        return Optional.of(new Seen.Unreadable(name, Seen.Unreadable.Why.PERMISSION));
      }
    }
    List<Seen.Problem> problems = compiler().compile(sources, into);
    return problems.isEmpty() ? Optional.empty() : Optional.of(new Seen.NotCompiled(problems));
  }

  /**
   * Checks one kata, but a file as it was at the start, beside nothing else, is known to be still
   * to do, be it a TODO or a bug, which saves a moment.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict glance(Kata kata) {
    try {
      if (new Stubs(exercises).isUntouched(kata)) {
        return verdict(kata, "", new Seen.Todo(""), "");
      }
    } catch (IOException | UncheckedIOException | KataFileException e) {
      return check(kata); // which says what is missing
    }
    return check(kata);
  }

  /**
   * Shows how one kata stands to a student who takes it in hand: as {@link #glance}, but a bug that
   * is to be found shows its symptom.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  Verdict look(Kata kata) {
    try {
      return kata.plan().start() == Start.BUG ? check(kata) : glance(kata);
    } catch (KataFileException e) {
      return glance(kata); // which says what is missing
    }
  }

  /** Ends the JVM that waits. */
  @Override
  public void close() {
    take().ifPresent(StudentProcess::close);
    rehearsals.close();
    try {
      for (KataCompiler compiler : compilers) {
        compiler.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
