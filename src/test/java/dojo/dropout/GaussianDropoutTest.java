package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertLaw;
import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Multiplied and added Gaussian noise; see also {@link FamilyTest}. */
class GaussianDropoutTest {
  private static final RandomKey KEY = RandomKey.of(10);
  private static final int N = 100_000;

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 0.33333333333333337", "0.5, 1", "0.8, 2", "1, Infinity"})
  void the_standard_deviation_is_the_root_of_p_over_q(double p, double sd) {
    assertEquals(sd, GaussianDropout.of(p).sd(), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void each_unit_is_multiplied_by_its_own_noise(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 20, 30);
    Tensor y = GaussianDropout.of(p).apply(x, Mode.train(KEY));
    for (int i = 0; i < 600; i++) {
      float noise = (float) (1 + Math.sqrt(p / (1 - p)) * KEY.normal(i));
      assertEquals(x.get(i / 30, i % 30) * noise, y.get(i / 30, i % 30));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_noise_is_normal_with_mean_1_and_variance_p_over_q(double p) {
    double[] noise = numbers(GaussianDropout.of(p).apply(Tensor.ones(N), Mode.train(KEY)));
    NormalDistribution law = NormalDistribution.of(1, Math.sqrt(p / (1 - p)));
    assertLaw("noise at p = " + p, noise, law::cumulativeProbability, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void expected_value_and_variance_are_those_of_dropout(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), N);
    Tensor d = GaussianDropout.of(p).apply(x, Mode.train(KEY)).minus(x);
    Tensor square = x.times(x);
    double variance = p / (1 - p);
    assertStandardNormal("Σ(y − x)", d.sum() / Math.sqrt(square.sum() * variance), N, KEY);
    // (sε)² has the mean s² and the variance 2s⁴
    double spread = Math.sqrt(square.times(square).sum() * 2 * variance * variance);
    double z = (d.times(d).sum() - square.sum() * variance) / spread;
    assertStandardNormal("Σ(y − x)² at p = " + p, z, N, KEY);
  }

  @Test
  void noise_that_is_given_is_the_noise_of_the_pass_and_of_its_gradient() {
    Tensor x = Tensor.of(new float[] {1, -2, 4}, 3);
    Tensor epsilon = Tensor.of(new float[] {.5f, -1, 2}, 3);
    Forward times = GaussianDropout.of(.5).forward(x, epsilon); // s = 1
    assertEquals(Tensor.of(new float[] {1.5f, 0, 12}, 3), times.output().map(y -> y + 0f));
    assertEquals(
        Tensor.of(new float[] {1.5f, 0, 3}, 3), times.pullback().apply(Tensor.ones(3)).input());
    Forward plus = GaussianNoise.of(.5).forward(x, epsilon);
    assertEquals(Tensor.of(new float[] {1.25f, -2.5f, 5}, 3), plus.output());
    assertEquals(x, plus.pullback().apply(x).input());
    assertEquals(Tensor.zeros(3), GaussianDropout.of(1).forward(x, epsilon).output());
    assertEquals(x, GaussianDropout.of(0).forward(x, epsilon).output());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void given_the_numbers_of_a_key_a_pass_is_nearly_that_of_the_key(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 20, 30);
    Tensor epsilon = Tensor.normal(KEY, 20, 30); // the same numbers, in float32
    for (NoisyLayer layer : List.of(GaussianDropout.of(p), GaussianNoise.of(p))) {
      Tensor d = layer.forward(x, epsilon).output().minus(layer.apply(x, Mode.train(KEY)));
      for (float difference : d.toArray()) {
        assertEquals(0, difference, 1e-5); // the last digits of numbers up to 40
      }
      assertRejected(
          "shapes must be equal, but were [20, 30] and [600]",
          () -> layer.forward(x, epsilon.reshape(600)));
    }
  }

  @Test
  void nothing_is_dropped_so_special_numbers_stay_special() {
    Tensor x = Tensor.full(Double.NaN, 100);
    assertEquals(x, GaussianDropout.of(.5).apply(x, Mode.train(KEY)));
    Tensor infinite = Tensor.full(Double.POSITIVE_INFINITY, 100);
    assertEquals(infinite, GaussianDropout.of(.5).apply(infinite, Mode.train(KEY)).map(Math::abs));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, 2})
  void additive_noise_is_normal_with_mean_0_and_the_deviation_given(double sd) {
    GaussianNoise layer = GaussianNoise.of(sd);
    Tensor x = Tensor.normal(KEY.split("x"), N);
    Tensor y = layer.apply(x, Mode.train(KEY));
    assertEquals(sd > 0, layer.isRandom());
    if (sd == 0) {
      assertSame(x, y);
    } else {
      NormalDistribution law = NormalDistribution.of(0, sd);
      assertLaw("noise of sd " + sd, numbers(y.minus(x)), law::cumulativeProbability, KEY);
      assertNotEquals(y, layer.apply(x, Mode.train(KEY.split(1))));
    }
    assertEquals(y, layer.apply(x, Mode.train(KEY)));
    assertSame(x, layer.apply(x, Mode.eval()));
    assertSame(x, layer.forward(x, Mode.train(KEY)).pullback().apply(x).input());
    assertEquals(Tensor.zeros(3, 0), layer.apply(Tensor.zeros(3, 0), Mode.train(KEY)));
    GradientCheck.check(layer, Tensor.normal(KEY.split("x"), 3, 4), Mode.train(KEY));
  }

  @Test
  void printing_tells_the_noise() {
    assertEquals("GaussianDropout(p = 0.5, times N(1, 1.0²))", GaussianDropout.of(.5).toString());
    assertEquals("GaussianNoise(sd = 0.3)", GaussianNoise.of(.3).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_deviation_that_is_none_is_rejected(double sd) {
    var e = assertThrows(IllegalArgumentException.class, () -> GaussianNoise.of(sd));
    assertEquals("standard deviation must be at least 0 and finite, but was " + sd, e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> GaussianNoise.of(1e39));
    assertEquals(
        "standard deviation must be at most 3.4028235E38, the largest float32, but was 1.0E39",
        e.getMessage());
    assertEquals(GaussianNoise.of(0), GaussianNoise.of(-0.0));
  }

  private static double[] numbers(Tensor tensor) {
    double[] numbers = new double[tensor.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tensor.get(i);
    }
    return numbers;
  }
}
