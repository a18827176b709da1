package kata15;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.same;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** DropConnect keeps or drops each weight of each example, and its gradient has the same masks. */
@KataTest("kata15.DropConnect")
class DropConnectTest {

  interface Subject {
    float[][] forward(float[][] x, float[][] w, float[] b, double p, RandomKey key);

    float[][] weightGradient(float[][] x, float[][] w, float[][] dy, double p, RandomKey key);
  }

  /**
   * Two examples of three inputs and two outputs, such that different sums have different values.
   */
  private static float[][] x() {
    return new float[][] {{1, -2, 3}, {4, 0.5f, -1}};
  }

  private static float[][] w() {
    return new float[][] {{0.5f, -1}, {2, 0.25f}, {-0.75f, 1.5f}};
  }

  private static float[] b() {
    return new float[] {7, -20};
  }

  private static float[][] dy() {
    return new float[][] {{1, -2}, {0.5f, 3}};
  }

  @Test
  void with_p_0_it_is_the_linear_layer(Subject layer, RandomKey key) {
    float[][] y = layer.forward(x(), w(), b(), 0, key);

    expect("forward(x, w, b, 0, key)", y)
        .given("x", x())
        .given("w", w())
        .given("b", b())
        .diagnoseIf("ALIASES_BIAS", y.length == 2 && y[0] == y[1])
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(layer, key))
        .toBe(new float[][] {{1.25f, -17}, {10.75f, -25.375f}});
  }

  @Test
  void the_bias_is_never_dropped(Subject layer, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      float[][] y = layer.forward(new float[2][3], w(), b(), 0.6, key.split(i));

      expect("forward(x, w, b, 0.6, key.split(" + i + "))", y)
          .given("x", new float[2][3])
          .given("b", b())
          .diagnoseIf(
              "SCALES_BIAS", () -> biases(layer, key, (factor, p) -> near(factor, 1 / (1 - p))))
          .diagnoseIf(
              "MASKS_BIAS",
              () ->
                  biases(layer, key, (factor, p) -> factor == 0 || factor == 1)
                      || biases(
                          layer, key, (factor, p) -> factor == 0 || near(factor, 1 / (1 - p))))
          .toBe(new float[][] {b(), b()});
    }
  }

  @Test
  void each_output_is_the_bias_and_kept_terms_over_q(Subject layer, RandomKey key) {
    for (int i = 0; i < 80; i++) {
      double p = i < 25 ? 0.6 : i < 50 ? 0.7 : 0.95;
      float[][] right = sums(layer, 1 / (1 - p), p, key.split(i));

      float[][] y = layer.forward(x(), w(), b(), p, key.split(i));

      expect("forward(x, w, b, " + p + ", key.split(" + i + "))", y)
          .given("x", x())
          .given("w", w())
          .given("b", b())
          .diagnoseIf("NO_SCALE", () -> sumsKeptTerms(layer, key))
          .toBeWithin(1e-5, 1e-5, right);
    }
  }

  @Test
  void what_is_given_stays_as_it_was(Subject layer, RandomKey key) {
    float[][] x = x();
    float[][] w = w();
    float[] b = b();

    layer.forward(x, w, b, 0.6, key);
    layer.forward(x, w, b, 0.6, key.split(1));

    String call = "forward(x, w, b, 0.6, key)";
    expect("w", w).remark("after", call).diagnoseIf("KILLS_WEIGHTS", () -> zeros(w) > 0).toBe(w());
    expect("x", x).remark("after", call).toBe(x());
    expect("b", b).remark("after", call).toBe(b());
  }

  @Test
  void another_key_drops_other_weights(Subject layer, RandomKey key, Chance chance) {
    draws(layer, 2, 3, 2, 0.6, key, chance).toDependOnTheKey();
  }

  @Test
  void each_weight_is_dropped_with_probability_p(Subject layer, RandomKey key, Chance chance) {
    draws(layer, 2, 3, 2, 0.1, key, chance)
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(layer, key))
        .toBeZeroWith(0.1);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject layer, RandomKey key) {
    float[][] first = copy(wide(layer, 1, key));
    float[][] second = wide(layer, 1, key);

    expect("forward(x, w, b, 0.6, key)", second).remark("again").toBe(first);
  }

  @Test
  void every_weight_of_every_example_has_a_coin_of_its_own(
      Subject layer, RandomKey key, Chance chance) {
    draws(layer, 3, 8, 5, 0.6, key, chance)
        .diagnoseSharing("MASKS_ACTIVATIONS", at -> at.get(0) * 8 + at.get(1))
        .diagnoseSharing("MASKS_OUTPUTS", at -> at.get(0) * 5 + at.get(2))
        .diagnoseSharing("ONE_MASK_PER_BATCH", at -> at.get(1) * 5 + at.get(2))
        .toBeOnePerElement();
    draws(layer, 10, 3, 4, 0.6, key, chance).toBeOnePerElement();
  }

  @Test
  void neighbours_are_independent(Subject layer, RandomKey key, Chance chance) {
    float[][] one = filled(1, 1, 1);
    float[] y = layer.forward(one, filled(1, 2_000, 1), new float[2_000], 0.4, key)[0];

    chance
        .count("pairs-of-weights", alike(every(y, 0, 2), every(y, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void with_p_1_only_the_bias_is_left(Subject layer, RandomKey key) {
    float[][] x = {{1, -2, Float.NaN}};

    float[][] y = layer.forward(copy(x), w(), b(), 1, key);

    expect("forward(x, w, b, 1, key)", y)
        .given("x", x)
        .given("w", w())
        .given("b", b())
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(layer, key))
        .toBeExactly(new float[][] {b()});
  }

  @Test
  void a_dropped_weight_adds_nothing_even_to_nan(Subject layer, RandomKey key, Chance chance) {
    float[][] y = wide(layer, Float.NaN, key);

    chance
        .count("zeros-among-nan", zeros(y), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(layer, key))
        .toBeBinomial(0.6);
  }

  @Test
  void with_p_0_the_gradient_is_that_of_the_linear_layer(Subject layer, RandomKey key) {
    expect("weightGradient(x, w, dy, 0, key)", layer.weightGradient(x(), w(), dy(), 0, key))
        .given("x", x())
        .given("dy", dy())
        .diagnoseIf("MEAN_OVER_BATCH", () -> averages(layer, key))
        .toBe(new float[][] {{3, 10}, {-1.75f, 5.5f}, {2.5f, -9}});
  }

  @Test
  void the_gradient_is_that_of_the_forward_pass(Subject layer, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = i < 10 ? 0.6 : i < 20 ? 0.7 : 0.95;
      float[][] right = measured(layer, p, key.split(i));

      float[][] dw = layer.weightGradient(x(), w(), dy(), p, key.split(i));

      expect("weightGradient(x, w, dy, " + p + ", key.split(" + i + "))", dw)
          .remark("after", "forward(x, w, b, " + p + ", key.split(" + i + "))")
          .given("x", x())
          .given("dy", dy())
          .diagnoseIf("NO_MASK_BACK", () -> ignoresTheMasks(layer, key))
          .diagnoseIf("NO_SCALE_BACK", () -> isUnscaled(layer, key))
          .diagnoseIf("NEW_MASK_BACK", () -> hasOtherMasks(layer, key))
          .toBeWithin(1e-5, 1e-5, right);
    }
  }

  @Test
  void with_p_1_no_weight_gets_a_gradient(Subject layer, RandomKey key) {
    float[][] x = {{1, -2, Float.NaN}, {4, 0.5f, -1}};

    expect("weightGradient(x, w, dy, 1, key)", layer.weightGradient(x, w(), dy(), 1, key))
        .given("x", x)
        .toBeExactly(new float[3][2]);
  }

  @Test
  void the_gradient_leaves_what_is_given_as_it_was(Subject layer, RandomKey key) {
    float[][] x = x();
    float[][] w = w();
    float[][] dy = dy();

    layer.weightGradient(x, w, dy, 0.6, key);

    String call = "weightGradient(x, w, dy, 0.6, key)";
    expect("x", x).remark("after", call).toBe(x());
    expect("w", w).remark("after", call).toBe(w());
    expect("dy", dy).remark("after", call).toBe(dy());
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject layer, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      float[][] y =
          layer.forward(filled(2, 1, 1), filled(1, 5, 1), new float[5], 0.4, key.split(i));
      four += zeros(y) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject layer, RandomKey key) {
    float[][] y = layer.forward(x(), w(), b(), 0.6, key);
    float[][] dw = layer.weightGradient(x(), w(), dy(), 0.6, key);
    float[][] before = copy(y);
    float[][] gradientBefore = copy(dw);

    layer.forward(x(), w(), b(), 0, key);
    layer.weightGradient(x(), w(), dy(), 0, key);

    expect("forward(x, w, b, 0.6, key)", y)
        .remark("after", "forward(x, w, b, 0, key)")
        .toBe(before);
    expect("weightGradient(x, w, dy, 0.6, key)", dw)
        .remark("after", "weightGradient(x, w, dy, 0, key)")
        .toBe(gradientBefore);
  }

  @Test
  void a_long_batch_meets_no_pattern(Subject layer, RandomKey key, Chance chance) {
    draws(layer, 1_000, 5, 2, 0.6, key, chance).toNeverRepeat();
  }

  @Test
  void without_rows_there_is_nothing_to_add(Subject layer, RandomKey key) {
    float[][] none = new float[0][];

    expect("forward(new float[0][], w, b, 0.6, key)", layer.forward(none, w(), b(), 0.6, key))
        .toBe(none);
    expect(
            "weightGradient(new float[0][], w, new float[0][], 0.6, key)",
            layer.weightGradient(none, w(), none, 0.6, key))
        .toBe(new float[3][2]);
  }

  /** How the weights fall: m, [batch, in, out], read from sums of different powers of two. */
  private static Draws draws(
      Subject layer, int batch, int in, int out, double p, RandomKey key, Chance chance) {
    float[][] x = filled(batch, in, 1);
    float[][] powers = new float[in][out];
    for (int i = 0; i < in; i++) {
      Arrays.fill(powers[i], 1 << i);
    }
    return chance.draws(
        "m(forward(x, w, b, " + p + ", key))",
        p,
        key,
        child -> bits(layer.forward(copy(x), copy(powers), new float[out], p, child), in, 1 - p));
  }

  private static float[][][] bits(float[][] y, int in, double q) {
    float[][][] m = new float[y.length][in][y[0].length];
    for (int n = 0; n < y.length; n++) {
      for (int j = 0; j < y[n].length; j++) {
        long sum = Math.round(y[n][j] * q);
        for (int i = 0; i < in; i++) {
          m[n][i][j] = sum >> i & 1;
        }
      }
    }
    return m;
  }

  /** Only a sign asks for it, so its seed is never told. */
  private static boolean keepsWithP(Subject layer, RandomKey key) {
    Chance chance = new Chance(Chance.ALPHA, 0);
    return draws(layer, 2, 3, 2, 0.1, key, chance).areZeroWith(0.9)
        && draws(layer, 2, 3, 2, 0.3, key, chance).areZeroWith(0.7);
  }

  /** One input of this value, 400 weights of 1, no bias. */
  private static float[][] wide(Subject layer, float value, RandomKey key) {
    float[][] x = {{value}};
    return layer.forward(x, filled(1, 400, 1), new float[400], 0.6, key);
  }

  /** Whether every output on zeros, at two rates, is its bias times such a factor. */
  private static boolean biases(
      Subject layer, RandomKey key, BiPredicate<Double, Double> factorAndRate) {
    return IntStream.range(0, 40)
        .allMatch(
            i -> {
              double p = i < 20 ? 0.6 : 0.7;
              float[][] y = layer.forward(new float[2][3], w(), b(), p, key.split(i));
              return IntStream.range(0, 4)
                  .allMatch(n -> factorAndRate.test(y[n / 2][n % 2] / (double) b()[n % 2], p));
            });
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-5;
  }

  /** Whether every output, at two rates, is its bias and the kept terms, not all, unscaled. */
  private static boolean sumsKeptTerms(Subject layer, RandomKey key) {
    float[][] all = layer.forward(x(), w(), b(), 0, key);
    boolean dropped = false;
    for (int i = 0; i < 40; i++) {
      double p = i < 20 ? 0.6 : 0.7;
      float[][] y = layer.forward(x(), w(), b(), p, key.split(i));
      dropped |= !close(y, all);
      if (!close(y, sums(layer, 1, p, key.split(i)))) {
        return false;
      }
    }
    return dropped;
  }

  /** The bias and the scaled terms of what is kept: a weight that is alone shows whether it is. */
  private static float[][] sums(Subject layer, double scale, double p, RandomKey key) {
    float[][] sums = {b(), b()};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        float[][] alone = layer.forward(filled(2, 3, 1), unit(i, j), new float[2], p, key);
        for (int n = 0; n < 2; n++) {
          sums[n][j] += alone[n][j] == 0 ? 0 : (float) (x()[n][i] * w()[i][j] * scale);
        }
      }
    }
    return sums;
  }

  /** Weights of which one is 1 and the others 0. */
  private static float[][] unit(int i, int j) {
    float[][] unit = new float[3][2];
    unit[i][j] = 1;
    return unit;
  }

  /** The sum of some terms that is nearest to a number. */
  private static double nearest(double number, double start, double... terms) {
    double best = start;
    for (int some = 1; some < 1 << terms.length; some++) {
      double sum = start;
      for (int i = 0; i < terms.length; i++) {
        sum += (some >> i & 1) * terms[i];
      }
      best = Math.abs(sum - number) < Math.abs(best - number) ? sum : best;
    }
    return best;
  }

  private static boolean close(float[][] a, float[][] b) {
    return IntStream.range(0, b.length)
        .allMatch(i -> IntStream.range(0, b[i].length).allMatch(j -> near(a[i][j], b[i][j])));
  }

  /** What is dropped is 0 times its input: NaN for NaN, and for infinity, too. */
  private static boolean multipliesByZero(Subject layer, RandomKey key) {
    float[] ofNan = wide(layer, Float.NaN, key)[0];
    float[] ofInfinity = wide(layer, Float.POSITIVE_INFINITY, key)[0];
    return IntStream.range(0, 400)
        .allMatch(
            j ->
                Float.isNaN(ofNan[j])
                    && (Float.isNaN(ofInfinity[j]) || ofInfinity[j] == Float.POSITIVE_INFINITY));
  }

  /** The gradient that the forward pass itself shows: it is linear in every weight. */
  private static float[][] measured(Subject layer, double p, RandomKey key) {
    float[][] dw = new float[3][2];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        float[][] y = layer.forward(x(), unit(i, j), new float[2], p, key);
        dw[i][j] = y[0][j] * dy()[0][j] + y[1][j] * dy()[1][j];
      }
    }
    return dw;
  }

  /**
   * Whether two examples give half of their sum, and one, where a mean shows nothing, all of it.
   */
  private static boolean averages(Subject layer, RandomKey key) {
    float[][] one = layer.weightGradient(head(x()), w(), head(dy()), 0, key);
    float[][] two = layer.weightGradient(x(), w(), dy(), 0, key);
    return close(one, new float[][] {{1, -2}, {-2, 4}, {3, -6}})
        && close(two, new float[][] {{1.5f, 5}, {-0.875f, 2.75f}, {1.25f, -4.5f}});
  }

  private static float[][] head(float[][] batch) {
    return Arrays.copyOf(batch, 1);
  }

  private static boolean ignoresTheMasks(Subject layer, RandomKey key) {
    float[][] all = layer.weightGradient(x(), w(), dy(), 0, key);
    return gradients(layer, key, (dw, p) -> close(dw, times(all, 1 / (1 - p))))
        || gradients(layer, key, (dw, p) -> same(dw, all));
  }

  private static boolean isUnscaled(Subject layer, RandomKey key) {
    return IntStream.range(0, 40)
        .allMatch(
            i -> {
              double p = i < 20 ? 0.6 : 0.7;
              float[][] right = measured(layer, p, key.split(i));
              float[][] dw = layer.weightGradient(x(), w(), dy(), p, key.split(i));
              return close(dw, times(right, 1 - p));
            });
  }

  /** Whether each gradient is a sum over some examples, as under masks, but not under the right. */
  private static boolean hasOtherMasks(Subject layer, RandomKey key) {
    boolean right =
        IntStream.range(0, 10)
            .mapToObj(key::split)
            .allMatch(
                k -> close(layer.weightGradient(x(), w(), dy(), 0.6, k), measured(layer, 0.6, k)));
    return !right && gradients(layer, key, (dw, p) -> close(dw, someExamples(dw, 1 / (1 - p))));
  }

  private static float[][] someExamples(float[][] dw, double scale) {
    float[][] nearest = new float[3][2];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        double first = x()[0][i] * dy()[0][j] * scale;
        double second = x()[1][i] * dy()[1][j] * scale;
        nearest[i][j] = (float) nearest(dw[i][j], 0, first, second);
      }
    }
    return nearest;
  }

  private static boolean gradients(
      Subject layer, RandomKey key, BiPredicate<float[][], Double> gradientAndRate) {
    return IntStream.range(0, 40)
        .allMatch(
            i -> {
              double p = i < 20 ? 0.6 : 0.7;
              float[][] dw = layer.weightGradient(x(), w(), dy(), p, key.split(i));
              return gradientAndRate.test(dw, p);
            });
  }
}
