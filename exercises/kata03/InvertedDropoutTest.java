package kata03;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.hasNanOrMinusZero;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;

/** Inverted dropout drops each element with probability p and divides the others by q = 1 - p. */
@KataTest("kata03.InvertedDropout")
class InvertedDropoutTest {

  interface Subject {
    float[][] forward(float[][] x, double p, RandomKey key);
  }

  /** Neither 0 nor 1, and one value is negative: each mistake can be seen. */
  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 4}};
  }

  @Test
  void the_shape_stays(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(new float[2][3], 0.6, key);

    expect("forward(x, 0.6, key)", y).remark("x-is-zeros").toBe(new float[2][3]);
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(1, 10_000, 1), 0.1, key);

    chance
        .count("zeros", zeros(y), 10_000)
        .diagnose("P_IS_KEEP", 0.9)
        .diagnose("NEVER_DROPS", 0.0)
        .toBeBinomial(0.1);
  }

  @Test
  void each_value_becomes_zero_or_x_over_q(Subject dropout, RandomKey key) {
    for (int i = 0; i < 50; i++) {
      float[][] y = dropout.forward(example(), 0.6, key.split(i));
      float[][] kept = where(example(), y);

      expect("forward(x, 0.6, key.split(" + i + "))", y)
          .given("x", example())
          .diagnose("NO_SCALE", kept)
          .diagnose("SCALE_P", times(kept, 1 / 0.6))
          .diagnose("INT_DIV", times(kept, 2))
          .toBe(times(kept, 1 / 0.4));
    }
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = example();

    dropout.forward(x, 0.6, key);

    expect("x", x)
        .remark("after", "forward(x, 0.6, key)")
        .diagnoseIf("IN_PLACE", true)
        .toBe(example());
  }

  @Test
  void each_row_has_a_mask_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(2, 1_000, 1), 0.4, key);

    chance
        .count("rows-alike", alike(y[0], y[1]), 1_000)
        .diagnose("SAME_ROWS", 1.0)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(example(), 0, key);

    expect("forward(x, 0, key)", y).toBeExactly(example());
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject dropout, RandomKey key) {
    float[][] x = {{1, -2}, {Float.NaN, Float.POSITIVE_INFINITY}};

    float[][] y = dropout.forward(x, 1, key);

    expect("forward(x, 1, key)", y)
        .given("x", x)
        .diagnoseIf("MULTIPLIES", hasNanOrMinusZero(y))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(20, 20, Float.NaN), 0.6, key);

    chance.count("zeros-among-nan", zeros(y), 400).diagnose("MULTIPLIES", 0.0).toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = dropout.forward(filled(2, 64, 1), 0.6, key);
    float[][] second = dropout.forward(filled(2, 64, 1), 0.6, key);

    expect("forward(x, 0.6, key)", second).remark("again").toBe(first);
  }

  @Test
  void another_key_gives_other_zeros(Subject dropout, RandomKey key, Chance chance) {
    chance
        .draws("forward(x, 0.6, key)", 0.6, key, k -> dropout.forward(filled(3, 40, 1), 0.6, k))
        .toDependOnTheKey();
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    chance
        .draws("forward(x, 0.6, key)", 0.6, key, k -> dropout.forward(filled(3, 40, 1), 0.6, k))
        .toBeOnePerElement();
  }
}
