package dojo.dropout;

import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only standard dropout does; for the rest see {@link DropoutFamilyTest}. */
class StandardDropoutTest {
  private static final RandomKey KEY = RandomKey.of(2012);
  private static final int N = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void while_training_each_unit_becomes_zero_or_stays(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Tensor y = StandardDropout.of(p).apply(x, Mode.train(KEY));
    for (int i = 0; i < 1000; i++) {
      assertEquals(KEY.uniform(i) < 1 - p ? x.get(i) : 0f, y.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void evaluating_scales_every_unit_by_q(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    // for p = 1 exactly +0.0, also where x is negative
    Tensor expected = p == 1 ? Tensor.zeros(1000) : x.map(v -> (float) (v * (1 - p)));
    assertEquals(expected, StandardDropout.of(p).apply(x, Mode.eval()));
    assertEquals(
        expected, StandardDropout.of(p).forward(x, Mode.eval()).pullback().apply(x).input());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void evaluating_lets_special_numbers_through(double p) {
    float infinity = Float.POSITIVE_INFINITY;
    Tensor x = Tensor.of(new float[] {Float.NaN, infinity, -infinity, -0f}, 4);
    assertEquals(x, StandardDropout.of(p).apply(x, Mode.eval()));
  }

  @Test
  void at_a_rate_of_1_evaluating_gives_zero_even_for_what_is_not_finite() {
    Tensor x = Tensor.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}, 3);
    assertEquals(Tensor.zeros(3), StandardDropout.of(1).apply(x, Mode.eval()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_expected_value_of_y_while_training_is_y_while_evaluating(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), N);
    double train = StandardDropout.of(p).apply(x, Mode.train(KEY)).sum();
    double eval = x.sum() * (1 - p);
    double variance = x.times(x).sum() * p * (1 - p); // of the sum, as Var[y] = x²·p·q
    assertStandardNormal("Σ(y − qx) at p = " + p, (train - eval) / Math.sqrt(variance), N, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void inverted_dropout_is_standard_dropout_divided_by_q(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    double scale = new DropRate(p).scale();
    assertEquals(
        Dropout.of(p).apply(x, Mode.train(KEY)),
        StandardDropout.of(p).apply(x, Mode.train(KEY)).times(scale));
  }

  @Test
  void printing_tells_the_rate() {
    assertEquals("StandardDropout(p = 0.4)", StandardDropout.of(.4).toString());
  }
}
