package dojo.grade;

import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs the tests here and the student's classes in a process of their own, one for all groups of
 * tests of a name, started anew only when it ends. What one group asks, no class can carry into
 * another, of which its student may be shown more: all visible groups come first.
 */
final class ProcessJudge implements Judge {
  private final Kit kit;
  private final AnswerCompiler compiler = new AnswerCompiler();

  ProcessJudge(Kit kit) {
    this.kit = kit;
  }

  @Override
  public Tier tier() {
    return kit.tier();
  }

  @Override
  public Judged judge(Handed handed) {
    Map<TestGroup, JudgedKata> judged = new HashMap<>();
    Map<Kata, AnswerCompiler.Answer> answers = new HashMap<>();
    try (Seat seat = new Seat(kit::child, kit.limits(), kit.seed(handed))) {
      String last = JudgedKata.VISIBLE;
      for (TestGroup group : visibleFirst()) {
        Kata kata = group.kata();
        if (!group.name().equals(last)) {
          seat.forget();
        }
        last = group.name();
        judged.put(
            group,
            judge(
                seat,
                group,
                answers.computeIfAbsent(
                    kata, any -> compiler.compile(kata, handed.files(kata.label())))));
      }
    }
    return new Judged(
        kit.groups().stream().flatMap(group -> Stream.ofNullable(judged.get(group))).toList());
  }

  private List<TestGroup> visibleFirst() {
    return kit.groups().stream()
        .sorted(
            Comparator.comparing((TestGroup group) -> !group.name().equals(JudgedKata.VISIBLE))
                .thenComparing(TestGroup::name))
        .toList();
  }

  private JudgedKata judge(Seat seat, TestGroup group, AnswerCompiler.Answer answer) {
    Optional<Seen> trouble = kit.fault(group).or(answer::trouble);
    if (trouble.isPresent()) {
      return judged(group, List.of(TestOutcome.of("", trouble.get())), "", Duration.ZERO);
    }
    Duration before = seat.worked();
    seat.begin(answer.classes());
    List<TestOutcome> outcomes = run(seat, group);
    if (seat.isDoubtful()) {
      seat.beginAlone();
      outcomes = run(seat, group);
    }
    Duration worked = seat.worked().minus(before);
    return judged(group, outcomes, seat.printed(), worked.isNegative() ? Duration.ZERO : worked);
  }

  private static JudgedKata judged(
      TestGroup group, List<TestOutcome> outcomes, String printed, Duration worked) {
    return new JudgedKata(group.kata().label(), group.name(), outcomes, printed, worked);
  }

  /**
   * On a thread of its own, which is left alone if it waits for what will never come.
   *
   * <p>The tests are loaded anew each time: a student's class may write into an array that it is
   * handed, and a test may keep that array in a static field.
   */
  private List<TestOutcome> run(Seat seat, TestGroup group) {
    Exam exam = kit.exam(group);
    FutureTask<List<TestOutcome>> run = new FutureTask<>(() -> exam.run(seat, kit.exercises()));
    Thread thread = new Thread(run, "judge " + group.kata().name());
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return run.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (seat.isStuck()) {
          seat.beginAlone();
          long seconds = kit.limits().work().toSeconds();
          return List.of(TestOutcome.of("", new Seen.TooSlow(seconds)));
        }
      } catch (ExecutionException e) {
        return List.of(TestOutcome.of("", new Seen.Fault(String.valueOf(e.getCause()))));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }

  @Override
  public void close() {
    compiler.close();
  }
}
