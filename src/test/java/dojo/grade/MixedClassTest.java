package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mixed class is graded by one command, and each grade is what it must be. A class of twelve is a
 * part of the build; one of three hundred, with all katas, takes a quarter of an hour:
 *
 * <pre>mvn test -Dtest=MixedClassTest -Ddojo.class=300</pre>
 *
 * <p>What it took is then told in {@code target/class-of-300.txt}; {@code -Ddojo.class.folder=DIR}
 * keeps the class and its grades. How many students a minute are graded in all katas is told of a
 * class in which each hands in all of them:
 *
 * <pre>mvn test -Dtest='MixedClassTest#each*' -Ddojo.class=100 -Ddojo.class.full=true</pre>
 */
class MixedClassTest {
  private static final int STUDENTS = Integer.getInteger("dojo.class", 12);
  private static final long SEED = Long.getLong("dojo.class.seed", 42);
  private static final boolean FULL = Boolean.getBoolean("dojo.class.full");

  /** Of a small class only some: before anything is graded, the kit tries all katas. */
  private static final List<Integer> SOME = List.of(1, 3, 26);

  /** Where the class and its grades stay, for whoever wants to look at them. */
  private static final Optional<String> KEPT =
      Optional.ofNullable(System.getProperty("dojo.class.folder"));

  private static Path folder;
  private static MixedClass students;
  private static Path whole;
  private static int known;
  private static List<String> told;

  @BeforeAll
  static void grade_the_class(@TempDir Path brief) throws IOException {
    Given.assumeUntouched();
    folder = KEPT.map(Path::of).orElse(brief);
    students =
        MixedClass.write(
            folder.resolve("inbox"),
            STUDENTS,
            katas(),
            FULL,
            SEED,
            Files.createDirectory(brief.resolve("scratch")));
    whole = folder.resolve("whole");
    known = graded(whole);
    long start = System.nanoTime();
    try (GradingProgram program = start(whole, "--jobs", "2")) {
      assertEquals(0, program.exit(), program::text);
      told = program.told();
      double seconds = (System.nanoTime() - start) / 1e9;
      String took = "%d submissions in %.0f s, %.1f a minute%n";
      report(took.formatted(STUDENTS, seconds, 60 * STUDENTS / seconds) + program.report());
    }
  }

  /** How many grades are there already, of an earlier run that was stopped. */
  private static int graded(Path out) throws IOException {
    Path grades = out.resolve("grades");
    if (!Files.exists(grades)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(grades)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private static List<Kata> katas() {
    return Workbench.katas().stream()
        .filter(kata -> isThorough() || SOME.contains(kata.number()))
        .toList();
  }

  private static boolean isThorough() {
    return System.getProperty("dojo.class") != null;
  }

  private static GradingProgram start(Path out, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(students.inbox().toString()));
    words.addAll(List.of("--katas", String.join(",", katas().stream().map(Kata::label).toList())));
    String seed = String.valueOf(MixedClass.SECRET);
    words.addAll(List.of("--tier", "A", "--seed", seed, "--out", out.toString()));
    words.addAll(List.of(more));
    return GradingProgram.start(words);
  }

  private static void report(String text) throws IOException {
    if (isThorough()) {
      Files.writeString(Path.of("target/class-of-" + STUDENTS + ".txt"), text);
    }
  }

  @Test
  void each_grade_is_what_it_must_be() {
    Map<String, Map<String, Truth>> graded = MixedClass.graded(whole);
    Map<String, Map<String, Truth>> differing = new TreeMap<>(students.truth());
    differing.entrySet().removeIf(each -> each.getValue().equals(graded.get(each.getKey())));
    Map<String, Map<String, Truth>> wrongly = new TreeMap<>(graded);
    wrongly.keySet().retainAll(differing.keySet());
    assertEquals(text(differing), text(wrongly));
    assertEquals(students.truth().keySet(), graded.keySet());
    assertEquals(STUDENTS - known, Set.copyOf(told).size(), "each is told of");
    assertEquals(STUDENTS - known, told.size(), "each is told of once");
  }

  /** A line for each submission, so that a failure shows which of them differ. */
  private static String text(Map<String, ?> grades) {
    return grades.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** But for the times and the values that a student's own randomness made, and their pages. */
  private static void assertSame(Path out) {
    Map<String, String> one = files(whole);
    Map<String, String> other = files(out);
    assertEquals(one.keySet(), other.keySet());
    List<String> differing =
        one.keySet().stream().filter(name -> !one.get(name).equals(other.get(name))).toList();
    assertEquals(List.of(), differing);
  }

  private static Map<String, String> files(Path out) {
    Map<String, String> files = MadeUpClass.same(out);
    files.keySet().removeIf(name -> name.matches("(details|report)/.*"));
    assertTrue(files.size() > STUDENTS, "a grade of each, and what it was graded by");
    return files;
  }

  @Test
  void a_killed_grading_is_taken_up_and_comes_to_the_same_bytes() throws IOException {
    Path out = folder.resolve("killed");
    List<String> before;
    try (GradingProgram program = start(out, "--jobs", "2")) {
      program.await(STUDENTS / 2);
      program.kill();
      before = program.told();
    }
    assertTrue(before.size() < STUDENTS, "it was killed before its end");
    try (GradingProgram program = start(out, "--jobs", "3")) {
      assertEquals(0, program.exit(), program::text);
      assertTrue(Collections.disjoint(before, program.told()), "nobody is graded twice");
      assertTrue(before.size() + program.told().size() <= STUDENTS, program::text);
    }
    assertSame(out);
  }

  @Test
  @EnabledIfSystemProperty(named = "dojo.class", matches = "\\d+")
  void three_machines_come_to_the_bytes_of_one() throws IOException {
    Path out = folder.resolve("parts");
    for (int i = 1; i <= 3; i++) {
      try (GradingProgram program = start(out, "--jobs", "2", "--shard", i + "/3")) {
        assertEquals(0, program.exit(), program::text);
      }
    }
    assertEquals(List.of(), Merge.of(List.of(out)).into(folder.resolve("merged")));
    assertSame(folder.resolve("merged"));
  }
}
