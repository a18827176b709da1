package dojo.plot;

import dojo.words.PlainNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One curve of a chart, or one set of dots or bars, as data.
 *
 * @param name what the legend calls it
 * @param x where its points lie on the horizontal axis, in any order; at least one
 * @param y and on the vertical one
 * @param low where a band starts at each point; empty if there is none
 * @param high where it ends
 * @param look how it is drawn
 * @param seeds under how many seeds it was computed; 0 where that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Curve(
    String name, double[] x, double[] y, double[] low, double[] high, Line.Look look, int seeds) {

  boolean hasBand() {
    return high.length > 0;
  }

  boolean isLevel() {
    return look == Line.Look.LEVEL;
  }

  /** How far the band reaches to either side. */
  double band(int i) {
    return high[i] - y[i];
  }

  boolean isFinite(int i) {
    return Double.isFinite(x[i]) && Double.isFinite(y[i]);
  }

  /** Its points from left to right; those of one place in the order in which they were given. */
  List<Integer> points() {
    return IntStream.range(0, x.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> x[i]))
        .toList();
  }

  /** Of equal heights the leftmost counts. */
  int lowest(List<Integer> points) {
    return points.stream().min(Comparator.comparingDouble(i -> y[i])).orElseThrow();
  }

  /** Of equal heights the leftmost counts. */
  int highest(List<Integer> points) {
    return points.stream()
        .min(Comparator.comparingDouble((Integer i) -> y[i]).reversed())
        .orElseThrow();
  }

  PlotData.Part data(boolean bands) {
    return new PlotData.Part(name, bands ? List.of(x, y, low, high) : List.of(x, y));
  }

  /** Its name; height and place of start, end, lowest, highest; band; how many points are lost. */
  String figures() {
    List<Integer> all = points();
    List<Integer> finite = all.stream().filter(this::isFinite).toList();
    List<Double> numbers = new ArrayList<>();
    if (finite.isEmpty()) {
      numbers.addAll(List.of(x[all.get(0)], x[all.get(all.size() - 1)]));
    } else {
      line(finite, numbers);
    }
    if (!finite.isEmpty() && finite.size() < all.size()) {
      numbers.addAll(List.of(1.0 * all.size() - finite.size(), 1.0 * all.size()));
      numbers.add(x[all.stream().filter(i -> !isFinite(i)).findFirst().orElseThrow()]);
    }
    StringBuilder line = new StringBuilder(name).append(':');
    numbers.forEach(number -> line.append(' ').append(PlainNumber.of(number)));
    return line.toString();
  }

  private void line(List<Integer> points, List<Double> numbers) {
    int first = points.get(0);
    int last = points.get(points.size() - 1);
    int low = lowest(points);
    int high = highest(points);
    if (first == last) {
      numbers.addAll(List.of(y[first], x[first]));
    } else if (y[low] == y[high]) {
      numbers.addAll(List.of(y[first], x[first], x[last]));
    } else {
      for (int i : new int[] {first, last, low, high}) {
        numbers.addAll(List.of(y[i], x[i]));
      }
    }
    if (hasBand()) {
      numbers.addAll(List.of(band(first), band(last)));
    }
  }
}
