package dojo.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What builds on what, as a drawing: each notebook stands in the row below all that it needs.
 *
 * @param rows how many rows there are
 * @param columns how many places the longest row has
 * @param nodes the notebooks, in their order
 * @param edges the lines; where a notebook is reached by way of another, only the last one
 */
record CourseMap(int rows, int columns, List<Node> nodes, List<Edge> edges) {

  /**
   * The place of a notebook.
   *
   * @param topic its name
   * @param row from 0 at the top
   * @param column from 0 at the left
   */
  record Node(String topic, int row, int column) {}

  /**
   * A line.
   *
   * @param from what is needed
   * @param to what needs it
   */
  record Edge(String from, String to) {}

  /** Draws a course; needs that are no notebooks of it, or come later in it, are passed over. */
  static CourseMap of(List<Chapter> chapters) {
    Map<String, Set<String>> reached = new LinkedHashMap<>();
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Chapter chapter : chapters) {
      List<String> needs = chapter.needs().stream().filter(rows::containsKey).toList();
      Set<String> indirect = new HashSet<>();
      needs.forEach(need -> indirect.addAll(reached.getOrDefault(need, Set.of())));
      Set<String> all = new HashSet<>(indirect);
      all.addAll(needs);
      int row = needs.stream().mapToInt(need -> rows.getOrDefault(need, 0) + 1).max().orElse(0);
      reached.put(chapter.topic(), all);
      rows.put(chapter.topic(), row);
      int column = columns.merge(row, 1, Integer::sum) - 1;
      nodes.add(new Node(chapter.topic(), row, column));
      needs.stream()
          .filter(need -> !indirect.contains(need))
          .forEach(need -> edges.add(new Edge(need, chapter.topic())));
    }
    int most = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new CourseMap(columns.size(), most, nodes, edges);
  }
}
