package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.BatchNorm;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.support.Statistics;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout before batch normalisation: Li et al. (2018), https://arxiv.org/abs/1801.05134. */
class VarianceShiftTest {
  private static final RandomKey KEY = RandomKey.of(41);
  private static final int N = 200_000;

  /** Mean, and variance, of ReLU(N(0, 1)). */
  private static final double C = 1 / Math.sqrt(2 * Math.PI);

  private static final double V = 0.5 - C * C;

  private static double variance(Sequential model, Tensor x, Mode mode) {
    return ((BatchNorm) model.calibrated(x, mode).layers().get(1)).population().variance().get(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .5, .8})
  void the_variance_in_evaluation_is_smaller_than_the_one_learned_by_the_ratio_of_the_paper(
      double p) {
    Tensor x = new Relu().apply(Tensor.normal(KEY.split("x"), N, 1), Mode.eval());
    Sequential model = Sequential.of(Dropout.of(p), BatchNorm.of(1));
    double ratio = variance(model, x, Mode.eval()) / variance(model, x, Mode.train(KEY));

    double w = (C * C + V) / (1 - p) - C * C; // the variance with dropout
    double expected = V / w;
    Tensor y = Dropout.of(p).apply(x, Mode.train(KEY.split(0))); // the mask of the first layer
    double sum = 0; // of the squares of what each example adds to the error of the ratio
    for (int i = 0; i < N; i++) {
      double inX = Math.pow(x.get(i, 0) - C, 2) - V;
      double inY = Math.pow(y.get(i, 0) - C, 2) - w;
      sum += Math.pow((inX - expected * inY) / w, 2);
    }
    Statistics.assertStandardNormal(
        "ratio of the variances at p = " + p, (ratio - expected) / Math.sqrt(sum) * N, N, KEY);
  }

  @Test
  void at_one_half_the_ratio_is_four_tenths() {
    assertEquals(.4054, V / ((C * C + V) / .5 - C * C), 5e-5);
  }

  @Test
  void calibrated_without_noise_there_is_no_shift() {
    Tensor x = Tensor.normal(KEY.split("x"), 1000, 1);
    Sequential model = Sequential.of(Dropout.of(.5), BatchNorm.of(1));
    assertEquals(x.variance(), variance(model, x, Mode.eval()), 1e-6);
  }
}
