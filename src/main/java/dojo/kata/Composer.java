package dojo.kata;

import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns what was seen into what a student reads, in one language: the same words in a terminal, a
 * notebook, Maven and an editor.
 *
 * <p>The words stand in {@code dojo/kata/words.properties} and in the kata's own {@code
 * messages.properties}.
 */
public final class Composer {
  /** The hint that names the bug which a student has to find. */
  private static final int NAMING = 3;

  private final Subject subject;
  private final Words words;
  private final SeenText seen;
  private final int hintsShown;
  private final boolean passedBefore;

  private Composer(
      Subject subject, Words words, SeenText seen, int hintsShown, boolean passedBefore) {
    this.subject = subject;
    this.words = words;
    this.seen = seen;
    this.hintsShown = hintsShown;
    this.passedBefore = passedBefore;
  }

  /**
   * Makes the composer of a kata.
   *
   * @param kata the kata
   * @param language the language to speak; English where it has no translation
   * @return the composer
   */
  public static Composer of(Kata kata, Locale language) {
    return of(kata.name() + ".", Optional.of(kata), language);
  }

  /**
   * Makes a composer where the files of the kata may not be found.
   *
   * @param className the full name of the class that the student writes
   * @param kata the kata, if it was found
   * @param language the language to speak; English where it has no translation
   * @return the composer
   */
  public static Composer of(String className, Optional<Kata> kata, Locale language) {
    int hintsShown = kata.map(known -> known.progress().highestHint(known)).orElse(0);
    boolean passedBefore = kata.map(known -> known.progress().passed(known)).orElse(false);
    Subject subject = new Subject(className, kata, language);
    Words words = Words.of(Composer.class, language);
    SeenText seen = new SeenText(subject, words, true);
    return new Composer(subject, words, seen, hintsShown, passedBefore);
  }

  /**
   * Returns a composer for a reader who has seen so many hints, whatever is remembered here: where
   * a bug is to be found, hint 3 gives it its name.
   *
   * @param level the highest hint that was shown, from 0 to 4
   * @return a changed copy
   */
  public Composer withHintsShown(int level) {
    return new Composer(subject, words, seen, level, passedBefore);
  }

  /**
   * Returns a composer for a reader who must not know the seed of the run.
   *
   * @return a changed copy
   */
  public Composer withoutSeed() {
    return new Composer(
        subject, words, new SeenText(subject, words, false), hintsShown, passedBefore);
  }

  /**
   * Returns the word for how a test or a kata stands.
   *
   * @param state how it stands
   * @return for example {@code green}
   */
  public String word(State state) {
    return words.say("state-" + state.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the mistake that was recognised, as far as the reader is told.
   *
   * @param verdict the verdict on this kata
   * @return its id; an empty text if there is none, or if it is a bug that is still to be found
   * @throws KataFileException if the plan or the words of the kata are missing or broken
   */
  public String diagnosis(Verdict verdict) {
    return told(verdict.diagnosis());
  }

  private String told(String id) {
    return hintsShown < NAMING && symptom(id).isPresent() ? "" : id;
  }

  /** Only the bug that the student starts from has one: what they break themselves is told. */
  private Optional<String> symptom(String id) {
    return subject
        .plan()
        .filter(plan -> plan.start() == Start.BUG)
        .flatMap(plan -> subject.words())
        .flatMap(told -> told.symptom(id));
  }

  /**
   * Says why a test was not run.
   *
   * @param language the language to speak
   * @return one sentence
   */
  public static String skipped(Locale language) {
    return Words.of(Composer.class, language).say("skipped");
  }

  /**
   * Composes a verdict: all tests at a glance, and the failure that decides.
   *
   * @param verdict the verdict on this kata
   * @return the report
   */
  public Report report(Verdict verdict) {
    return report(verdict, verdict.first().stream().toList());
  }

  /**
   * Composes a verdict with every failure, not the first only.
   *
   * @param verdict the verdict on this kata
   * @return the report
   */
  public Report everyFailure(Verdict verdict) {
    return report(verdict, verdict.failures());
  }

  /**
   * Composes what one test saw.
   *
   * @param outcome the outcome of the test
   * @return the report
   */
  public Report report(TestOutcome outcome) {
    try {
      return new Report(failure(outcome));
    } catch (KataFileException e) {
      return new Report(List.of(new Report.Paragraph(e.in(words.language()))));
    }
  }

  private Report report(Verdict verdict, List<TestOutcome> failures) {
    List<Report.Part> parts = new ArrayList<>();
    try {
      parts.add(overview(verdict));
      for (TestOutcome failure : failures) {
        parts.addAll(failure(failure));
      }
      if (verdict.state() == State.GREEN) {
        subject.kata().map(this::lesson).ifPresent(parts::addAll);
      }
    } catch (KataFileException e) { // told in one line, with its remedy
      parts = new ArrayList<>(List.of(new Report.Paragraph(e.in(words.language()))));
    }
    if (!verdict.printed().isBlank()) {
      parts.add(new Report.Printed(words.say(printer(verdict)), verdict.printed()));
    }
    return new Report(parts);
  }

  /** Before the first test, nothing of the student's class has run. */
  private static String printer(Verdict verdict) {
    return verdict.outcomes().stream().anyMatch(seen -> seen.seen() instanceof Seen.NotStarted)
        ? "printed-by-java"
        : "printed";
  }

  /**
   * Returns the name of a test as a sentence; where no test was running, what happened instead.
   *
   * @param outcome the outcome of the test
   * @return a few words, for example {@code the expected sum is kept}, {@code no end}
   */
  public String title(TestOutcome outcome) {
    return outcome.test().isEmpty() ? seen.heading(outcome.seen()) : sentence(outcome.test());
  }

  /**
   * Returns the mistake that was recognised in one test, as far as the reader is told.
   *
   * @param outcome the outcome of the test
   * @return its id; an empty text if there is none, or if it is a bug that is still to be found
   * @throws KataFileException if the plan or the words of the kata are missing or broken
   */
  public String diagnosis(TestOutcome outcome) {
    return told(outcome.diagnosis());
  }

  private Report.Overview overview(Verdict verdict) {
    State state = verdict.state();
    int tests = verdict.outcomes().size();
    return new Report.Overview(
        state == State.GREEN
            ? words.say("all-green", verdict.kata(), title(), tests)
            : words.say("overview", verdict.kata(), title(), word(state)),
        verdict.outcomes().stream()
            .filter(outcome -> !outcome.test().isEmpty())
            .map(
                outcome ->
                    new Report.Line(
                        outcome.state(),
                        word(outcome.state()),
                        sentence(outcome.test()),
                        told(outcome.diagnosis())))
            .toList());
  }

  /** The name of a test, in which Java wants an underscore for each space. */
  private static String sentence(String test) {
    return test.replace('_', ' ');
  }

  private String title() {
    return subject.words().map(Messages::title).orElse("");
  }

  private List<Report.Part> failure(TestOutcome outcome) {
    List<Report.Part> parts = new ArrayList<>();
    String about = title(outcome);
    parts.add(
        new Report.Heading(
            subject.kata().map(kata -> words.say("heading", kata.label(), about)).orElse(about)));
    symptom(outcome.diagnosis()).map(Report.Symptom::new).ifPresent(parts::add);
    parts.addAll(seen.parts(outcome.seen()));
    String id = told(outcome.diagnosis());
    if (!id.isEmpty()) {
      parts.add(
          new Report.Diagnosis(
              subject
                  .words()
                  .flatMap(told -> told.diagnosis(id))
                  .map(sentence -> words.say("diagnosis", id, sentence))
                  .orElse(id)));
    }
    subject.kata().flatMap(kata -> hint(kata, outcome)).ifPresent(parts::add);
    place(outcome).ifPresent(parts::add);
    return parts;
  }

  /** What a kata leaves behind: in full when it turns green for the first time. */
  private List<Report.Part> lesson(Kata kata) {
    boolean solved = !Exercises.around(kata).isStudentEdition();
    Optional<String> solution =
        Optional.of(kata.label())
            .filter(label -> solved)
            .map(label -> words.say("solution", label));
    if (passedBefore) {
      return solution
          .<List<Report.Part>>map(line -> List.of(new Report.Hint(line)))
          .orElse(List.of());
    }
    List<Report.Part> parts = new ArrayList<>();
    subject.words().flatMap(Messages::principle).map(Report.Paragraph::new).ifPresent(parts::add);
    Optional<Counterpart> counterpart = subject.plan().flatMap(Plan::counterpart);
    Optional<Report.Place> place = counterpart.flatMap(found -> found.in(kata.project()));
    String hints =
        Stream.concat(
                solution.stream(),
                place.stream()
                    .map(at -> words.say("counterpart", counterpart.orElseThrow().className())))
            .collect(Collectors.joining("\n"));
    if (!hints.isEmpty()) {
      parts.add(new Report.Hint(hints));
    }
    place.ifPresent(parts::add);
    return parts;
  }

  /**
   * The hint that fits a mistake, the first to one who has not begun, and where the answer is wrong
   * in a way that nobody foresaw, that there are hints; none for what the hints do not speak of.
   */
  private Optional<Report.Hint> hint(Kata kata, TestOutcome outcome) {
    int hints = subject.words().map(told -> told.hints().size()).orElse(0);
    if (!outcome.diagnosis().isEmpty() || outcome.seen() instanceof Seen.Todo) {
      return Optional.of(new Report.Hint(hint(kata, outcome.diagnosis(), hints)));
    }
    return outcome.seen() instanceof Seen.WrongAnswer
        ? Optional.of(new Report.Hint(words.say("hints", hints, kata.label())))
        : Optional.empty();
  }

  /** The hint that fits a mistake; before a bug has its name, the next on the way to it. */
  private String hint(Kata kata, String diagnosis, int hints) {
    return told(diagnosis).equals(diagnosis)
        ? words.say("hint", level(diagnosis), hints, kata.label())
        : words.say("hint-before-name", hintsShown + 1, hints, kata.label(), NAMING);
  }

  private int level(String diagnosis) {
    return subject.plan().map(plan -> plan.hint(diagnosis)).orElse(1);
  }

  /** Where to look: mostly at the student's class. */
  private Optional<Report.Place> place(TestOutcome outcome) {
    Seen what = outcome.seen();
    if (subject.kata().isEmpty()) {
      return Optional.of(new Report.Place(subject.className(), outcome.line()));
    }
    Kata kata = subject.kata().get();
    if (what.state() == State.ERROR && !(what instanceof Seen.NoTest)) {
      return Optional.empty();
    }
    Path file = kata.source();
    long line = outcome.line();
    if (what instanceof Seen.NotCompiled not && !not.problems().isEmpty()) {
      file = kata.folder().resolve(not.problems().get(0).file());
      line = not.problems().get(0).line();
    } else if (what instanceof Seen.Borrowed borrowed) {
      Path own = kata.folder().resolve(borrowed.file());
      file = Files.exists(own) ? own : file; // a second class in the file of the first
      line = line(file, borrowed);
    } else if (what instanceof Seen.NotText not) {
      file = kata.folder().resolve(not.file());
    } else if (what instanceof Seen.Unreadable unreadable) {
      file = kata.folder().resolve(unreadable.file());
    } else if (what instanceof Seen.Misnamed misnamed) {
      file = kata.folder().resolve(misnamed.file());
    } else if (what instanceof Seen.NoTest) {
      file = kata.test();
    }
    return Optional.of(new Report.Place(kata.display(file), line));
  }

  /** The line that uses a class, with its import or without; 0 if it cannot be found. */
  private static int line(Path file, Seen.Borrowed borrowed) {
    String simple = borrowed.type().replaceAll(".*[.$]", "");
    Pattern used = Pattern.compile("(?!\\s*(import |\\*|//|/\\*)).*\\b" + simple + "\\b.*");
    try {
      List<String> lines = Files.readAllLines(file);
      return IntStream.range(0, lines.size())
          .filter(i -> used.matcher(lines.get(i)).matches())
          .map(i -> i + 1)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
