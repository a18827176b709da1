package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
  private static final Layer SAME = (x, mode) -> Forward.of(x, g -> g);

  /** Logits 1 and −1, of which three in four answers are right. */
  private static final Dataset SURE =
      Dataset.of(
          Tensor.of(new float[] {1, -1, 1, -1, 1, -1, 1, -1}, 4, 2), new int[] {0, 0, 0, 1}, 2);

  @Test
  void the_best_temperature_makes_a_classifier_as_sure_as_it_is_right() {
    // sure by 3/4 when the logits are log 3 apart: 2/T = log 3
    assertEquals(2 / Math.log(3), Temperature.fit(SAME, SURE).value(), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 3})
  void logits_made_larger_are_divided_by_a_temperature_larger_by_as_much(double factor) {
    Dataset scaled = new Dataset(SURE.x().times(factor), SURE.y());
    double plain = Temperature.fit(SAME, SURE).value();
    assertEquals(factor * plain, Temperature.fit(SAME, scaled).value(), 1e-3 * factor);
  }

  @Test
  void a_temperature_changes_the_loss_and_no_answer() {
    Layer model = Linear.he(64, 10, RandomKey.of(1)).scaled(20);
    Dataset digits = OptDigits.test().stratified(200, RandomKey.of(2));
    Score plain = Score.of(model, digits, new SoftmaxCrossEntropy());
    assertEquals(plain, new Temperature(1).score(model, digits));
    Score cooler = Temperature.fit(model, digits).score(model, digits);
    assertEquals(plain.error(), cooler.error());
    assertTrue(cooler.loss() < plain.loss(), cooler + " against " + plain);
  }

  @Test
  void where_every_answer_is_right_or_wrong_the_search_ends_at_its_limit() {
    Dataset unsure = new Dataset(SURE.x().times(0.1), SURE.y());
    assertEquals(0.05, Temperature.fit(SAME, unsure.rows(0, 1, 2)).value(), 1e-4);
    assertEquals(20, Temperature.fit(SAME, unsure.rows(3)).value(), 1e-2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-320, 9e-31, 2e30})
  void what_is_no_temperature_is_rejected(double value) {
    var e = assertThrows(IllegalArgumentException.class, () -> new Temperature(value));
    assertEquals("a temperature must be in [1e-30, 1e30], but was " + value, e.getMessage());
  }

  @Test
  void logits_without_a_loss_have_no_temperature() {
    float up = Float.POSITIVE_INFINITY;
    float out = Float.NEGATIVE_INFINITY;
    for (float[] logits :
        List.of(
            new float[] {Float.NaN, 1},
            new float[] {up, 1},
            new float[] {out, out},
            new float[] {out, 1},
            new float[] {3e38f, -3e38f},
            new float[0])) {
      int n = logits.length / 2;
      Dataset data = Dataset.of(Tensor.of(logits, n, 2), new int[n], 2);
      var e = assertThrows(IllegalArgumentException.class, () -> Temperature.fit(SAME, data));
      assertTrue(
          e.getMessage()
              .startsWith("a temperature is fitted where the loss is finite, but for " + n),
          e.getMessage());
    }
    // what is ruled out, and is wrong, does no harm
    Dataset fine =
        Dataset.of(Tensor.of(new float[] {.1f, -.1f, out, .1f, out, -.1f}, 2, 3), new int[2], 3);
    assertEquals(0.05, Temperature.fit(SAME, fine).value(), 1e-4);
    assertTrue(Double.isFinite(new Temperature(1e-30).score(SAME, SURE).loss()));
    assertEquals(Math.log(2), new Temperature(1e30).score(SAME, SURE).loss(), 1e-9);
  }
}
