package dojo.report;

import dojo.grade.Alike;
import dojo.grade.Graded;
import dojo.grade.GroupGrade;
import dojo.grade.KataGrade;
import dojo.grade.Remark;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something in a submission that somebody should look at. It is no proof of anything: a student may
 * have called {@code System.exit} in good faith, and an archiver may have packed a link.
 *
 * @param student the name of the submission
 * @param kata the label of the kata; empty if the whole submission is meant
 * @param what one sentence
 */
record Suspicion(String student, String kata, Sentence what) {
  private static final int PERCENT = 100;

  /** Remarks on what nobody hands in by accident. */
  private static final Set<String> ODD =
      Set.of(
          "leads-out",
          "is-a-link",
          "is-no-file",
          "too-many-entries",
          "too-many-sources",
          "sources-too-large",
          "unpacks-to-too-much",
          "too-deep");

  /** Returns what is suspicious in a submission, each once. */
  static List<Suspicion> in(Graded graded) {
    String name = graded.grade().submission();
    List<Suspicion> all = new ArrayList<>();
    for (Remark remark : graded.remarks()) {
      if (ODD.contains(remark.what().key())) {
        Sentence what =
            Sentence.of(Suspicion.class, "suspicious-file", remark.file(), remark.what());
        all.add(new Suspicion(name, "", what));
      }
    }
    for (KataGrade kata : graded.grade().katas()) {
      for (GroupGrade group : kata.groups()) {
        for (TestOutcome outcome : group.verdict().outcomes()) {
          what(outcome.seen()).ifPresent(it -> all.add(new Suspicion(name, kata.kata(), it)));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  /** Two answers that are nearly one. */
  static Suspicion of(Alike pair) {
    long percent = Math.round(PERCENT * pair.similarity());
    Sentence what = Sentence.of(Suspicion.class, "suspicious-alike", pair.other(), percent);
    return new Suspicion(pair.one(), pair.kata().replaceFirst("^kata", ""), what);
  }

  private static Optional<Sentence> what(Seen seen) {
    if (seen instanceof Seen.Borrowed borrowed) {
      return Optional.of(Sentence.of(Suspicion.class, "suspicious-borrowed", borrowed.type()));
    }
    if (seen instanceof Seen.Ended ended) {
      return Optional.of(Sentence.of(Suspicion.class, "suspicious-ended", ended.exit()));
    }
    return seen instanceof Seen.Garbled
        ? Optional.of(Sentence.of(Suspicion.class, "suspicious-garbled"))
        : Optional.empty();
  }
}
