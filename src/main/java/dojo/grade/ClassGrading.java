package dojo.grade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions, several at a time: takes each in, has it judged, gives it points and keeps
 * its grade before anybody hears of it.
 *
 * <p>Whatever happens at one submission, the others are graded, too. What goes wrong in this
 * program is an error of the kit: that submission has no grade, and is graded again by the next
 * run.
 */
public final class ClassGrading {
  private final Intake intake;
  private final GradeSettings settings;
  private final GradeStore store;
  private final Supplier<Judge> judges;

  /** Hears of each submission, one after the other, in the order in which they are done. */
  public interface Listener {

    /**
     * Hears of a submission.
     *
     * @param graded its grade, which is kept already
     * @param anew whether it was graded now, and not by an earlier run
     * @param done how many are done
     */
    void graded(Graded graded, boolean anew, int done);
  }

  /**
   * Makes ready.
   *
   * @param intake takes submissions in
   * @param settings by which they are graded
   * @param store keeps the grades
   * @param judges opens a judge for each that work side by side
   */
  public ClassGrading(
      Intake intake, GradeSettings settings, GradeStore store, Supplier<Judge> judges) {
    this.intake = intake;
    this.settings = settings;
    this.store = store;
    this.judges = judges;
  }

  /**
   * Grades.
   *
   * @param submissions the submissions
   * @param jobs how many at a time
   * @param listener hears of each
   * @throws CancellationException if this thread is interrupted; what is graded by then is kept
   */
  public void grade(List<Submission> submissions, int jobs, Listener listener) {
    BlockingQueue<Judge> idle = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    try {
      for (Submission submission : submissions) {
        all.add(
            threads.submit(
                () -> {
                  Result result = result(submission, idle);
                  synchronized (listener) {
                    listener.graded(result.graded(), result.anew(), done.incrementAndGet());
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
      idle.forEach(Judge::close);
    }
  }

  /** A grade, and whether it was made now. */
  private record Result(Graded graded, boolean anew) {}

  private Result result(Submission submission, BlockingQueue<Judge> idle) {
    Handed handed;
    try {
      handed = intake.read(submission);
    } catch (UnreadableException e) {
      return new Result(kept(failed(submission.name(), "", List.of(e.remark()), e)), true);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return new Result(kept(failed(submission.name(), "", List.of(), e)), true);
    }
    String content = Digest.of(handed);
    return store
        .find(submission.name(), content)
        .map(known -> new Result(known, false))
        .orElseGet(() -> new Result(kept(judged(handed, content, idle)), true));
  }

  /** A grade whose details are too much for this program must not be the end of all others. */
  private Graded kept(Graded graded) {
    try {
      store.write(graded);
      return graded;
    } catch (StackOverflowError | OutOfMemoryError e) {
      Graded failed = failed(graded.grade().submission(), graded.content(), graded.remarks(), e);
      store.write(failed);
      return failed;
    }
  }

  private Graded judged(Handed handed, String content, BlockingQueue<Judge> idle) {
    Judge judge = idle.poll();
    try {
      judge = judge == null ? judges.get() : judge;
      Judged judged = judge.judge(handed);
      Map<String, Duration> worked = new TreeMap<>();
      judged.katas().forEach(each -> worked.put(each.kata() + "/" + each.group(), each.worked()));
      Grade grade =
          settings.worth().grade(handed.submission(), settings.kit(), settings.tier(), judged);
      idle.add(judge);
      return new Graded(grade, content, handed.remarks(), worked);
    } catch (CancellationException e) {
      close(judge);
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      close(judge); // the next submission gets one that is whole
      return failed(handed.submission(), content, handed.remarks(), e);
    }
  }

  private static void close(@Nullable Judge judge) {
    if (judge != null) {
      judge.close();
    }
  }

  private Graded failed(String name, String content, List<Remark> remarks, Throwable e) {
    Grade grade = settings.worth().failed(name, settings.kit(), settings.tier(), e.toString());
    return new Graded(grade, content, remarks, Map.of());
  }
}
