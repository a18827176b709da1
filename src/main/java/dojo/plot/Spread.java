package dojo.plot;

import dojo.experiment.Sample;
import java.util.List;

/**
 * The mean of several curves, point by point, and one standard deviation to either side.
 *
 * <p>Curves may be of different lengths, as those of runs that were stopped early: where one ends,
 * the mean and the deviation are those of the curves that go on, and a single one has none.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Spread(double[] mean, double[] low, double[] high) {

  static Spread of(List<double[]> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a band needs at least one curve, but had none");
    }
    int points = curves.stream().mapToInt(curve -> curve.length).max().orElse(0);
    double[] mean = new double[points];
    double[] low = new double[points];
    double[] high = new double[points];
    for (int i = 0; i < points; i++) {
      int at = i;
      Sample sample =
          new Sample(
              curves.stream()
                  .filter(curve -> curve.length > at)
                  .mapToDouble(curve -> curve[at])
                  .toArray());
      double sd = sample.size() == 1 ? 0 : sample.sd();
      mean[i] = sample.mean();
      low[i] = mean[i] - sd;
      high[i] = mean[i] + sd;
    }
    return new Spread(mean, low, high);
  }
}
