package dojo.grade;

import dojo.content.Workbench;
import dojo.expect.KataSettings;
import dojo.kata.Kata;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Answers to the katas, each with what it must get. */
final class AnswerBook implements AutoCloseable {
  /**
   * Under these keys a mistake must fail the same tests: one that draws its own luck is not taken.
   */
  private static final List<KataSettings> SETTINGS =
      LongStream.rangeClosed(1, 3).mapToObj(seed -> new KataSettings(seed, true)).toList();

  /** What a class does as soon as it is loaded, so that none of its tests can pass. */
  private static final List<String> HOSTILE =
      List.of(
          "static { Runtime.getRuntime().halt(0); }",
          "static { System.out.println(\"[passed]\"); System.exit(0); }",
          "static { if (true) throw new IllegalStateException(\"all tests passed\"); }",
          "static { overflow(); } private static void overflow() { overflow(); }",
          """
          static {
            java.util.List<long[]> all = new java.util.ArrayList<>();
            while (all.size() >= 0) all.add(new long[1 << 20]);
          }
          """,
          """
          static {
            try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
              out.write(new byte[100]);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
          """);

  /** So many mistakes of each kata: it takes time to find out what they must get. */
  private static final int ENOUGH = 3;

  private static final String ENDLESS = "static { while (Math.abs(1) > 0) {} }";

  /** Each of these folders holds one class, which ends its process or never gives an answer. */
  private static final List<String> HOSTILE_FOLDERS =
      List.of(
          "exit-0",
          "halt-in-static-initialiser",
          "heap",
          "library",
          "no-method",
          "null",
          "results-file",
          "shutdown-hook",
          "stack",
          "wire-text");

  private final Workbench workbench;
  private final Map<Kata, List<Answer>> mistakes = new HashMap<>();

  /**
   * An answer.
   *
   * @param text the source
   * @param truth what it must get, as far as this does not depend on the key
   * @param isRun whether it must be run with the key that grades it
   */
  record Answer(String text, Truth truth, boolean isRun) {
    Answer(String text, Truth truth) {
      this(text, truth, false);
    }
  }

  AnswerBook(Path scratch) {
    workbench = new Workbench(Workbench.EXERCISES, scratch);
  }

  Answer right(Kata kata) {
    return new Answer(Workbench.solution(kata), Truth.RIGHT);
  }

  /** What every student begins with; a kata to debug has points already. */
  Answer start(Kata kata) {
    String text = workbench.start(kata);
    return new Answer(text, Truth.MISSING, true);
  }

  /** What the tests say with a key, run as a student runs them, without the grader. */
  Truth truth(Kata kata, String text, long seed) {
    return Truth.of(workbench.outcomes(kata, text, new KataSettings(seed, true)));
  }

  /** One of the classic mistakes. */
  Answer mistake(Kata kata, Random choice) {
    List<Answer> all = mistakes.computeIfAbsent(kata, this::mistakes);
    return all.get(choice.nextInt(all.size()));
  }

  /** The first few of a kata that do not depend on luck. */
  private List<Answer> mistakes(Kata kata) {
    List<Answer> taken = new ArrayList<>();
    for (String text : workbench.mistakes(kata).values()) {
      if (taken.size() == ENOUGH) {
        break;
      }
      List<List<TestOutcome>> outcomes = workbench.outcomes(kata, text, SETTINGS);
      if (outcomes.stream().map(AnswerBook::states).distinct().count() == 1) {
        taken.add(new Answer(text, Truth.of(outcomes.get(0)), true));
      }
    }
    return taken;
  }

  private static List<String> states(List<TestOutcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.test() + " " + outcome.state()).toList();
  }

  /** What no compiler takes. */
  Answer notJava(Kata kata, Random choice) {
    String text = Workbench.solution(kata);
    List<String> all =
        List.of(
            text.substring(0, text.lastIndexOf('}')),
            text.replaceFirst("public final class", "public final klass"),
            "I did not know what to write.\n");
    return new Answer(all.get(choice.nextInt(all.size())), Truth.WORTHLESS);
  }

  /**
   * For kata 03 one of the hostile submissions; for another kata a solution that first does harm.
   */
  Answer hostile(Kata kata, Random choice) {
    if (kata.number() != 3) {
      String what = HOSTILE.get(choice.nextInt(HOSTILE.size()));
      return new Answer(first(kata, what), Truth.WORTHLESS);
    }
    String folder = HOSTILE_FOLDERS.get(choice.nextInt(HOSTILE_FOLDERS.size()));
    Path file = Submissions.HOSTILE.resolve(folder).resolve("InvertedDropout.java.txt");
    return new Answer(Workbench.read(file), Truth.WORTHLESS);
  }

  /** An answer that never comes. */
  Answer endless(Kata kata) {
    return new Answer(first(kata, ENDLESS), Truth.WORTHLESS);
  }

  /** The solution, whose class does something first. */
  private static String first(Kata kata, String what) {
    String text = Workbench.solution(kata);
    int body = text.indexOf('{', text.indexOf("public final class")) + 1;
    return text.substring(0, body) + "\n  " + what + text.substring(body);
  }

  @Override
  public void close() throws IOException {
    workbench.close();
  }
}
