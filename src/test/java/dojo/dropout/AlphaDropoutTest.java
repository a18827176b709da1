package dojo.dropout;

import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of alpha dropout; see also {@link FamilyTest}. */
class AlphaDropoutTest {
  private static final RandomKey KEY = RandomKey.of(2017);
  private static final int N = 100_000;

  @Test
  void alpha_prime_is_the_lowest_value_of_the_selu() {
    assertEquals(-1.0507009873554805 * 1.6732632423543772, AlphaDropout.ALPHA_PRIME);
  }

  @Test
  void at_one_half_the_constants_are_those_of_the_formula() {
    assertEquals(.886404894665932, AlphaDropout.of(.5).a());
    assertEquals(.7791939305180317, AlphaDropout.of(.5).b());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void each_unit_is_kept_or_set_to_alpha_prime_and_then_stretched_and_shifted(double p) {
    AlphaDropout layer = AlphaDropout.of(p);
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Tensor y = layer.apply(x, Mode.train(KEY));
    for (int i = 0; i < 1000; i++) {
      double value = KEY.uniform(i) < 1 - p ? x.get(i) : AlphaDropout.ALPHA_PRIME;
      assertEquals((float) (layer.a() * value + layer.b()), y.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void mean_0_and_variance_1_stay_what_they_are(double p) {
    AlphaDropout layer = AlphaDropout.of(p);
    double a = layer.a();
    double b = layer.b();
    double dropped = a * AlphaDropout.ALPHA_PRIME + b;
    double q = 1 - p;
    assertEquals(0, q * b + p * dropped, 1e-15);
    assertEquals(1, q * (a * a + b * b) + p * dropped * dropped, 1e-14);

    Tensor y = layer.apply(Tensor.normal(KEY.split("x"), N), Mode.train(KEY));
    assertStandardNormal("Σy at p = " + p, y.sum() / Math.sqrt(N), N, KEY);
    // E[(ax + b)⁴] = 3a⁴ + 6a²b² + b⁴ for a standard normal x
    double fourth =
        q * (3 * a * a * a * a + 6 * a * a * b * b + b * b * b * b) + p * Math.pow(dropped, 4);
    double z = (y.times(y).sum() - N) / Math.sqrt(N * (fourth - 1));
    assertStandardNormal("Σy² at p = " + p, z, N, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void a_dropped_unit_forgets_what_it_was_and_has_no_gradient(double p) {
    AlphaDropout layer = AlphaDropout.of(p);
    float dropped = (float) (layer.a() * AlphaDropout.ALPHA_PRIME + layer.b());
    Tensor m = Mask.sample(new DropRate(p), KEY, 500).toTensor();
    Tensor x = Tensor.full(Double.NaN, 500);
    assertEquals(m.map(v -> v == 0 ? dropped : Float.NaN), layer.apply(x, Mode.train(KEY)));
    assertEquals(
        m.map(v -> v == 0 ? 0f : Float.NaN),
        layer.forward(Tensor.ones(500), Mode.train(KEY)).pullback().apply(x).input());
  }

  @Test
  void the_dropped_value_vanishes_as_p_approaches_1() {
    AlphaDropout layer = AlphaDropout.of(1 - 1e-12);
    assertEquals(0, layer.a() * AlphaDropout.ALPHA_PRIME + layer.b(), 1e-6);
    assertEquals(0, AlphaDropout.of(1).a());
  }

  @Test
  void the_feature_wise_form_has_the_masks_of_spatial_dropout() {
    Tensor x = Tensor.normal(KEY.split("x"), 6, 8, 2, 3);
    Tensor spatial = SpatialDropout.of(.4).apply(x, Mode.train(KEY));
    Tensor dx = AlphaDropout.ofFeatures(.4).forward(x, Mode.train(KEY)).pullback().apply(x).input();
    assertEquals(spatial.map(v -> v == 0 ? 0 : 1), dx.map(v -> v == 0 ? 0 : 1));
  }

  @Test
  void printing_tells_the_rate_and_the_form() {
    assertEquals("AlphaDropout(p = 0.1)", AlphaDropout.of(.1).toString());
    assertEquals(
        "AlphaDropout(p = 0.1, whole feature maps)", AlphaDropout.ofFeatures(.1).toString());
  }

  @Test
  void what_has_no_feature_maps_is_rejected() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AlphaDropout.ofFeatures(.1).apply(Tensor.ones(3, 4), Mode.eval()));
    assertEquals(
        "feature maps must be [batch, channels, …] with 3 axes or more, but the shape was [3, 4]",
        e.getMessage());
  }
}
