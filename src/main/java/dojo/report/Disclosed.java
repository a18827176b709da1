package dojo.report;

import dojo.grade.Disclosure;
import dojo.grade.Graded;
import dojo.grade.GroupGrade;
import dojo.grade.KataGrade;
import dojo.grade.Submission;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Report;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import dojo.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Makes of a grade what an audience may see of it, in words. */
final class Disclosed {
  private final Exercises exercises;
  private final Audience audience;
  private final Words words;

  // for a class of any size, the files of a kata are looked for once
  private final Map<String, Optional<Kata>> katas = new ConcurrentHashMap<>();
  private final Map<String, Composer> composers = new ConcurrentHashMap<>();
  private final Map<String, String> titles = new ConcurrentHashMap<>();

  Disclosed(Exercises exercises, Audience audience, Locale language) {
    this.exercises = exercises;
    this.audience = audience;
    this.words = Words.of(Disclosed.class, language);
  }

  SubmissionResult of(Submission submission, Graded graded, Optional<Long> classSeed) {
    return new SubmissionResult(
        submission.name(),
        audience.about(submission.about()),
        graded.grade().kit(),
        graded.grade().tier(),
        graded.grade().state(),
        graded.grade().points(),
        graded.grade().outOf(),
        graded.remarks(),
        graded.grade().katas().stream().map(this::of).toList(),
        classSeed.filter(any -> audience.seeds() == Audience.Seeds.PUBLISHED).map(graded::seed),
        words.language());
  }

  private KataResult of(KataGrade grade) {
    Composer composer = composers.computeIfAbsent(grade.kata(), this::composer);
    return new KataResult(
        grade.kata(),
        titles.computeIfAbsent(grade.kata(), this::title),
        grade.state(),
        grade.points(),
        grade.outOf(),
        grade.groups().stream().map(group -> of(group, composer)).toList());
  }

  private GroupResult of(GroupGrade grade, Composer composer) {
    Disclosure shown = audience.disclosure(grade.name());
    Verdict verdict = grade.verdict();
    Optional<TestOutcome> first = verdict.first();
    Stream<TestOutcome> tests =
        shown.shows(Disclosure.EVERYTHING)
            ? verdict.outcomes().stream()
            : shown.shows(Disclosure.EXAMPLE) ? first.stream() : Stream.empty();
    return new GroupResult(
        grade.name(),
        shown,
        grade.state(),
        grade.points(),
        grade.outOf(),
        shown.shows(Disclosure.DIAGNOSIS) ? first.map(each -> id(composer, each)).orElse("") : "",
        first.map(each -> report(composer, each, shown)).orElse(new Report(List.of())),
        tests.map(outcome -> of(outcome, composer)).toList(),
        shown.shows(Disclosure.EVERYTHING) ? Plain.lines(verdict.printed()) : "");
  }

  private TestResult of(TestOutcome outcome, Composer composer) {
    return new TestResult(
        outcome.test(),
        composer.title(outcome),
        outcome.state(),
        id(composer, outcome),
        report(composer, outcome, Disclosure.EVERYTHING));
  }

  private Report report(Composer composer, TestOutcome outcome, Disclosure shown) {
    if (outcome.state() == State.GREEN || outcome.state() == State.SKIPPED) {
      return new Report(List.of());
    }
    if (outcome.state() == State.ERROR && audience.who() == Audience.Who.STUDENT) {
      return new Report(List.of(new Report.Paragraph(words.say("kit-failed"))));
    }
    return new Report(
        composer.report(outcome).parts().stream()
            .filter(part -> isShown(part, outcome, shown))
            .toList());
  }

  /** A hint belongs to its diagnosis. */
  private static boolean isShown(Report.Part part, TestOutcome outcome, Disclosure shown) {
    if (part instanceof Report.Place && outcome.seen() instanceof Seen.Borrowed) {
      return false; // the line was looked for in the file that lies here, not in the student's
    }
    boolean why =
        part instanceof Report.Diagnosis
            || part instanceof Report.Symptom
            || part instanceof Report.Hint;
    return shown.shows(why ? Disclosure.DIAGNOSIS : Disclosure.EXAMPLE);
  }

  private static String id(Composer composer, TestOutcome outcome) {
    try {
      return composer.diagnosis(outcome);
    } catch (KataFileException e) {
      return outcome.diagnosis(); // without the files of a kata, nobody knows what is to be found
    }
  }

  private Composer composer(String label) {
    Composer composer =
        Composer.of("kata" + label + ".", kata(label), words.language())
            .withHintsShown(audience.hints());
    return audience.seeds() == Audience.Seeds.PUBLISHED ? composer : composer.withoutSeed();
  }

  private String title(String label) {
    try {
      return kata(label).map(kata -> kata.words(words.language()).title()).orElse("");
    } catch (KataFileException e) {
      return "";
    }
  }

  private Optional<Kata> kata(String label) {
    return katas.computeIfAbsent(
        label,
        any -> exercises.all().stream().filter(kata -> kata.label().equals(label)).findFirst());
  }
}
