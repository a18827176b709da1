package dojo.cli;

import dojo.grade.ClassGrading;
import dojo.grade.Estimate;
import dojo.grade.Grade;
import dojo.grade.Graded;
import dojo.grade.KataGrade;
import dojo.grade.Remark;
import dojo.kata.State;
import dojo.words.PlainNumber;
import dojo.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Tells of each submission in a line, and how long the rest will take. */
final class GradeProgress implements ClassGrading.Listener {

  /** A log, whose lines stay, gets an estimate after each so many parts of the class. */
  private static final int PARTS = 10;

  private final Terminal terminal;
  private final Words words;
  private final int all;
  private final long start = System.nanoTime();
  private final AtomicInteger anew = new AtomicInteger();
  private final Map<State, Integer> states = new EnumMap<>(State.class);

  GradeProgress(Terminal terminal, Words words, int all) {
    this.terminal = terminal;
    this.words = words;
    this.all = all;
  }

  @Override
  public void graded(Graded graded, boolean now, int done) {
    terminal.forget();
    Grade grade = graded.grade();
    states.merge(grade.state(), 1, Integer::sum);
    anew.addAndGet(now ? 1 : 0);
    if (now) {
      terminal.say(line(graded, done));
      if (graded.obstacle().isEmpty()) {
        graded.remarks().forEach(remark -> terminal.say("    " + text(remark)));
      }
    }
    estimate(done).ifPresent(this::tell);
    if (!terminal.live() && all > PARTS && done * PARTS / all > (done - 1) * PARTS / all) {
      estimate(done).ifPresent(terminal::say);
    }
  }

  private void tell(String estimate) {
    terminal.sayForNow(estimate);
  }

  private String line(Graded graded, int done) {
    Grade grade = graded.grade();
    String mark = grade.state() == State.GREEN ? terminal.yes() : terminal.no();
    String name = grade.submission().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    String said =
        grade.state() == State.ERROR
            ? graded
                .obstacle()
                .map(remark -> words.say("not-read", name, text(remark)))
                .orElseGet(() -> words.say("no-grade", name, failed(grade)))
            : words.say(
                "points-of",
                name,
                PlainNumber.of(grade.points()),
                PlainNumber.of(grade.outOf()),
                grade.count(State.GREEN),
                grade.count(State.RED),
                grade.count(State.TODO));
    return words.say("graded-of", done, all, mark, said);
  }

  private static String failed(Grade grade) {
    return grade.katas().stream()
        .filter(kata -> kata.state() == State.ERROR)
        .map(KataGrade::kata)
        .collect(Collectors.joining(", "));
  }

  private String text(Remark remark) {
    return (remark.file() + " " + remark.what().in(words.language())).strip();
  }

  private Optional<String> estimate(int done) {
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    return Estimate.of(anew.get(), all - done, passed)
        .map(left -> words.say("graded-and-left", done, all, left.in(words.language())));
  }

  /** Tells of all of them together. */
  void sum(Path folder) {
    terminal.forget();
    int known = all - anew.get();
    if (known > 0) {
      terminal.say(words.say("graded-before", known));
    }
    terminal.say(words.say("grades-are-in", all, states.getOrDefault(State.GREEN, 0), folder));
    if (failed() > 0) {
      terminal.say(words.say("without-a-grade", failed()));
    }
  }

  /** Returns how many have no grade. */
  int failed() {
    return states.getOrDefault(State.ERROR, 0);
  }
}
