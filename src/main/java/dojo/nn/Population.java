package dojo.nn;

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
    return Moments.of(x).rounded();
  }

  /** Returns how many neighbouring numbers belong to one channel of one example. */
  static int inner(Tensor x) {
    int[] shape = x.shape();
    return shape.length == 4 ? Math.max(1, shape[2] * shape[3]) : 1;
  }
}
