package dojo.grade;

import dojo.content.Workbench;
import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A class as it might be, mixed by a seed: of right and wrong, partial, broken and hostile
 * submissions, packed and spoilt in many ways. What each must get is known from how it was made.
 */
final class MixedClass {
  /** By which the class is to be graded: a mistake may pass a test by luck, and luck follows it. */
  static final long SECRET = 5;

  private static final int FEW = 3;

  private final Path inbox;
  private final List<Kata> katas;
  private final AnswerBook answers;
  private final Map<String, Map<String, Truth>> truth = new TreeMap<>();
  private final Map<String, Map<Kata, String>> wrong = new TreeMap<>();

  private MixedClass(Path inbox, List<Kata> katas, AnswerBook answers) {
    this.inbox = inbox;
    this.katas = katas;
    this.answers = answers;
  }

  /** What kind of student hands in. */
  private enum Kind {
    SOLVES,
    ERRS,
    BEGINS,
    MIXES,
    BREAKS,
    ATTACKS,
    SENDS_NO_ARCHIVE,
    NEVER_ENDS,
    HANDS_IN_ALL
  }

  /**
   * Writes a class.
   *
   * @param inbox where it is put
   * @param students how many
   * @param katas the katas that are graded
   * @param full whether everybody hands in all of them
   * @param seed by which it is mixed
   * @param scratch an empty folder for the proofs of what a mistake must get
   */
  static MixedClass write(
      Path inbox, int students, List<Kata> katas, boolean full, long seed, Path scratch)
      throws IOException {
    try (AnswerBook answers = new AnswerBook(scratch)) {
      MixedClass mixed = new MixedClass(inbox, katas, answers);
      Random choice = new Random(seed);
      for (Kind kind : kinds(students, choice)) {
        mixed.hand(full ? Kind.HANDS_IN_ALL : kind, choice);
      }
      mixed.runWhatIsWrong();
      return mixed;
    }
  }

  /** What is wrong gets what a student is told who runs it with the same key. */
  private void runWhatIsWrong() throws IOException {
    Intake intake = new Intake(Workbench.EXERCISES, katas);
    for (Submission submission : Inbox.of(List.of(inbox))) {
      long seed = Digest.seed(SECRET, intake.read(submission));
      Map<String, Truth> own = truth.get(submission.name());
      wrong
          .getOrDefault(submission.name(), Map.of())
          .forEach((kata, text) -> own.put(kata.label(), answers.truth(kata, text, seed)));
    }
  }

  /** Of every hundred, three hand in all katas and one never ends: both take long. */
  private static List<Kind> kinds(int students, Random choice) {
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < students; i++) {
      kinds.add(
          switch (i % 100) {
            case 20, 50, 80 -> Kind.HANDS_IN_ALL;
            case 99 -> Kind.NEVER_ENDS;
            default ->
                switch (i % 12) {
                  case 0, 1, 2 -> Kind.SOLVES;
                  case 3, 4, 5 -> Kind.ERRS;
                  case 6 -> Kind.BEGINS;
                  case 7, 8 -> Kind.MIXES;
                  case 9 -> Kind.BREAKS;
                  case 10 -> Kind.ATTACKS;
                  default -> Kind.SENDS_NO_ARCHIVE;
                };
          });
    }
    Collections.shuffle(kinds, choice);
    return kinds;
  }

  private void hand(Kind kind, Random choice) throws IOException {
    String name = String.format(Locale.ROOT, "student-%04d", truth.size());
    Map<String, Truth> own = new TreeMap<>();
    katas.forEach(kata -> own.put(kata.label(), Truth.MISSING));
    truth.put(name, own);
    if (kind == Kind.SENDS_NO_ARCHIVE) {
      String[] endings = {".zip", ".tar.gz", ".tgz"};
      String file = name + endings[choice.nextInt(endings.length)];
      Files.writeString(Files.createDirectories(inbox).resolve(file), "the upload was cut off");
      return;
    }
    Map<String, byte[]> files = new TreeMap<>();
    List<Kata> chosen = chosen(kind, choice);
    for (int i = 0; i < chosen.size(); i++) {
      Kata kata = chosen.get(i);
      AnswerBook.Answer answer = answer(kind, i, kata, choice);
      own.put(kata.label(), answer.truth());
      if (answer.isRun()) {
        wrong.computeIfAbsent(name, any -> new HashMap<>()).put(kata, answer.text());
      }
      Slip slip = Slip.values()[choice.nextInt(Slip.values().length)];
      files.put(kata.name() + "/" + kata.source().getFileName(), slip.bytes(answer.text()));
    }
    Packing.values()[choice.nextInt(Packing.values().length)].write(inbox, name, files);
  }

  private List<Kata> chosen(Kind kind, Random choice) {
    List<Kata> chosen = new ArrayList<>(katas);
    Collections.shuffle(chosen, choice);
    if (kind == Kind.ATTACKS && choice.nextBoolean()) {
      katas.stream().filter(kata -> kata.number() == 3).forEach(kata -> moveToFront(kata, chosen));
    }
    int most = kind == Kind.HANDS_IN_ALL ? katas.size() : 1 + choice.nextInt(FEW);
    return chosen.subList(0, Math.min(most, katas.size()));
  }

  private static void moveToFront(Kata kata, List<Kata> chosen) {
    chosen.remove(kata);
    chosen.add(0, kata);
  }

  /** Of what a hostile student hands in, the first answer is hostile, and the rest is honest. */
  private AnswerBook.Answer answer(Kind kind, int place, Kata kata, Random choice) {
    return switch (kind) {
      case ERRS -> answers.mistake(kata, choice);
      case BEGINS -> answers.start(kata);
      case BREAKS -> place == 0 ? answers.notJava(kata, choice) : answers.right(kata);
      case ATTACKS -> place == 0 ? answers.hostile(kata, choice) : answers.right(kata);
      case NEVER_ENDS -> place == 0 ? answers.endless(kata) : answers.right(kata);
      case MIXES, HANDS_IN_ALL ->
          switch (choice.nextInt(4)) {
            case 0 -> answers.mistake(kata, choice);
            case 1 -> answers.start(kata);
            default -> answers.right(kata);
          };
      case SOLVES, SENDS_NO_ARCHIVE -> answers.right(kata);
    };
  }

  Path inbox() {
    return inbox;
  }

  /** What each submission must get, by its name and by the labels of the katas. */
  Map<String, Map<String, Truth>> truth() {
    return truth;
  }

  /** What each submission has got. */
  static Map<String, Map<String, Truth>> graded(Path out) {
    Grades grades = new Grades(out);
    Map<String, Map<String, Truth>> all = new TreeMap<>();
    for (Submission submission : grades.submissions()) {
      Map<String, Truth> own = new TreeMap<>();
      grades
          .find(submission.name())
          .ifPresent(
              graded ->
                  graded
                      .grade()
                      .katas()
                      .forEach(
                          kata -> own.put(kata.kata(), new Truth(kata.points(), kata.state()))));
      all.put(submission.name(), own);
    }
    return all;
  }
}
