package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolutionTest {
  private static final Solution TWO =
      new Solution(
          "solutions/kata07/A.java",
          """
          class A {
            int one() {
              // BEGIN SOLUTION count
              int n = 1;
              return n; // decisive
              // END SOLUTION
            }

            int two() {
              // BEGIN SOLUTION $1 and \\ are plain text
              return 2;
              // END SOLUTION
            }
          }
          """);

  @Test
  void each_marked_answer_becomes_a_todo() {
    assertEquals(
        """
        class A {
          int one() {
            throw new UnsupportedOperationException("TODO: count");
          }

          int two() {
            throw new UnsupportedOperationException("TODO: $1 and \\ are plain text");
          }
        }
        """,
        TWO.stub());
    assertTrue(TodoMark.isIn(TWO.stub()));
  }

  @Test
  void the_model_is_the_solution_without_its_marks() {
    assertEquals(
        """
        class A {
          int one() {
            int n = 1;
            return n;
          }

          int two() {
            return 2;
          }
        }
        """,
        TWO.model());
    assertFalse(TodoMark.isIn(TWO.model()));
  }

  @Test
  void the_decisive_line_is_known_without_its_mark() {
    assertEquals(List.of("return n;"), TWO.decisive());
  }

  @Test
  void a_stub_cannot_be_derived_where_no_answer_is_marked() {
    Solution unmarked = new Solution("solutions/kata07/A.java", "class A {}\n");

    assertEquals("class A {}\n", unmarked.model(), "a bug to be found needs no mark");
    KataFileException told = assertThrows(KataFileException.class, unmarked::stub);
    assertEquals(
        "solutions/kata07/A.java marks no answer: put // BEGIN SOLUTION and the idea before it,"
            + " // END SOLUTION after it",
        told.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// END SOLUTION",
        "// BEGIN SOLUTION one\nreturn 1;",
        "// BEGIN SOLUTION\nreturn 1;\n// END SOLUTION",
        "// BEGIN SOLUTION one\n// BEGIN SOLUTION two\n// END SOLUTION\n// END SOLUTION"
      })
  void an_answer_marked_on_one_side_only_is_refused(String text) {
    KataFileException told =
        assertThrows(KataFileException.class, () -> new Solution("solutions/kata07/A.java", text));
    assertTrue(String.valueOf(told.getMessage()).contains("on one side only"), told::getMessage);
  }
}
