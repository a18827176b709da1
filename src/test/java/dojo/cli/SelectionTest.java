package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "/home/me/kata01/exercises/kata03/README.md",
        "kata03:",
        "kata 03.",
        "３",
        "/home/me/1 - 5/exercises/kata03/README.md"
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
  void a_range_names_what_lies_between_two_that_exist() {
    assertEquals(List.of(2, 3, 5), Selection.OF_KATAS.of("2-5", KNOWN));
    assertEquals(List.of(1, 2), Selection.OF_NOTEBOOKS.of("01-02", KNOWN));
    assertEquals(List.of(3, 2, 1), Selection.OF_KATAS.of("3-1", KNOWN));
    assertEquals(List.of(3), Selection.OF_KATAS.of("3-3", KNOWN));
    for (String range : new String[] {"1..3", "1–3", "kata01-kata03", "Kata01-03"}) {
      assertEquals(List.of(1, 2, 3), Selection.OF_KATAS.of(range, KNOWN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 - 3",
        "1 -3",
        "1- 3",
        "1 – 3",
        "1—3",
        "1−3",
        "1~3",
        "1 .. 3",
        "1...3",
        "1…3",
        "1 to 3",
        "kata 1 - kata 3",
        "kata01 - 03",
        "1 - 2, 3",
        "1，2、3"
      })
  void a_range_is_known_however_it_is_spaced(String word) {
    assertEquals(List.of(1, 2, 3), Selection.OF_KATAS.of(word, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "check kata 3, check kata3",
    "hint Kata 3 2, hint Kata3 2",
    "check 1 - 3 5, check 1-3 5",
    "check kata 1 - kata 3, check kata1-kata3",
    "run 1 to 3 --timeout 5, run 1to3 --timeout 5",
    "new 5 Kata, new 5 Kata",
    "kata 3, kata 3",
    "check 1 -, check 1 -",
    "hint KeepRule 3, hint KeepRule 3"
  })
  void words_that_belong_together_are_one(String typed, String one) {
    assertEquals(one, String.join(" ", Selection.joined(typed.split(" "))));
  }

  @Test
  void a_number_is_known_of_a_kata_that_is_not_there_yet() {
    for (String word : new String[] {"7", "07", "kata07", "kata 7", "exercises/kata07/", "#7"}) {
      assertEquals(Optional.of(7), Selection.OF_KATAS.number(word), word);
    }
    for (String word : new String[] {"", "Ü", "7-8", "-7", "99999999999", "all", "7,8"}) {
      assertEquals(Optional.empty(), Selection.OF_KATAS.number(word), word);
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

  @ParameterizedTest
  @CsvSource({
    "1-99, 99",
    "0-3, 0",
    "4-7, 4",
    "'1,4', 4",
    "'1,2-7', 7",
    "1 - 99, 99",
    "three, three",
    "99, 99",
    "'', ''"
  })
  void of_a_word_that_names_nothing_the_part_that_is_not_there_is_told(String word, String part) {
    assertEquals(List.of(), Selection.OF_KATAS.of(word, KNOWN));
    assertEquals(part, Selection.OF_KATAS.stranger(word, KNOWN));
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
        "1-4",
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
