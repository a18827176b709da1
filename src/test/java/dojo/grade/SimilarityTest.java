package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Workbench;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import dojo.machine.MissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of a class are the same but for names; others are honest, alone, hostile or too long. */
class SimilarityTest {
  private static final List<Kata> KATAS = List.of(Submissions.kata(3), Submissions.kata(26));
  private static final Intake INTAKE = new Intake(Workbench.EXERCISES, KATAS);

  @TempDir Path folder;
  private final List<Submission> all = new ArrayList<>();

  @BeforeEach
  void hand_in() throws IOException {
    Kata three = Submissions.kata(3);
    String right = Workbench.solution(three);
    hand("ada", right);
    hand("=bob", right.replaceAll("\\bkeep\\b", "stays").replaceAll("\\bout\\b|\\by\\b", "made"));
    hand("eve", different());
    hand("untouched", new Stubs(Workbench.EXERCISES).of(three));
    hand("nested", Files.readString(Submissions.HOSTILE.resolve("nested-expression/" + SOURCE)));
    hand("no-java", Files.readString(Submissions.HOSTILE.resolve("not-java/" + SOURCE)));
    hand("long", right + "// more".repeat(20_000));
    all.add(new Submission("nobody", List.of(), Map.of()));
    all.add(Submission.of("gone", folder.resolve("gone.zip")));
    Path alone = Files.createDirectories(folder.resolve("in/alone/kata26"));
    SourceFile other = Submissions.solution(Submissions.kata(26));
    Files.write(alone.resolve(other.name()), other.bytes());
    all.add(Submission.of("alone", folder.resolve("in/alone")));
  }

  private static final String SOURCE = "InvertedDropout.java.txt";

  private void hand(String name, String text) throws IOException {
    Path home = Files.createDirectories(folder.resolve("in").resolve(name).resolve("kata03"));
    Files.writeString(home.resolve("InvertedDropout.java"), text);
    all.add(Submission.of(name, folder.resolve("in").resolve(name)));
  }

  /** An answer of somebody's own. */
  private static String different() {
    return """
    package kata03;

    import dojo.random.RandomKey;
    import java.util.stream.IntStream;

    public final class InvertedDropout {
      private InvertedDropout() {}

      public static float[][] forward(float[][] x, double p, RandomKey key) {
        return IntStream.range(0, x.length)
            .mapToObj(i -> row(x[i], p, key.split(i)))
            .toArray(float[][]::new);
      }

      private static float[] row(float[] row, double p, RandomKey key) {
        float[] kept = row.clone();
        int j = kept.length;
        while (j-- > 0) {
          if (key.uniform(j) >= 1 - p) {
            kept[j] = 0;
            continue;
          }
          kept[j] /= (float) (1 - p);
        }
        return kept;
      }
    }
    """;
  }

  private Similarity.Result compare(Similarity.Tool tool) {
    return new Similarity(Workbench.EXERCISES, KATAS, tool)
        .compare(all, INTAKE, folder.resolve("out"));
  }

  private String table() throws IOException {
    return Files.readString(folder.resolve("out/similarity/similarity.csv"));
  }

  /** All files that are compared, and the size of each. */
  private static List<String> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_is_compared_is_what_was_graded_without_what_all_were_given() {
    List<String> seen = new ArrayList<>();
    Similarity.Result found = compare((work, most, line) -> seen.addAll(files(work)));
    assertEquals(
        List.of(
            "kata03/handed/%3Dbob/InvertedDropout.java",
            "kata03/handed/ada/InvertedDropout.java",
            "kata03/handed/eve/InvertedDropout.java",
            "kata03/handed/nested/InvertedDropout.java",
            "kata03/handed/no-java/InvertedDropout.java",
            "kata03/start/InvertedDropout.java",
            "kata26/handed/alone/" + Submissions.solution(Submissions.kata(26)).name(),
            "kata26/start/" + Submissions.solution(Submissions.kata(26)).name()),
        seen);
    assertEquals(List.of("gone", "kata03 long"), found.leftOut());
  }

  @Test
  void the_table_does_not_depend_on_the_order_in_which_pairs_are_told() throws IOException {
    List<String> told =
        List.of(
            "pair\tkata03\teve\tada\t0.2500",
            "pair\tkata03\t%3Dbob\tada\t1.0000",
            "pair\tkata26\teve\tada\t0.5000",
            "nonsense");
    compare((work, most, line) -> told.forEach(line));
    String first = table();
    assertEquals(
        """
        kata,a,b,similarity
        kata03,"'=bob",ada,1.0000
        kata03,ada,eve,0.2500
        kata26,ada,eve,0.5000
        """,
        first);
    compare((work, most, line) -> told.stream().sorted().forEach(line));
    assertEquals(first, table());
  }

  @Test
  void jplag_finds_who_has_renamed_what_another_wrote() throws IOException {
    Similarity.Result found;
    try {
      found = compare(new JPlag());
    } catch (MissingException e) {
      Assumptions.abort(e.in(Locale.ENGLISH)); // no network, and nobody has fetched it yet
      return;
    }
    List<String> lines = table().lines().toList();
    assertEquals("kata03,\"'=bob\",ada,1.0000", lines.get(1), lines::toString);
    assertTrue(
        lines.stream().skip(2).allMatch(line -> line.matches("kata03,.*,0\\.[0-6]\\d+")),
        lines::toString);
    List<String> leftOut = new ArrayList<>(found.leftOut());
    leftOut.remove("kata03 nested"); // depends on the stack of this machine
    assertEquals(List.of("gone", "kata03 long", "kata03 no-java"), leftOut);
    assertTrue(Files.size(folder.resolve("out/similarity/kata03.zip")) > 1_000);
    assertTrue(Files.notExists(folder.resolve("out/similarity/kata26.zip")), "alone");
  }

  @Test
  void where_there_is_no_maven_it_says_so() {
    Similarity.Tool none = new JPlag("no-such-maven");
    String said =
        assertThrows(MissingException.class, () -> none.compare(folder, 1, line -> {}))
            .in(Locale.ENGLISH);
    assertTrue(
        said.matches(
            "JPlag, which compares submissions, cannot be fetched \\(.*no-such-maven.*\\): make sure"
                + " that mvn is there and connect to the network once, or leave out --similarity"),
        said);
  }
}
