package dojo.plot;

import dojo.experiment.Sample;
import java.util.List;

/** The mean of several curves, point by point, and one standard deviation to either side. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Spread(double[] mean, double[] low, double[] high) {

  static Spread of(List<double[]> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a band needs at least one curve, but had none");
    }
    int points = curves.get(0).length;
    double[] mean = new double[points];
    double[] low = new double[points];
    double[] high = new double[points];
    for (int i = 0; i < points; i++) {
      int at = i;
      Sample sample = new Sample(curves.stream().mapToDouble(curve -> curve[at]).toArray());
      double sd = sample.size() == 1 ? 0 : sample.sd();
      mean[i] = sample.mean();
      low[i] = mean[i] - sd;
      high[i] = mean[i] + sd;
    }
    return new Spread(mean, low, high);
  }
}
