package dojo.plot;

import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text alternative of a chart: made from the numbers that are drawn, so that it says what the
 * picture shows.
 *
 * @param title what is shown
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 * @param cut where the vertical axis starts and ends; empty if it fits all curves
 * @param curves what is drawn
 */
record ChartText(String title, String x, String y, List<Double> cut, List<Curve> curves) {

  /**
   * One curve, or one set of dots or bars.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis, in any order; at least one
   * @param y and on the vertical one
   * @param band how far a band reaches to either side of each point; empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Curve(String name, double[] x, double[] y, double[] band) {

    String in(Words words) {
      List<Integer> points =
          IntStream.range(0, x.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> x[i]))
              .toList();
      List<Integer> finite = points.stream().filter(this::isFinite).toList();
      if (finite.isEmpty()) {
        return words.say(
            "curve-is-lost", name, place(points.get(0)), place(points.get(points.size() - 1)));
      }
      int first = finite.get(0);
      int last = finite.get(finite.size() - 1);
      String line = line(finite, words);
      String whole =
          band.length == 0
              ? line
              : words.say("band", line, PlainNumber.of(band[first]), PlainNumber.of(band[last]));
      if (finite.size() == points.size()) {
        return whole;
      }
      int lost = points.stream().filter(i -> !isFinite(i)).findFirst().orElse(first);
      return words.say(
          "lost-points", whole, points.size() - finite.size(), points.size(), place(lost));
    }

    private boolean isFinite(int i) {
      return Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }

    /** Where it starts, ends, is lowest and highest; of equal heights the leftmost counts. */
    private String line(List<Integer> points, Words words) {
      int first = points.get(0);
      int last = points.get(points.size() - 1);
      int low = first;
      int high = first;
      for (int i : points) {
        low = y[i] < y[low] ? i : low;
        high = y[i] > y[high] ? i : high;
      }
      if (first == last) {
        return words.say("curve-is-a-point", name, height(first), place(first));
      }
      if (y[low] == y[high]) {
        return words.say("curve-is-flat", name, height(first), place(first), place(last));
      }
      return words.say(
          "curve",
          name,
          height(first),
          place(first),
          height(last),
          place(last),
          height(low),
          place(low),
          height(high),
          place(high));
    }

    private String height(int i) {
      return PlainNumber.of(y[i]);
    }

    private String place(int i) {
      return PlainNumber.of(x[i]);
    }
  }

  /** Returns the text, a line for the chart, one for its axes and one for each curve. */
  String in(Locale language) {
    Words words = Words.of(ChartText.class, language);
    String axes =
        cut.isEmpty()
            ? words.say("axes", x, y)
            : words.say("axes-cut", x, y, PlainNumber.of(cut.get(0)), PlainNumber.of(cut.get(1)));
    return Stream.concat(
            Stream.of(words.say("chart", title), axes),
            curves.stream().map(curve -> curve.in(words)))
        .collect(Collectors.joining("\n"));
  }
}
