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
 * @param colour its place in the palette, or {@link #NO_COLOUR}
 * @param look how it is drawn
 * @param seeds under how many seeds it was computed; 0 where that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Line(
    String name,
    double[] x,
    double[] y,
    double[] low,
    double[] high,
    int colour,
    Look look,
    int seeds) {

  enum Look {
    SOLID,
    DASHED,
    DOTS,
    /** A thin dotted line to compare others with. */
    LEVEL,
    /** A thin line that joins two dots; the legend and the text leave it out. */
    JOIN
  }

  /** The colour of a line that takes none from the others. */
  static final int NO_COLOUR = -1;

  /** This line, computed under so many seeds. */
  Line under(int number) {
    return new Line(name, x, y, low, high, colour, look, number);
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
