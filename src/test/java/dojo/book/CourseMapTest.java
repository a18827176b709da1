package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.book.CourseMap.Edge;
import dojo.book.CourseMap.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseMapTest {

  @Test
  void a_notebook_stands_below_all_that_it_needs() {
    CourseMap map =
        CourseMap.of(
            List.of(chapter("0"), chapter("1", "0"), chapter("2", "0"), chapter("3", "1", "2")));
    assertEquals(
        List.of(
            new Node("0", 0, 0.5), new Node("1", 1, 0), new Node("2", 1, 1), new Node("3", 2, 0.5)),
        map.nodes());
    assertEquals(3, map.rows());
    assertEquals(2, map.columns());
  }

  @Test
  void a_notebook_stands_near_what_it_needs() {
    CourseMap map =
        CourseMap.of(List.of(chapter("0"), chapter("1"), chapter("2", "1"), chapter("3", "0")));
    assertEquals(List.of("0", "1", "3", "2"), map.nodes().stream().map(Node::topic).toList());
  }

  @Test
  void where_one_is_reached_by_way_of_another_only_the_last_line_is_drawn() {
    CourseMap map =
        CourseMap.of(
            List.of(
                chapter("0"), chapter("1", "0"), chapter("2", "0", "1"), chapter("3", "0", "2")));
    assertEquals(
        List.of(
            new Edge("0", "1", List.of()),
            new Edge("1", "2", List.of()),
            new Edge("2", "3", List.of())),
        map.edges());
  }

  @Test
  void a_line_across_a_row_passes_between_its_notebooks() {
    CourseMap map =
        CourseMap.of(
            List.of(
                chapter("0"),
                chapter("a"),
                chapter("1", "0"),
                chapter("2", "1"),
                chapter("3", "a", "2")));
    assertEquals(
        new Edge("a", "3", List.of(1.5, 1.5)), // between and beside the two lone notebooks
        map.edges().get(2));
  }

  @Test
  void what_is_no_notebook_of_the_course_or_comes_later_is_passed_over() {
    CourseMap map = CourseMap.of(List.of(chapter("0", "1", "elsewhere"), chapter("1")));
    assertEquals(List.of(), map.edges());
    assertEquals(1, map.rows());
  }

  @Test
  void a_course_without_notebooks_has_an_empty_map() {
    assertEquals(new CourseMap(0, 0, List.of(), List.of()), CourseMap.of(List.of()));
  }

  private static Chapter chapter(String topic, String... needs) {
    return new Chapter(
        topic,
        topic,
        topic,
        topic + ".html",
        "",
        "",
        0,
        List.of(needs),
        List.of(),
        List.of(),
        "",
        true,
        false,
        0,
        "",
        "",
        0);
  }
}
