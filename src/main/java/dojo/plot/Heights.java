package dojo.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * How a viewer measures heights in a chart: as distances on its vertical axis, the whole of which
 * is 1.
 *
 * @param scale from a value to its height; only differences matter
 */
record Heights(DoubleUnaryOperator scale) {

  /** What is lower than this is not seen as a rise or a fall. */
  static final double NOTICED = 0.03;

  static Heights of(ChartText.View view, List<Curve> curves) {
    double[] seen =
        view.cut().isEmpty()
            ? curves.stream().flatMapToDouble(c -> Arrays.stream(c.y())).toArray()
            : view.cut().stream().mapToDouble(Double::doubleValue).toArray();
    DoubleStream drawn = curves.stream().flatMapToDouble(c -> Arrays.stream(c.y()));
    boolean powers =
        view.logarithmic()
            && DoubleStream.concat(drawn, Arrays.stream(seen)).noneMatch(value -> value <= 0);
    DoubleUnaryOperator ruler = powers ? StrictMath::log : value -> value;
    double low = finite(seen).map(ruler).min().orElse(0);
    double high = finite(seen).map(ruler).max().orElse(1);
    double whole = high / 2 - low / 2; // no overflow
    return new Heights(
        value -> whole == 0 ? ruler.applyAsDouble(value) : ruler.applyAsDouble(value) / 2 / whole);
  }

  private static DoubleStream finite(double... values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  double of(double value) {
    return scale.applyAsDouble(value);
  }
}
