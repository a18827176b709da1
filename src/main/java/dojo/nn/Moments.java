package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The mean and the variance of every channel in float64, by which a pass normalises.
 *
 * @param mean μ of each channel
 * @param variance σ² of each channel: the mean square distance from the mean
 * @param count over how many numbers of each channel
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Moments(double[] mean, double[] variance, int count) {
  /** How many standard deviations a mean may move when it is rounded. */
  private static final double HELD = 0x1p-10;

  /** Returns those of inputs. */
  static Moments of(Tensor x) {
    float[] in = Floats.of(x);
    int channels = x.length(1);
    int inner = Population.inner(x);
    int count = channels == 0 ? 0 : in.length / channels;
    double[] mean = new double[channels];
    for (int i = 0, c = 0; i < in.length; c = c + 1 < channels ? c + 1 : 0) {
      for (int end = i + inner; i < end; i++) {
        mean[c] += in[i];
      }
    }
    double[] variance = new double[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] /= count;
    }
    for (int i = 0, c = 0; i < in.length; c = c + 1 < channels ? c + 1 : 0) {
      for (int end = i + inner; i < end; i++) {
        variance[c] += (in[i] - mean[c]) * (in[i] - mean[c]);
      }
    }
    for (int c = 0; c < channels; c++) {
      variance[c] /= count;
    }
    return new Moments(mean, variance, count);
  }

  /** Returns those of a population; what float32 could not hold is NaN, so that it is seen. */
  static Moments of(Population population) {
    int channels = population.mean().size();
    double[] mean = new double[channels];
    double[] variance = new double[channels];
    for (int c = 0; c < channels; c++) {
      float v = population.variance().get(c);
      mean[c] = population.mean().get(c);
      variance[c] = v == Float.POSITIVE_INFINITY ? Double.NaN : v;
    }
    return new Moments(mean, variance, population.count());
  }

  /** Returns these as a population keeps them, in float32. */
  Population rounded() {
    return new Population(
        Tensor.generate(c -> mean[c], mean.length),
        Tensor.generate(c -> variance[c], mean.length),
        count);
  }

  /**
   * Returns these as a population would keep them, so that evaluating gives what training gave, but
   * where float32 cannot hold them as they are.
   */
  Moments roundedWhereHeld(double epsilon) {
    double[] means = mean.clone();
    double[] variances = variance.clone();
    for (int c = 0; c < means.length; c++) {
      float m = (float) mean[c];
      float v = (float) variance[c];
      double moved = Math.abs(mean[c] - m);
      if (v < Float.POSITIVE_INFINITY && moved <= HELD * Math.sqrt(variance[c] + epsilon)) {
        means[c] = m;
        variances[c] = v;
      }
    }
    return new Moments(means, variances, count);
  }
}
