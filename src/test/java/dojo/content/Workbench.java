package dojo.content;

import static org.junit.jupiter.api.Assertions.fail;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Mistake;
import dojo.kata.Seen;
import dojo.kata.Stubs;
import dojo.kata.TestOutcome;
import dojo.practice.ClassPath;
import dojo.practice.KataCompiler;
import dojo.practice.KataRun;
import dojo.practice.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** What the proofs about katas share: the folders, a warm compiler, and a run of a kata's tests. */
public final class Workbench implements AutoCloseable {
  public static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  public static final Stubs STUBS = new Stubs(EXERCISES);

  private final Exercises exercises;
  private final Path scratch;

  /**
   * Copies the solutions to where those of other exercises lie, which derive their start from them.
   */
  public static void copySolutions(Exercises into) throws IOException {
    for (Kata kata : EXERCISES.all()) {
      Path from = EXERCISES.solutions().resolve(kata.name());
      Path to = Files.createDirectories(into.solutions().resolve(kata.name()));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** As many threads as cores, but a few: each waits for a compiler of its own. */
  static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final BlockingQueue<KataCompiler> compilers = new ArrayBlockingQueue<>(THREADS + 1);

  /** The folder of the compiled test, by the test's text. */
  private final Map<String, Path> tests = new ConcurrentHashMap<>();

  /** Opens a workbench for the katas of a project, which need not be this one. */
  public Workbench(Exercises exercises, Path scratch) {
    this.exercises = exercises;
    this.scratch = scratch;
    try {
      for (int i = 0; i <= THREADS; i++) { // and one for the thread that waits for them
        compilers.add(new KataCompiler(ClassPath.entries()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every kata that has a solution, whatever a student made of its exercise. */
  public static List<Kata> katas() {
    return list(EXERCISES.solutions()).stream()
        .map(folder -> folder.getFileName().toString())
        .filter(name -> name.startsWith("kata")) // the pages for teachers lie beside them
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

  /** The text of the right class. */
  public static String solution(Kata kata) {
    return EXERCISES.solution(kata).model();
  }

  /** The text of the class with a classic mistake. */
  public static String mistake(Kata kata, String id) {
    return EXERCISES.mistakes(kata).stream()
        .filter(mistake -> mistake.id().equals(id))
        .map(mistake -> mistake.in(EXERCISES.solution(kata)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kata.name() + " has no mistake " + id));
  }

  public Exercises exercises() {
    return exercises;
  }

  /** What a student starts from. */
  public String start(Kata kata) {
    return new Stubs(exercises).of(kata);
  }

  /** The text of each classic mistake by its id, in the order in which they are told. */
  public Map<String, String> mistakes(Kata kata) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Mistake mistake : exercises.mistakes(kata)) {
      texts.put(mistake.id(), mistake.in(exercises.solution(kata)));
    }
    return texts;
  }

  /** Compiles a kata's test with a text in the place of the student's file, and opens both. */
  public <T> T with(Kata kata, String student, Function<Bench, T> use) {
    try {
      return open(kata, compiled(kata, student), use);
    } catch (IOException e) {
      return Assertions.fail(kata.name() + " cannot be run", e);
    }
  }

  private <T> T open(Kata kata, Path classes, Function<Bench, T> use) {
    try (KataRun run = new KataRun(classes, kata.testClass())) {
      return use.apply(new Bench(exercises, run));
    } catch (IOException | ClassNotFoundException e) {
      return Assertions.fail(kata.name() + " cannot be run", e);
    }
  }

  /** The folder of a kata's test and of a text in the place of the student's file. */
  private Path compiled(Kata kata, String student) throws IOException {
    Path classes = Files.createTempDirectory(scratch, kata.name());
    Path home = Files.createDirectory(classes.resolve(kata.name()));
    for (Path file : list(compiledTest(kata))) {
      Files.copy(file, home.resolve(file.getFileName()));
    }
    compile(classes, kata, List.of(Source.inPlaceOfStudents(kata, student)));
    return classes;
  }

  /**
   * Runs a student's file under several settings, as if each were the first: where it keeps
   * something in static fields, its classes are loaded anew for each.
   */
  public List<List<TestOutcome>> outcomes(Kata kata, String student, List<KataSettings> settings) {
    try {
      Path classes = compiled(kata, student);
      return open(
          kata,
          classes,
          first ->
              settings.stream()
                  .map(
                      each ->
                          first.state(kata).isEmpty()
                              ? first.run(each)
                              : open(kata, classes, anew -> anew.run(each)))
                  .toList());
    } catch (IOException e) {
      return Assertions.fail(kata.name() + " cannot be run", e);
    }
  }

  /** Opens a kata's test with its solution, and with another file of the same package. */
  KataRun opened(Kata kata, Path more) throws IOException, ClassNotFoundException {
    Path classes = compiled(kata, exercises.solution(kata).model());
    Source source = Source.of(kata, more);
    compile(
        classes,
        kata,
        List.of(Source.inPlaceOfStudents(kata, exercises.solution(kata).model()), source));
    return new KataRun(classes, kata.testClass());
  }

  /** Proves all of these, several at a time, and fails with every failure. */
  public void inParallel(List<Executable> proofs) {
    List<Future<?>> proved = new ArrayList<>();
    for (Executable proof : proofs) {
      proved.add(
          threads.submit(
              () -> {
                try {
                  proof.execute();
                } catch (Throwable failed) {
                  throw new ExecutionException(failed);
                }
                return true;
              }));
    }
    Assertions.assertAll(proved.stream().map(each -> () -> result(each)));
  }

  private static void result(Future<?> proved) throws Throwable {
    try {
      proved.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ExecutionException own ? own.getCause() : failed;
    }
  }

  /** The test needs nothing of the student's file, so it is compiled once for all of them. */
  private Path compiledTest(Kata kata) throws IOException {
    String text = read(kata.test());
    Path known = tests.get(text);
    if (known != null) {
      return known;
    }
    Path folder = Files.createTempDirectory(scratch, kata.name());
    compile(folder, kata, List.of(Source.of(kata, kata.test())));
    tests.put(text, folder.resolve(kata.name()));
    return folder.resolve(kata.name());
  }

  /** Compiles a student's file alone. */
  public void compile(Kata kata, String student) {
    try {
      Path classes = Files.createTempDirectory(scratch, kata.name());
      compile(classes, kata, List.of(Source.inPlaceOfStudents(kata, student)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path into, Kata kata, List<Source> sources) throws IOException {
    List<Seen.Problem> problems = problems(into, sources);
    if (!problems.isEmpty()) {
      fail(kata.name() + " does not compile with this student's file: " + problems);
    }
  }

  private List<Seen.Problem> problems(Path into, List<Source> sources) throws IOException {
    KataCompiler compiler = compilers.remove();
    try {
      return compiler.compile(sources, into);
    } finally {
      compilers.add(compiler);
    }
  }

  public List<TestOutcome> outcomes(Kata kata, String student, KataSettings settings) {
    return with(kata, student, bench -> bench.run(settings));
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (KataCompiler compiler : compilers) {
      compiler.close();
    }
  }

  /** A kata that is compiled and can be run with many seeds. */
  public record Bench(Exercises exercises, KataRun run) {

    /** The static fields of the student's class in which something may live on from run to run. */
    List<String> state(Kata kata) {
      String name = kata.testClass().replaceFirst("Test$", "");
      try {
        return state(Class.forName(name, false, run.test().getClassLoader()));
      } catch (ClassNotFoundException e) {
        return List.of();
      }
    }

    private static List<String> state(Class<?> type) {
      List<String> state = new ArrayList<>();
      for (Field field : type.getDeclaredFields()) {
        boolean value = field.getType().isPrimitive() || field.getType() == String.class;
        if (Modifier.isStatic(field.getModifiers())
            && !field.isSynthetic()
            && !(value && Modifier.isFinal(field.getModifiers()))) {
          state.add(field.getName());
        }
      }
      for (Class<?> nested : type.getDeclaredClasses()) {
        state.addAll(state(nested));
      }
      return state;
    }

    public List<TestOutcome> run(KataSettings settings) {
      return run(settings, Map.of());
    }

    public List<TestOutcome> run(KataSettings settings, Map<String, String> more) {
      Map<String, String> parameters = new HashMap<>(settings.parameters(exercises));
      parameters.put("junit.jupiter.execution.timeout.mode", "disabled"); // no thread per test
      parameters.putAll(more);
      return run.run(parameters, test -> {});
    }
  }
}
