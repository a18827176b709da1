package dojo.grade;

import dojo.expect.RemoteStudent;
import dojo.expect.Seam;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one student's classes are tested, kata by kata: their process is started anew when it has
 * ended, and of each test is known whether it was answered.
 */
final class Seat implements Sitting, AutoCloseable {
  /** After so many tests of a kata that took too long, the rest of them is not tried. */
  private static final int SLOW = 3;

  /** How often a process is started before that is an error of the kit, and how long between. */
  private static final int STARTS = 5;

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Supplier<StudentChild> start;
  private final long seconds;
  private final long seed;
  private final AtomicReference<@Nullable StudentChild> child = new AtomicReference<>();
  private final AtomicReference<Map<String, byte[]>> classes = new AtomicReference<>(Map.of());
  private final AtomicReference<String> test = new AtomicReference<>("");
  private final Map<String, Seen> unanswered = new ConcurrentHashMap<>();
  private final AtomicInteger slow = new AtomicInteger();
  private final AtomicReference<Duration> formerWork = new AtomicReference<>(Duration.ZERO);

  /** Whether the process was started, but has not been asked for anything yet. */
  private final AtomicBoolean isNew = new AtomicBoolean(true);

  /** Whether classes of another kata were in the process before. */
  private final AtomicBoolean isShared = new AtomicBoolean();

  /** Makes a seat; the process is started now, so that it warms up. Its tests have limits. */
  Seat(Supplier<StudentChild> start, Limits limits, long seed) {
    this.start = start;
    this.seed = seed;
    this.seconds = limits.work().toSeconds();
    child.set(start.get());
  }

  /**
   * The tests of a kata begin.
   *
   * @param next the student's classes
   */
  void begin(Map<String, byte[]> next) {
    classes.set(next);
    unanswered.clear();
    slow.set(0);
    test.set("");
    StudentChild waiting = child.get();
    isShared.set(waiting != null && !isNew.get());
    if (waiting != null) {
      waiting.nextKata();
    }
  }

  /** Whatever the process was asked so far, the next tests begin in another one. */
  void forget() {
    drop();
  }

  /** The same tests begin once more, in a process in which no other kata has left anything. */
  void beginAlone() {
    drop();
    begin(classes());
  }

  /** Whether a test was not answered, perhaps because of another kata of the same student. */
  boolean isDoubtful() {
    return isShared.get() && !unanswered.isEmpty();
  }

  /** A test begins. */
  void begin(String name) {
    look();
    test.set(name);
  }

  /** Looks whether the last test was answered; if not, its process is of no use any more. */
  private void look() {
    StudentChild last = child.get();
    Optional<Seen> fate = last == null ? Optional.empty() : last.student().fate();
    fate.ifPresent(this::note);
    if (fate.isPresent()) {
      drop();
    }
  }

  private void note(Seen fate) {
    unanswered.putIfAbsent(test.get(), fate);
    if (fate instanceof Seen.TooSlow) {
      slow.incrementAndGet();
    }
  }

  private void drop() {
    StudentChild last = child.getAndSet(null);
    if (last != null) {
      formerWork.accumulateAndGet(last.worked(), Duration::plus);
      last.close();
    }
  }

  @Override
  public Seam open(String className, Seam back) {
    if (slow.get() >= SLOW) {
      Seen why = new Seen.TooSlow(seconds);
      unanswered.putIfAbsent(test.get(), why);
      return RemoteStudent.closed(why);
    }
    StudentChild now = ready();
    now.nextTask();
    return now.student().open(className, classes(), back);
  }

  /** What another student has started may leave no room for a process, but not for long. */
  private StudentChild ready() {
    for (int tries = 1; ; tries++) {
      try {
        StudentChild now = child.get();
        if (now == null) {
          now = start.get();
          child.set(now);
          isNew.set(true);
        }
        if (isNew.get()) {
          now.awaitStart();
          isNew.set(false);
        }
        return now;
      } catch (IllegalStateException | UncheckedIOException e) {
        drop();
        if (tries == STARTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public Map<String, byte[]> classes() {
    return Objects.requireNonNull(classes.get()); // it never holds null
  }

  /**
   * The tests of a kata have ended.
   *
   * @param seen what they saw
   * @return the same, but no test is green that was not answered
   */
  List<TestOutcome> end(List<TestOutcome> seen) {
    look();
    return seen.stream().map(this::answered).toList();
  }

  private TestOutcome answered(TestOutcome outcome) {
    Seen fate = unanswered.get(outcome.test());
    return fate != null && outcome.seen() instanceof Seen.Passed
        ? TestOutcome.of(outcome.test(), fate)
        : outcome;
  }

  /** The seed of this student's tests. */
  long seed() {
    return seed;
  }

  /** What the classes printed. */
  String printed() {
    StudentChild now = child.get();
    if (now == null) {
      return "";
    }
    now.nextTask(); // this thread may have worked for long, and not for this student
    return now.student().printed();
  }

  /** For how long processors worked for the classes so far, in all processes together. */
  Duration worked() {
    StudentChild now = child.get();
    Duration former = Objects.requireNonNull(formerWork.get()); // it never holds null
    return now == null ? former : former.plus(now.worked());
  }

  /** Whether the process has ended, but the tests wait for it without end. */
  boolean isStuck() {
    StudentChild now = child.get();
    return now != null && now.isStuck();
  }

  @Override
  public void close() {
    drop();
  }
}
