package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is derived from what differs, or it is said what does not fit. */
class MistakesTest {
  private static final String CLASS =
      """
      package kata07;

      public final class Sum {
        public static int of(int[] x) {
          // BEGIN SOLUTION add them
          int sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += x[i]; // decisive
          }
          return sum;
          // END SOLUTION
        }
      }
      """;
  private static final Solution SOLUTION = new Solution("solutions/kata07/Sum.java", CLASS);

  @Test
  void lines_that_go_give_way_to_those_that_come() {
    assertDerived(
        SOLUTION.model().replace("int i = 0", "int i = 1"),
        """
        SKIPS_FIRST: the first is left out
        - for (int i = 0; i < x.length; i++) {
        + for (int i = 1; i < x.length; i++) {
        """);
  }

  @Test
  void the_mark_of_the_decisive_line_need_not_be_told() {
    String wrong = SOLUTION.model().replace("+= x[i];", "= x[i];");
    assertDerived(wrong, "LAST: only the last\n- sum += x[i];\n+ sum = x[i];\n");
    assertDerived(wrong, "LAST: only the last\n- sum += x[i]; // decisive\n+ sum = x[i];\n");
  }

  @Test
  void lines_come_before_and_after_lines_that_stay_each_indented_like_its_neighbour() {
    assertDerived(
        """
        package kata07;

        import java.util.Random;

        public final class Sum {
          private static final Random RANDOM =
              new Random();

          public static int of(int[] x) {
            int sum = 0;
            for (int i = 0; i < x.length; i++) {
              sum += RANDOM.nextInt(x[i]);
            }
            return sum;
          }
        }
        """,
        """
        # adds an import and a field
        RANDOM: chance
          package kata07;
        +
        + import java.util.Random;

          public final class Sum {
        +   private static final Random RANDOM =
        +       new Random();
        +

        - sum += x[i];
        + sum += RANDOM.nextInt(x[i]);
        """);
  }

  @Test
  void lines_only_go() {
    assertDerived(
        SOLUTION.model().replace("      sum += x[i];\n", ""), "NONE: none\n- sum += x[i];");
  }

  @Test
  void changes_may_be_told_in_any_order() {
    assertDerived(
        SOLUTION.model().replace("int sum = 0", "int sum = 1").replace("return sum", "return -sum"),
        "A: a\n- return sum;\n+ return -sum;\n\n- int sum = 0;\n+ int sum = 1;\n");
  }

  @Test
  void lines_that_all_come_are_a_whole_answer() {
    assertDerived(
        """
        package kata07;

        public final class Sum {
          public static int of(int[] x) {
            if (x.length > 0) {
              return x[0];
            }

            return 0;
          }
        }
        """,
        """
        FIRST: the first alone
        + if (x.length > 0) {
        +   return x[0];
        + }
        +
        + return 0;
        """);
  }

  @Test
  void mistakes_keep_the_order_in_which_they_are_told() {
    List<Mistake> two = read("B: one\n- int sum = 0;\n\nA: two\n- return sum;\n");

    assertEquals(List.of("B", "A"), two.stream().map(Mistake::id).toList());
    assertEquals(List.of("one", "two"), two.stream().map(Mistake::description).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A: a\\n- int sum = 1;\\n+ int sum = 2;"
            + "| M, A: S has no such lines, at \"int sum = 1;\":"
            + " copy the lines that go or stay from there, in its order",
        "A: a\\n- int sum = 0;\\n- return sum;"
            + "| M, A: S has no such lines, at \"int sum = 0;\":"
            + " copy the lines that go or stay from there, in its order",
        "A: a\\n- }"
            + "| M, A: S has these lines more than once, at \"}\":"
            + " add a line before or after that stays (two spaces)",
        "A: a\\n- int sum = 0;\\n+   int sum = 0;"
            + "| M, A: the change at \"int sum = 0;\" changes nothing: correct it or remove it",
        "A: a\\n  int sum = 0;"
            + "| M, A: the change at \"int sum = 0;\" changes nothing: correct it or remove it",
        "A: a|M, A: nothing is changed: add a line that goes (\"- \") or comes (\"+ \")",
        "A: a\\n- int sum = 0;\\n\\n- int sum = 0;\\n- for (int i = 0; i < x.length; i++) {"
            + "| M, A: two changes meet at \"int sum = 0;\": make them one",
        "A: a\\n- int sum = 0;\\n\\nA: b\\n- return sum;"
            + "| M tells A twice: rename one or remove it",
        "A: a\\n-int sum = 0;"
            + "| M has a line of no known form, \"-int sum = 0;\": begin it with ID: and a"
            + " description, with \"- \" (goes), \"+ \" (comes), two spaces (stays) or #",
        "- int sum = 0;"
            + "| M has a line of no known form, \"- int sum = 0;\": begin it with ID: and a"
            + " description, with \"- \" (goes), \"+ \" (comes), two spaces (stays) or #"
      })
  void what_does_not_fit_is_told_with_the_remedy(String text, String told) {
    String expected =
        told.strip()
            .replace("M", "solutions/kata07/mistakes.diff")
            .replace("S ", "solutions/kata07/Sum.java ");
    KataFileException broken =
        assertThrows(
            KataFileException.class,
            () -> read(text.replace("\\n", "\n")).forEach(mistake -> mistake.in(SOLUTION)));
    assertEquals(expected, broken.getMessage());
  }

  @Test
  void an_answer_that_was_tried_is_told_like_a_mistake_with_the_verdict_that_it_gets() {
    List<Tried> tried =
        Mistakes.tried(
            "solutions/kata07/tried.diff",
            "none: from the second on\n- int sum = 0;\n+ int sum = -x[0];\n\n"
                + "LAST: only the last\n- sum += x[i];\n+ sum = x[i];\n\n"
                + "green: from the last on\n- return sum;\n+ return 0 + sum;\n");

    assertEquals(List.of("none", "LAST", "green"), tried.stream().map(Tried::verdict).toList());
    assertEquals("only the last", tried.get(1).answer().id());
    assertEquals(
        SOLUTION.model().replace("+= x[i];", "= x[i];"), tried.get(1).answer().in(SOLUTION));
  }

  @Test
  void an_answer_that_was_tried_is_told_once() {
    KataFileException broken =
        assertThrows(
            KataFileException.class,
            () -> Mistakes.tried("T", "none: a\n- int sum = 0;\n\ngreen: a\n- return sum;\n"));
    assertEquals("T tells a twice: rename one or remove it", broken.getMessage());
  }

  @Test
  void a_whole_answer_needs_one_place_to_stand() {
    Solution unmarked = new Solution("solutions/kata07/Sum.java", SOLUTION.model());
    KataFileException broken =
        assertThrows(KataFileException.class, () -> read("A: a\n+ return 0;").get(0).in(unmarked));
    assertEquals(
        "solutions/kata07/mistakes.diff, A: lines that all come are a whole answer, but"
            + " solutions/kata07/Sum.java does not mark exactly one:"
            + " add the lines that go (\"- \") or stay (two spaces)",
        broken.getMessage());
  }

  private static void assertDerived(String expected, String mistake) {
    List<Mistake> all = read(mistake);
    assertEquals(1, all.size());
    assertEquals(expected, all.get(0).in(SOLUTION));
  }

  private static List<Mistake> read(String text) {
    return Mistakes.of("solutions/kata07/mistakes.diff", text);
  }
}
