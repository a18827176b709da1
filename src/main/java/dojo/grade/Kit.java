package dojo.grade;

import dojo.expect.WorkerClasses;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.machine.MissingException;
import dojo.practice.BriefFolder;
import dojo.practice.ClassPath;
import dojo.practice.KataCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that the judges of a class share: the compiled tests, the program of the students' processes,
 * and whether each kata's own solution is green here.
 */
public final class Kit implements AutoCloseable {
  private final Exercises exercises;
  private final List<TestGroup> groups;
  private final long seed;
  private final Limits limits;
  private final BriefFolder folder = new BriefFolder();
  private final Cage cage;
  private final Map<TestGroup, Map<String, byte[]>> tests = new HashMap<>();

  /** Why the kit itself fails at a group; nothing is known before the control. */
  private final Map<TestGroup, Seen> faults = new HashMap<>();

  private Kit(Exercises exercises, List<TestGroup> groups, long seed, Tier tier, Limits limits)
      throws IOException {
    this.exercises = exercises;
    this.groups = List.copyOf(groups);
    this.seed = seed;
    this.limits = limits;
    this.cage = Cages.of(tier, Files.createDirectory(folder.folder().resolve("stage")));
  }

  /**
   * Prepares everything, and runs the control: the solution of each kata is judged as a student's
   * class would be. A group at which it is not green gets an error for everybody, never a point.
   *
   * @param exercises where the katas are; their solutions lie beside
   * @param groups the groups of tests, those of a kata one after the other
   * @param seed what the seed of each submission's tests is made of, with what was handed in
   * @param tier how the students' processes are shut in
   * @return the kit
   * @throws MissingException if this machine does not offer the tier
   * @throws UncheckedIOException if there is no place for its files
   */
  public static Kit open(Exercises exercises, List<TestGroup> groups, long seed, Tier tier) {
    return open(exercises, groups, seed, tier, Limits.OF_A_TEST);
  }

  static Kit open(
      Exercises exercises, List<TestGroup> groups, long seed, Tier tier, Limits limits) {
    try {
      Kit kit = new Kit(exercises, groups, seed, tier, limits);
      try {
        kit.writeWorker();
        kit.compileTests();
        kit.control();
        return kit;
      } catch (IOException | RuntimeException e) {
        kit.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a judge, which judges one submission at a time; several judges may work side by side.
   *
   * @return a judge, to be closed
   */
  public Judge judge() {
    return new ProcessJudge(this);
  }

  /**
   * Returns the best tier that this machine offers: it was tried, and it shut a program in.
   *
   * @return C, B or A
   */
  public static Tier bestTier() {
    try (BriefFolder stage = new BriefFolder()) {
      return Stream.of(Tier.C, Tier.B)
          .filter(tier -> Cages.find(tier, stage.folder()).isPresent())
          .findFirst()
          .orElse(Tier.A);
    }
  }

  private void writeWorker() throws IOException {
    List<String> uses =
        groups.stream().flatMap(group -> group.kata().plan().uses().stream()).distinct().toList();
    try (OutputStream out = Files.newOutputStream(worker())) {
      WorkerClasses.write(uses, out);
    }
  }

  private void compileTests() throws IOException {
    try (KataCompiler compiler = new KataCompiler(ClassPath.entries())) {
      for (TestGroup group : groups) {
        Path into = Files.createTempDirectory(folder.folder(), group.kata().name());
        List<Seen.Problem> problems = compiler.compile(group.sources(), into);
        if (problems.isEmpty()) {
          tests.put(group, Classes.in(into));
        } else {
          faults.put(group, new Seen.Fault(problems.toString()));
        }
      }
    }
  }

  private void control() {
    Map<String, List<SourceFile>> solutions = new TreeMap<>();
    for (TestGroup group : groups) {
      try {
        solutions.put(group.kata().label(), List.of(solution(group.kata())));
      } catch (KataFileException e) {
        faults.put(group, new Seen.Fault(e.toString()));
      }
    }
    try (Judge judge = judge()) {
      Judged judged = judge.judge(new Handed("", solutions, List.of()));
      for (int i = 0; i < groups.size(); i++) {
        TestGroup group = groups.get(i);
        List<TestOutcome> outcomes = judged.katas().get(i).outcomes();
        notGreen(outcomes)
            .ifPresent(outcome -> faults.putIfAbsent(group, new Seen.Fault("control: " + outcome)));
      }
    }
  }

  private SourceFile solution(Kata kata) {
    String name = kata.plan().className() + ".java";
    String model = exercises.solution(kata).model();
    return new SourceFile(name, model.getBytes(StandardCharsets.UTF_8));
  }

  /** The first outcome that is not green; of no test at all, that there was none. */
  private static Optional<TestOutcome> notGreen(List<TestOutcome> outcomes) {
    List<TestOutcome> all = new ArrayList<>(outcomes);
    if (all.isEmpty()) {
      all.add(TestOutcome.of("", new Seen.NoTest()));
    }
    return all.stream().filter(outcome -> outcome.state() != State.GREEN).findFirst();
  }

  Exercises exercises() {
    return exercises;
  }

  /**
   * Returns the groups of tests.
   *
   * @return in the order in which every submission is judged
   */
  public List<TestGroup> groups() {
    return groups;
  }

  /** The seed of the tests of a submission. */
  long seed(Handed handed) {
    return Digest.seed(seed, handed);
  }

  /**
   * Returns how the students' processes are shut in.
   *
   * @return the tier
   */
  public Tier tier() {
    return cage.tier();
  }

  /** The jar of the students' processes. */
  Path worker() {
    return folder.folder().resolve("worker.jar");
  }

  /** Loads the tests of a group. */
  Exam exam(TestGroup group) {
    return new Exam(group, tests.getOrDefault(group, Map.of()));
  }

  /**
   * Returns why nobody can be graded by a group of tests.
   *
   * @param group the group
   * @return an error of the kit; nothing if the solution is green there
   */
  public Optional<Seen> fault(TestGroup group) {
    return Optional.ofNullable(faults.get(group));
  }

  Limits limits() {
    return limits;
  }

  StudentChild child() {
    return new StudentChild(cage, worker(), limits);
  }

  @Override
  public void close() {
    folder.close();
  }
}
