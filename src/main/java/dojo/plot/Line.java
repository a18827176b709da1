package dojo.plot;

import java.util.stream.IntStream;

/**
 * One line of a chart.
 *
 * @param name what the legend calls it
 * @param x where its points lie on the horizontal axis
 * @param y and on the vertical one
 * @param low where its band starts at each point; empty for none
 * @param high where its band ends
 * @param colour its place in the palette
 * @param look how it is drawn
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Line(
    String name, double[] x, double[] y, double[] low, double[] high, int colour, Look look) {

  enum Look {
    SOLID,
    DASHED,
    DOTS
  }

  /** Returns whether a point can be drawn: what is NaN or infinite has no place. */
  boolean hasPlace(int i) {
    return Double.isFinite(x[i]) && Double.isFinite(y[i]);
  }

  /** Returns how many points cannot be drawn. */
  long lost() {
    return IntStream.range(0, x.length).filter(i -> !hasPlace(i)).count();
  }

  /** Returns the x of the points that have one, but no y. */
  double[] placesOfLost() {
    return IntStream.range(0, x.length)
        .filter(i -> !hasPlace(i) && Double.isFinite(x[i]))
        .mapToDouble(i -> x[i])
        .toArray();
  }
}
