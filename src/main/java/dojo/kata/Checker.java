package dojo.kata;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks what a student wrote, in a JVM of its own that is killed when its time is over.
 *
 * @param exercises where the katas are
 * @param settings how to run the tests
 * @param limit how long a kata may take
 */
public record Checker(Exercises exercises, Settings settings, Duration limit) {

  /** How long a kata may take if nobody says otherwise. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /**
   * Checks one kata; whatever the student's class does, the answer is a verdict.
   *
   * @param kata the kata
   * @return the verdict
   */
  public Verdict check(Kata kata) {
    try {
      Path folder = Files.createTempDirectory("dojo-" + kata.name());
      try {
        return checkIn(folder, kata);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      return verdict(kata, Outcome.trouble("kata " + kata.label() + " was not checked: " + e), "");
    }
  }

  private Verdict checkIn(Path folder, Kata kata) throws IOException {
    try (Compiler compiler = new Compiler(ClassPath.entries())) {
      List<Compiler.Problem> problems = compiler.compile(sources(kata), folder);
      if (!problems.isEmpty()) {
        return verdict(kata, Outcome.trouble(Troubles.compiling(kata, problems)), "");
      }
    }
    ChildProcess child = new ChildProcess(folder, kata.testClass(), settings.parameters(exercises));
    ChildProcess.End end = child.run(limit);
    if (end.killed() || !Files.exists(Child.result(folder))) {
      String running =
          Files.exists(Child.running(folder)) ? Files.readString(Child.running(folder)) : "";
      String trouble =
          end.killed()
              ? Troubles.endless(kata, running, limit)
              : Troubles.ended(kata, running, end);
      return verdict(kata, Outcome.trouble(trouble), end.printed());
    }
    Outcome[] outcomes =
        new ObjectMapper().readValue(Child.result(folder).toFile(), Outcome[].class);
    return outcomes.length == 0
        ? verdict(kata, Outcome.trouble(Troubles.noTest(kata)), end.printed())
        : new Verdict(kata.label(), kata.title(), List.of(outcomes), end.printed());
  }

  private static Verdict verdict(Kata kata, Outcome outcome, String printed) {
    return new Verdict(kata.label(), kata.title(), List.of(outcome), printed);
  }

  /** All sources of the folder: a student may add a class of their own. */
  private static List<Source> sources(Kata kata) throws IOException {
    try (Stream<Path> files = Files.list(kata.folder())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> Source.of(kata, file))
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
