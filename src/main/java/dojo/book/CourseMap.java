package dojo.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What builds on what, as a drawing: each notebook stands in the row below all that it needs, and
 * near them.
 *
 * @param rows how many rows there are
 * @param columns how many places the longest row has
 * @param nodes the notebooks, row by row
 * @param edges the lines; where a notebook is reached by way of another, only the last one
 */
record CourseMap(int rows, int columns, List<Node> nodes, List<Edge> edges) {

  /**
   * The place of a notebook.
   *
   * @param topic its name
   * @param row from 0 at the top
   * @param column from 0 at the left; a shorter row stands in the middle, by half a place if need
   *     be
   */
  record Node(String topic, int row, double column) {}

  /**
   * A line.
   *
   * @param from what is needed
   * @param to what needs it
   * @param gaps where it passes each row between them, beside all notebooks: the column to the
   *     right of the gap
   */
  record Edge(String from, String to, List<Double> gaps) {}

  /** Draws a course; needs that are no notebooks of it, or come later in it, are passed over. */
  static CourseMap of(List<Chapter> chapters) {
    Map<String, Set<String>> reached = new LinkedHashMap<>();
    Map<String, Integer> rows = new LinkedHashMap<>();
    List<List<String>> table = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Chapter chapter : chapters) {
      List<String> needs = chapter.needs().stream().filter(rows::containsKey).toList();
      Set<String> indirect = new HashSet<>();
      needs.forEach(need -> indirect.addAll(reached.getOrDefault(need, Set.of())));
      Set<String> all = new HashSet<>(indirect);
      all.addAll(needs);
      reached.put(chapter.topic(), all);
      int row = needs.stream().mapToInt(need -> rows.getOrDefault(need, 0) + 1).max().orElse(0);
      rows.put(chapter.topic(), row);
      if (row == table.size()) {
        table.add(new ArrayList<>());
      }
      table.get(row).add(chapter.topic());
      needs.stream()
          .filter(need -> !indirect.contains(need))
          .forEach(need -> edges.add(new Edge(need, chapter.topic(), List.of())));
    }
    int columns = table.stream().mapToInt(List::size).max().orElse(0);
    List<Node> nodes = placed(table, columns, edges);
    return new CourseMap(
        table.size(), columns, nodes, edges.stream().map(edge -> led(edge, nodes)).toList());
  }

  /** No line runs behind a notebook, for there it would seem to end. */
  private static Edge led(Edge edge, List<Node> nodes) {
    Node from = node(edge.from(), nodes);
    Node to = node(edge.to(), nodes);
    List<Double> gaps = new ArrayList<>();
    for (int between = from.row() + 1; between < to.row(); between++) {
      int row = between;
      double share = (double) (row - from.row()) / (to.row() - from.row());
      double straight = 0.5 + from.column() + share * (to.column() - from.column());
      gaps.add(
          nodes.stream()
              .filter(node -> node.row() == row)
              .flatMap(node -> Stream.of(node.column(), node.column() + 1))
              .min(Comparator.comparingDouble(gap -> Math.abs(gap - straight)))
              .orElse(straight));
    }
    return new Edge(edge.from(), edge.to(), gaps);
  }

  private static Node node(String topic, List<Node> nodes) {
    return nodes.stream().filter(node -> node.topic().equals(topic)).findFirst().orElseThrow();
  }

  /** Orders each row by where the lines to it come from, which lets few of them cross. */
  private static List<Node> placed(List<List<String>> table, int columns, List<Edge> edges) {
    Map<String, Double> places = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<String> topics = new ArrayList<>(table.get(row));
      topics.sort(Comparator.comparingDouble(topic -> above(topic, places, edges)));
      for (int i = 0; i < topics.size(); i++) {
        double column = i + (columns - topics.size()) / 2.0;
        places.put(topics.get(i), column);
        nodes.add(new Node(topics.get(i), row, column));
      }
    }
    return nodes;
  }

  private static double above(String topic, Map<String, Double> places, List<Edge> edges) {
    return edges.stream()
        .filter(edge -> edge.to().equals(topic))
        .mapToDouble(edge -> places.getOrDefault(edge.from(), 0.0))
        .average()
        .orElse(0);
  }
}
