package dojo.kata;

import static org.junit.jupiter.api.Assertions.fail;

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
final class Workbench implements AutoCloseable {
  static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  static final Stubs STUBS = new Stubs(EXERCISES);

  private final Compiler compiler;
  private final Path scratch;

  Workbench(Path scratch) {
    this.scratch = scratch;
    try {
      compiler = new Compiler(ClassPath.entries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every kata that has a solution, whatever a student made of its exercise. */
  static List<Kata> katas() {
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

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String solution(Kata kata) {
    return read(STUBS.solution(kata));
  }

  static Map<String, Path> mistakes(Kata kata) {
    Map<String, Path> mistakes = new HashMap<>();
    for (Path folder : list(STUBS.solution(kata).resolveSibling("mistakes"))) {
      String id = folder.getFileName().toString();
      mistakes.put(id, folder.resolve(kata.source().getFileName()));
    }
    return mistakes;
  }

  /** Compiles a kata's test with a text in the place of the student's file, and opens both. */
  <T> T with(Kata kata, String student, Function<Bench, T> use) {
    try {
      List<Source> sources =
          List.of(
              Source.of(kata, kata.test()),
              new Source(kata.name() + "/" + kata.source().getFileName(), student));
      Path classes = Files.createTempDirectory(scratch, kata.name());
      List<Compiler.Problem> problems = compiler.compile(sources, classes);
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

  List<Outcome> outcomes(Kata kata, String student, Settings settings) {
    return with(kata, student, bench -> bench.run(settings));
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }

  /** A kata that is compiled and can be run with many seeds. */
  record Bench(KataRun run) {
    List<Outcome> run(Settings settings) {
      return run(settings, Map.of());
    }

    List<Outcome> run(Settings settings, Map<String, String> more) {
      Map<String, String> parameters = new HashMap<>(settings.parameters(EXERCISES));
      parameters.put("junit.jupiter.execution.timeout.mode", "disabled"); // no thread per test
      parameters.putAll(more);
      return run.run(parameters, test -> {});
    }
  }
}
