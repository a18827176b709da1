package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * What batch normalisation normalises by: the mean and the variance of every channel.
 *
 * @param mean μ, {@code [channels]}
 * @param variance σ², {@code [channels]}: the mean square distance from the mean
 * @param count over how many numbers of each channel; 0 if nothing has been measured
 */
public record Population(Tensor mean, Tensor variance, int count) {

  /** Nothing measured yet. */
  static Population none(int channels) {
    return new Population(Tensor.zeros(channels), Tensor.zeros(channels), 0);
  }

  /** Returns the statistics of inputs, in float64 and rounded once. */
  static Population of(Tensor x) {
    float[] in = Floats.of(x);
    int channels = x.length(1);
    int inner = inner(x);
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
    return new Population(
        Tensor.generate(c -> mean[c], channels),
        Tensor.generate(c -> variance[c] / count, channels),
        count);
  }

  /** Returns how many neighbouring numbers belong to one channel of one example. */
  static int inner(Tensor x) {
    int[] shape = x.shape();
    return shape.length == 4 ? Math.max(1, shape[2] * shape[3]) : 1;
  }
}
