package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number of a worked example that the solution does not give is found, and one left out, too. */
class WorkedExampleTest {
  private static final String EXAMPLE =
      """
      package kata07;

      final class Example {
        static Object[] numbers() {
          float[][] x = {{1, -2}, {3, 4}};
          return new Object[] {x, Twice.twice(x)};
        }
      }
      """;

  @TempDir private Path folder;
  private MadeUpProject project;
  private Workbench workbench;

  @BeforeEach
  void make() throws IOException {
    project = MadeUpProject.in(folder.resolve("project"));
    workbench = new Workbench(project.exercises(), Files.createDirectory(folder.resolve("run")));
  }

  @AfterEach
  void close() throws IOException {
    workbench.close();
  }

  @Test
  void a_fresh_kata_works_its_example_and_one_that_lacks_it_is_told() throws IOException {
    WorkedExample example = new WorkedExample(workbench, project.kata());
    assertEquals(List.of(), example.problems());

    Files.delete(project.root().resolve("solutions/kata07/Example.java"));
    assertEquals(
        List.of(
            "solutions/kata07/Example.java is missing: compute the numbers of the worked example"
                + " there, as solutions/kata01/Example.java does"),
        example.problems());
  }

  @Test
  void what_the_solution_gives_may_be_rounded() throws IOException {
    assertEquals(List.of(), problems(EXAMPLE));
    page("    1  -2     2  -4", "    1.00  -2     2.0  -4");
    assertEquals(List.of(), problems(EXAMPLE.replace("{{1,", "{{0.9999f,")));
  }

  @Test
  void a_number_that_is_stale_and_one_that_is_left_out_are_told() throws IOException {
    page("    3   4     6   8", "    3   4     6   9");
    assertEquals(
        List.of(
            "exercises/kata07/README.md: the worked example: 9 is none of the numbers of"
                + " Example.java",
            "exercises/kata07/README.md: the worked example: no number is 8.0, which Example.java"
                + " gives"),
        problems(EXAMPLE));
  }

  private void page(String before, String after) {
    project.with("exercises/kata07/README.md", before, after);
  }

  private List<String> problems(String example) throws IOException {
    Files.writeString(project.root().resolve("solutions/kata07/Example.java"), example);
    return new WorkedExample(workbench, project.kata()).problems();
  }
}
