package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.machine.MissingException;
import dojo.practice.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestGroupsTest {
  private static final Exercises EXERCISES = new Exercises(Path.of("exercises"));

  @TempDir Path hidden;

  private static List<Kata> katas() {
    return EXERCISES.all().subList(0, 3);
  }

  private Path file(String path) throws IOException {
    Path file = hidden.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  @Test
  void without_a_folder_there_are_the_tests_that_students_have() {
    TestGroups groups = TestGroups.of(katas(), Optional.empty());
    TestGroup third = groups.all().get(2);
    assertEquals("kata03 visible", third.kata().name() + " " + third.name());
    assertEquals("kata03.InvertedDropoutTest", third.testClass());
    assertEquals(3, groups.all().size());
  }

  @Test
  void hidden_groups_follow_by_name() throws IOException {
    file("kata02/limits/LimitsTest.java");
    file("kata02/edge-cases/EdgeCasesTest.java");
    file("kata02/edge-cases/Grid.java");
    file("kata02/edge-cases/notes.txt");
    file("kata07/other/OtherTest.java"); // not graded today
    TestGroups groups = TestGroups.of(katas(), Optional.of(hidden));
    assertEquals(
        List.of(
            "visible kata02.BernoulliMaskTest [kata02/BernoulliMaskTest.java]",
            "edge-cases kata02.EdgeCasesTest [kata02/EdgeCasesTest.java, kata02/Grid.java]",
            "limits kata02.LimitsTest [kata02/LimitsTest.java]"),
        groups.of("02").stream().map(TestGroupsTest::told).toList());
    assertEquals("[edge-cases, limits, visible]", groups.names().toString());
  }

  private static String told(TestGroup group) {
    List<String> sources = group.sources().stream().map(Source::name).toList();
    return group.name() + " " + group.testClass() + " " + sources;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kata2/a/ATest.java    | %s/kata2 is no folder of a kata",
        "kata02/A/ATest.java   | %s/kata02/A must have a name of small letters, digits and hyphens"
            + " other than visible",
        "kata02/visible/ATest.java | %s/kata02/visible must have a name of small letters, digits and"
            + " hyphens other than visible",
        "kata02/a/A.java       | %s/kata02/a must have one file that ends with Test.java, but has 0",
        "kata07/a/ATest.java   | %s has no tests of the katas that are graded",
      })
  void a_folder_that_would_grade_nobody_is_refused(String path, String refusal) throws IOException {
    file(path);
    assertEquals(
        refusal.formatted(hidden)
            + ": hidden tests stand in FOLDER/kata03/edge-cases/EdgeCasesTest.java",
        assertThrows(MissingException.class, () -> TestGroups.of(katas(), Optional.of(hidden)))
            .in(Locale.ENGLISH));
  }
}
