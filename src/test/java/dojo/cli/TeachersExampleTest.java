package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Solution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a teacher copies from the page for teachers grades a small class. */
@Tag("dev")
class TeachersExampleTest {
  private static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());

  @TempDir private Path folder;

  @BeforeEach
  void copy_the_files_of_the_page_and_collect_what_was_sent() throws IOException {
    write("roster.csv", shown("csv"));
    write("points.properties", shown("properties"));
    write("hidden/kata03/edge-cases/EdgeCasesTest.java", shown("java"));
    for (int number : new int[] {3, 10}) {
      Kata kata = EXERCISES.kata(number).orElseThrow();
      Solution solution = EXERCISES.solution(kata);
      String file = kata.name() + "/" + kata.plan().className() + ".java";
      write("inbox/ada/" + file, solution.model());
      write("inbox/bob/" + file, EXERCISES.mistakes(kata).get(0).in(solution));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static String shown(String language) throws IOException {
    Matcher block =
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
            .matcher(Files.readString(Path.of("solutions/README.md")));
    assertTrue(block.find(), "the page shows no " + language);
    return block.group(1);
  }

  @Test
  void the_roster_the_plan_of_points_and_the_hidden_test_are_understood() throws IOException {
    Path out = folder.resolve("unit");
    Typed typed =
        Typed.in(
            Path.of(""),
            List.of(
                    List.of("grade", at("inbox"), "--katas", "3,10", "--roster", at("roster.csv")),
                    List.of("--points", at("points.properties"), "--hidden", at("hidden")),
                    List.of("--out", out.toString(), "--tier", "A", "--seed", "7301"))
                .stream()
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertEquals("", typed.err());
    assertEquals(0, typed.exit(), typed.out());
    assertTrue(typed.out().matches("(?s).*✓ ada: (\\S+) of \\1 points; 2 green.*"), typed.out());
    assertTrue(typed.out().contains("✗ bob: "), typed.out());
    assertTrue(typed.out().contains("✗ zoe: 0 of "), typed.out());
    String all = Files.readString(out.resolve("class.json"));
    assertTrue(all.contains("\"late\"") && all.contains("\"attempt\""), all);
    assertTrue(Files.readString(out.resolve("grades/ada.json")).contains("edge-cases"));
  }
}
