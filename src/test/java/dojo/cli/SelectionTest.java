package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final List<Integer> KNOWN = List.of(1, 2, 3, 5, 10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "03",
        " 3 ",
        "kata03",
        "Kata03",
        "kata3",
        "KATA3",
        "kata 03",
        "kata-03",
        "kata_3",
        "kata03/",
        "03.",
        "3:",
        "#3",
        "03/",
        "../exercises/kata03/InvertedDropout.java",
        "/home/me/my files, old; new/exercises/kata03/InvertedDropout.java",
        "exercises/kata03/InvertedDropout.java#L17",
        "exercises/kata03",
        "exercises/kata03/",
        "./exercises/kata03/InvertedDropout.java",
        "exercises/kata03/InvertedDropout.java:17",
        "exercises\\kata03\\InvertedDropout.java",
        "/home/me/kata01/exercises/kata03/README.md"
      })
  void a_kata_is_known_by_number_name_or_path(String word) {
    assertEquals(List.of(3), Selection.OF_KATAS.of(word, KNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "05",
        "05-dropout",
        "05-dropout.ipynb",
        "notebooks/05-dropout.ipynb",
        "notebooks\\05_dropout.ipynb",
        "/home/me/01-course/notebooks/05-dropout.ipynb"
      })
  void a_notebook_is_known_by_number_name_or_file(String word) {
    assertEquals(List.of(5), Selection.OF_NOTEBOOKS.of(word, KNOWN));
  }

  @Test
  void a_range_names_those_that_exist() {
    assertEquals(List.of(2, 3, 5), Selection.OF_KATAS.of("2-7", KNOWN));
    assertEquals(List.of(1, 2), Selection.OF_NOTEBOOKS.of("00-02", KNOWN));
    for (String range : new String[] {"1..3", "1–3", "kata01-kata03", "Kata01-03"}) {
      assertEquals(List.of(1, 2, 3), Selection.OF_KATAS.of(range, KNOWN));
    }
  }

  @Test
  void a_list_names_each_once_in_its_order() {
    for (String list : new String[] {"3,1", "03, 01", "3;1", "3 1 3", "kata03,kata01,"}) {
      assertEquals(List.of(3, 1), Selection.OF_KATAS.of(list, KNOWN));
    }
    assertEquals(List.of(), Selection.OF_KATAS.of("1,4", KNOWN));
    assertEquals(List.of(), Selection.OF_KATAS.of(",", KNOWN));
  }

  @Test
  void all_names_all() {
    assertEquals(KNOWN, Selection.OF_KATAS.of("all", KNOWN));
    assertEquals(KNOWN, Selection.OF_NOTEBOOKS.of("All", KNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "",
        "three",
        "-3",
        "3-",
        "7-9",
        "3-2",
        "99999999999999999999",
        "03x",
        "kata",
        "3.0",
        "-",
        "*"
      })
  void other_words_name_nothing(String word) {
    assertEquals(List.of(), Selection.OF_KATAS.of(word, KNOWN));
    assertEquals(List.of(), Selection.OF_NOTEBOOKS.of(word, KNOWN));
  }

  @Test
  void numbers_are_written_as_they_are_typed() {
    assertEquals("01 02 03 05 10", Selection.text(KNOWN));
  }
}
