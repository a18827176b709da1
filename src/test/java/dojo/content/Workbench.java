package dojo.content;

import static org.junit.jupiter.api.Assertions.fail;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import dojo.kata.TestOutcome;
import dojo.practice.ClassPath;
import dojo.practice.KataCompiler;
import dojo.practice.KataRun;
import dojo.practice.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** What the proofs about katas share: the folders, a warm compiler, and a run of a kata's tests. */
public final class Workbench implements AutoCloseable {
  public static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  public static final Stubs STUBS = new Stubs(EXERCISES);

  private final KataCompiler compiler;
  private final Path scratch;

  public Workbench(Path scratch) {
    this.scratch = scratch;
    try {
      compiler = new KataCompiler(ClassPath.entries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every kata that has a solution, whatever a student made of its exercise. */
  public static List<Kata> katas() {
    return list(EXERCISES.solutions()).stream()
        .map(folder -> folder.getFileName().toString())
        .map(name -> Integer.parseInt(name.substring("kata".length())))
        .map(
            number ->
                new Kata(
                    number,
                    EXERCISES.root().resolve(String.format(Locale.ROOT, "kata%02d", number))))
        .toList();
  }

  public static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String solution(Kata kata) {
    return read(STUBS.solution(kata));
  }

  public static Map<String, Path> mistakes(Kata kata) {
    Map<String, Path> mistakes = new HashMap<>();
    for (Path folder : list(STUBS.solution(kata).resolveSibling("mistakes"))) {
      String id = folder.getFileName().toString();
      mistakes.put(id, folder.resolve(kata.source().getFileName()));
    }
    return mistakes;
  }

  /** Compiles a kata's test with a text in the place of the student's file, and opens both. */
  public <T> T with(Kata kata, String student, Function<Bench, T> use) {
    try {
      List<Source> sources =
          List.of(
              Source.of(kata, kata.test()),
              new Source(kata.name() + "/" + kata.source().getFileName(), student));
      Path classes = Files.createTempDirectory(scratch, kata.name());
      List<KataCompiler.Problem> problems = compiler.compile(sources, classes);
      if (!problems.isEmpty()) {
        fail(kata.name() + " does not compile with this student's file: " + problems);
      }
      try (KataRun run = new KataRun(classes, kata.testClass())) {
        return use.apply(new Bench(run));
      }
    } catch (IOException | ClassNotFoundException e) {
      return Assertions.fail(kata.name() + " cannot be run", e);
    }
  }

  public List<TestOutcome> outcomes(Kata kata, String student, KataSettings settings) {
    return with(kata, student, bench -> bench.run(settings));
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }

  /** A kata that is compiled and can be run with many seeds. */
  public record Bench(KataRun run) {
    public List<TestOutcome> run(KataSettings settings) {
      return run(settings, Map.of());
    }

    public List<TestOutcome> run(KataSettings settings, Map<String, String> more) {
      Map<String, String> parameters = new HashMap<>(settings.parameters(EXERCISES));
      parameters.put("junit.jupiter.execution.timeout.mode", "disabled"); // no thread per test
      parameters.putAll(more);
      return run.run(parameters, test -> {});
    }
  }
}
