package dojo.dropout;

import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only inverted dropout does; for the rest see {@link DropoutFamilyTest}. */
class DropoutTest {
  private static final RandomKey KEY = RandomKey.of(1);
  private static final int N = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void while_training_each_unit_becomes_zero_or_x_over_q(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Tensor y = Dropout.of(p).apply(x, Mode.train(KEY));
    for (int i = 0; i < 1000; i++) {
      float kept = (float) (x.get(i) * (1 / (1 - p)));
      assertEquals(KEY.uniform(i) < 1 - p ? kept : 0f, y.get(i));
      // and in real numbers: x/q, but for the rounding of 1/q, of the product and of float32
      assertTrue(y.get(i) == 0 || Math.abs(y.get(i) * (1 - p) / x.get(i) - 1) < 0x1.01p-24);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_expected_value_of_y_is_x(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), N);
    Tensor y = Dropout.of(p).apply(x, Mode.train(KEY));
    double variance = x.times(x).sum() * p / (1 - p); // of the sum, as Var[y] = x²·p/q
    assertStandardNormal("Σ(y − x) at p = " + p, (y.sum() - x.sum()) / Math.sqrt(variance), N, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .9})
  void the_variance_of_y_is_x_squared_times_p_over_q(double p) {
    double q = 1 - p;
    Tensor x = Tensor.normal(KEY.split("x"), N);
    Tensor d = Dropout.of(p).apply(x, Mode.train(KEY)).minus(x);
    Tensor square = x.times(x);
    // (m/q − 1)² has the mean p/q and the mean square p⁴/q³ + p
    double spread = p * p * p * p / (q * q * q) + p - p * p / (q * q);
    double z =
        (d.times(d).sum() - square.sum() * p / q) / Math.sqrt(square.times(square).sum() * spread);
    assertStandardNormal("Σ(y − x)² at p = " + p, z, N, KEY);
  }

  @Test
  void at_one_half_every_unit_is_as_far_from_x_as_every_other() {
    Tensor y = Dropout.of(.5).apply(Tensor.ones(N), Mode.train(KEY));
    assertEquals(Tensor.ones(N), y.minus(Tensor.ones(N)).map(Math::abs));
  }

  @Test
  void a_mask_of_your_own_decides_who_is_kept_and_the_rate_how_they_are_scaled() {
    Mask m = Mask.of(Tensor.of(new float[] {1, 0, 1, 1}, 2, 2));
    Tensor x = Tensor.of(new float[] {1, 2, 3, Float.NaN}, 2, 2);
    Forward pass = Dropout.of(.75).forward(x, m);
    assertEquals(Tensor.of(new float[] {4, 0, 12, Float.NaN}, 2, 2), pass.output());
    assertEquals(
        Tensor.of(new float[] {4, 0, 4, 4}, 2, 2),
        pass.pullback().apply(Tensor.ones(2, 2)).input());
    assertEquals(
        Tensor.of(new float[] {1, 0, 3, Float.NaN}, 2, 2),
        StandardDropout.of(.75).forward(x, m).output());
  }

  @Test
  void printing_tells_the_rate() {
    assertEquals("Dropout(p = 0.4)", Dropout.of(.4).toString());
  }
}
