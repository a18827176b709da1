package dojo.practice;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Progress;
import dojo.kata.Report;
import dojo.kata.Verdict;
import dojo.words.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies before a student while the katas are watched: the kata in hand, its verdict, and an
 * open page.
 *
 * @param exercises where the katas are
 * @param kata the kata in hand
 * @param found what was found when it was looked at last, if it was
 * @param page what the student reads
 */
public record Desk(Exercises exercises, Kata kata, Optional<Found> found, Page page) {

  /**
   * What was found of a kata.
   *
   * @param verdict the verdict
   * @param report the same in words; they are composed once, for some of them are said only once
   * @param took how long the check took; zero if nobody waited for it
   */
  public record Found(Verdict verdict, Report report, Duration took) {}

  /** What is to be done next. */
  public enum Action {
    /** Show the page. */
    SHOW,
    /** See how the kata in hand stands: the student has not asked for a verdict. */
    GLANCE,
    /** Check the kata in hand. */
    CHECK,
    /** Check every kata. */
    CHECK_ALL,
    /** Open the student's file in the editor. */
    OPEN,
    /** Leave. */
    LEAVE
  }

  /**
   * What follows from a key or a save.
   *
   * @param desk what lies before the student now
   * @param action what is to be done next
   */
  public record Move(Desk desk, Action action) {}

  /**
   * Returns the desk as it was left: with the kata that was worked on last, otherwise with the
   * first that was not passed yet.
   *
   * @param exercises where the katas are, at least one
   * @return a desk without a verdict
   */
  public static Desk resume(Exercises exercises) {
    List<Kata> all = exercises.all();
    Progress progress = exercises.progress();
    Kata kata =
        all.stream()
            .filter(known -> progress.inHand().orElse(0) == known.number())
            .findFirst()
            .or(() -> all.stream().filter(known -> !progress.passed(known)).findFirst())
            .orElse(all.get(0));
    return of(exercises, kata);
  }

  /**
   * Returns a desk with a certain kata.
   *
   * @param exercises where the katas are
   * @param kata the kata to take in hand
   * @return a desk without a verdict
   */
  public static Desk of(Exercises exercises, Kata kata) {
    return new Desk(exercises, kata, Optional.empty(), new Page.OfVerdict());
  }

  /**
   * Takes the kata in hand that was saved.
   *
   * @param numbers the katas that were saved; of several, the one in hand is checked, or the first
   * @return a check, unless none of them is there
   */
  public Move saved(Set<Integer> numbers) {
    if (numbers.contains(kata.number())) {
      return new Move(this, Action.CHECK);
    }
    return exercises.all().stream()
        .filter(known -> numbers.contains(known.number()))
        .findFirst()
        .map(known -> new Move(of(exercises, known), Action.CHECK))
        .orElse(new Move(this, Action.SHOW));
  }

  /**
   * Does what a key asks for.
   *
   * @param key the key
   * @return what follows
   */
  public Move pressed(Key key) {
    return switch (key) {
      case HINT -> show(hint());
      case NEXT -> next();
      case LIST -> show(page instanceof Page.OfList ? new Page.OfVerdict() : new Page.OfList());
      case RUN -> new Move(this, Action.CHECK);
      case OPEN -> new Move(this, Action.OPEN);
      case SOLUTION -> show(solution());
      case QUIT -> new Move(this, Action.LEAVE);
    };
  }

  private Move show(Page next) {
    return new Move(with(next), Action.SHOW);
  }

  /** The hint after the one that was shown last; the last one again when all were. */
  private Page hint() {
    int last = kata.words(Locale.ROOT).hints().size();
    return new Page.OfHint(Math.min(exercises.progress().hint(kata) + 1, last));
  }

  private Page solution() {
    if (exercises.isStudentEdition()) {
      return new Page.OfReason(Sentence.of(Desk.class, "edition-without-solutions"));
    }
    return exercises.progress().passed(kata)
        ? new Page.OfSolution()
        : new Page.OfReason(Sentence.of(Desk.class, "solution-comes-later", kata.label()));
  }

  /** The next kata that was not passed yet; after the last of them, all are checked again. */
  private Move next() {
    Progress progress = exercises.progress();
    List<Kata> all = exercises.all();
    Optional<Kata> next =
        Stream.concat(
                all.stream().filter(known -> known.number() > kata.number()),
                all.stream().filter(known -> known.number() < kata.number()))
            .filter(known -> !progress.passed(known))
            .findFirst();
    if (next.isPresent()) {
      return new Move(of(exercises, next.get()), Action.GLANCE);
    }
    return progress.passed(kata)
        ? new Move(this, Action.CHECK_ALL)
        : show(new Page.OfReason(Sentence.of(Desk.class, "only-one-left", kata.label())));
  }

  /**
   * Returns a desk with another page.
   *
   * @param next what the student reads now
   * @return a changed copy
   */
  public Desk with(Page next) {
    return new Desk(exercises, kata, found, next);
  }

  /** Returns a desk with the same page, and what is found of the kata in hand now. */
  Desk withFound(Found now) {
    return new Desk(exercises, kata, Optional.of(now), page);
  }

  /**
   * Returns a desk with a kata and its verdict.
   *
   * @param seen the kata
   * @param now what was found when it was looked at
   * @return a changed copy, on which the verdict is read
   */
  public Desk with(Kata seen, Found now) {
    return new Desk(exercises, seen, Optional.of(now), new Page.OfVerdict());
  }
}
