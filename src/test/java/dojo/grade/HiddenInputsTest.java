package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Workbench;
import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hidden test asks must not come to light in a test that is shown. */
class HiddenInputsTest {
  private static final Kata ASKED = Submissions.kata(1);
  private static final Kata TELLS = Submissions.kata(3);
  private static final String SECRET = "0.61803";

  @TempDir private Path hidden;

  /** A group that asks a class about one value. */
  private void group(Kata kata, String name, String body) throws IOException {
    Path folder = Files.createDirectories(hidden.resolve(kata.name()).resolve(name));
    Files.writeString(
        folder.resolve("GroupTest.java"),
        """
        package %s;

        import static dojo.expect.Expect.expect;

        import dojo.expect.KataTest;
        import org.junit.jupiter.api.Test;

        @KataTest("%s.%s")
        class GroupTest {
          %s
        }
        """
            .formatted(kata.name(), kata.name(), kata.plan().className(), body));
  }

  private static SourceFile changed(Kata kata, String method, String added) {
    String solution = Workbench.solution(kata);
    String text = solution.replaceFirst("(?s)(" + method + "\\([^)]*\\) \\{)", "$1 " + added);
    assertFalse(text.equals(solution), method);
    return Submissions.file(kata, text);
  }

  @Test
  void what_a_hidden_test_asks_is_told_in_no_other_group() throws IOException {
    String asks =
        """
        interface Subject {
            float[][] mask(double[][] u, double p);
          }

          @Test
          void a_value(Subject rule) {
            expect("mask", rule.mask(new double[][] {{0.1}}, %s)).toBe(new float[][] {{1}});
          }
        """;
    group(ASKED, "a-secret", asks.formatted(SECRET));
    group(ASKED, "b-open", asks.formatted("0.5"));
    String remembers = "System.setProperty(\"told\", System.getProperty(\"told\", \"\") + p);";
    String tells = "System.out.println(System.getProperty(\"told\"));";
    Map<String, List<SourceFile>> files =
        Map.of(
            ASKED.label(), List.of(changed(ASKED, "mask", remembers + tells)),
            TELLS.label(), List.of(changed(TELLS, "forward", tells)));
    List<TestGroup> groups = TestGroups.of(List.of(ASKED, TELLS), Optional.of(hidden)).all();
    try (Kit kit = Kit.open(Workbench.EXERCISES, groups, 7, Tier.A);
        Judge judge = kit.judge()) {
      List<JudgedKata> judged = judge.judge(Submissions.handed(files)).katas();
      assertEquals(
          List.of("01/visible", "01/a-secret", "01/b-open", "03/visible"),
          judged.stream().map(each -> each.kata() + "/" + each.group()).toList());
      for (JudgedKata each : judged) {
        assertFalse(each.printed().isBlank(), each::toString);
        assertEquals(
            each.group().equals("a-secret"), each.printed().contains(SECRET), each::toString);
      }
      assertTrue(judged.get(3).printed().contains("0."), "one process for one name");
    }
  }
}
