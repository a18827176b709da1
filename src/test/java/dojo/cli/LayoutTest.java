package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Layout NARROW = new Layout(20);

  @Test
  void a_paragraph_is_broken_between_words_and_indented() {
    assertEquals(
        "  Each survivor\n  stands in for\n  those dropped.",
        NARROW.paragraph("Each survivor stands in for those dropped.", 2));
  }

  @Test
  void a_line_may_be_as_long_as_the_width() {
    assertEquals("twenty columns: 4567\nx", NARROW.paragraph("twenty columns: 4567 x", 0));
  }

  @Test
  void the_lines_of_a_paragraph_stay() {
    assertEquals("  one\n\n    two", NARROW.paragraph("one\n\n  two", 2));
  }

  @Test
  void a_path_is_never_broken() {
    assertEquals(
        "see\nexercises/kata03/InvertedDropout.java:5\n(1-p)",
        NARROW.paragraph("see exercises/kata03/InvertedDropout.java:5 (1-p)", 0));
  }

  @Test
  void a_difference_is_never_broken() {
    assertEquals(
        "divide the sum by\n(n − 1)·2 − m", NARROW.paragraph("divide the sum by (n − 1)·2 − m", 0));
  }

  @Test
  void a_chinese_character_takes_two_columns_and_a_full_stop_begins_no_line() {
    assertEquals("丢弃层在训练时以概率\np 把单元置零。", NARROW.paragraph("丢弃层在训练时以概率 p 把单元置零。", 0));
    assertEquals("丢弃层在训练时以概\n率。", NARROW.paragraph("丢弃层在训练时以概率。", 0));
  }

  @Test
  void the_cells_of_rows_stand_below_each_other() {
    List<List<String>> rows =
        List.of(List.of("p", "0.4"), List.of("丢弃率", "0.5"), List.of("expected", "1"));
    assertEquals(" p         0.4\n 丢弃率    0.5\n expected  1", NARROW.rows(rows, 1));
  }

  @Test
  void the_last_cell_of_a_row_is_broken_and_stays_in_its_column() {
    assertEquals(
        "a  one two three four\n   five",
        new Layout(23).rows(List.of(List.of("a", "one two three four five")), 0));
  }
}
