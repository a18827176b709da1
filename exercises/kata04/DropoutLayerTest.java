package kata04;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.hasNanOrMinusZero;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Constructor;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A layer drops until eval() is called, then gives x as it is until train() is called. */
@KataTest("kata04.DropoutLayer")
class DropoutLayerTest {

  interface Subject {
    @Constructor
    Layer dropout(double p);
  }

  interface Layer {
    void train();

    void eval();

    float[][] forward(float[][] x, RandomKey key);
  }

  /** Neither 0 nor 1, and one value is negative: each mistake can be seen. */
  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 4}};
  }

  private static float[][] ones() {
    return filled(100, 100, 1);
  }

  @Test
  void a_new_layer_trains(Subject make, RandomKey key, Chance chance) {
    chance
        .draws("new DropoutLayer(0.6).forward(x, key)", 0.6, key, k -> dropOnce(make, k))
        .diagnoseIf("STARTS_IN_EVAL", () -> dropsOnlyAfter(Layer::train, make, key))
        .at("new")
        .diagnoseIf("SWAPS_MODES", () -> dropsOnlyAfter(Layer::eval, make, key))
        .diagnoseOneSeed("RESEEDS")
        .toDependOnTheKey();
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject make, RandomKey key, Chance chance) {
    draws(make, 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                draws(make, 0.1, key, chance).areZeroWith(0.9)
                    && draws(make, 0.3, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
  }

  private static Draws draws(Subject make, double p, RandomKey key, Chance chance) {
    String call = "new DropoutLayer(" + p + ").forward(x, key)";
    return chance.draws(call, p, key, k -> make.dropout(p).forward(example(), k));
  }

  @Test
  void another_key_gives_other_zeros(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);

    chance
        .draws("forward(x, key)", 0.6, key, k -> drop(layer, k))
        .diagnose("KEEPS_MASK")
        .toDependOnTheKey();
  }

  @Test
  void the_same_key_gives_the_same_values(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] first = copy(drop(layer, key));
    float[][] second = drop(layer, key);
    float[][] ofAnother = drop(make.dropout(0.6), key);

    expect("forward(x, key)", second)
        .remark("again")
        .diagnoseIf("COUNTS_ON", Arrays.deepEquals(first, ofAnother))
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
    expect("new DropoutLayer(0.6).forward(x, key)", ofAnother).remark("another-layer").toBe(first);
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] first = drop(layer, key);
    float[][] before = copy(first);

    drop(layer, key.split(1));

    expect("forward(x, key)", first).remark("after", "forward(x, key.split(1))").toBe(before);
  }

  @Test
  void training_gives_zero_or_x_over_q(Subject make, RandomKey key) {
    for (double p : new double[] {0.6, 0.25, 0.85}) {
      double q = 1 - p;
      Layer layer = make.dropout(p);
      for (int i = 0; i < 30; i++) {
        float[][] y = layer.forward(example(), key.split(i));
        float[][] kept = where(example(), y);

        expect("new DropoutLayer(" + p + ").forward(x, key.split(" + i + "))", y)
            .given("x", example())
            .diagnose("NO_SCALE", kept)
            .diagnose("DOUBLE_SCALE", times(kept, 1 / q / q))
            .toBe(times(kept, 1 / q));
      }
    }
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);
    for (int rows : new int[] {3, 40}) {
      chance
          .draws("forward(x, key)", 0.6, key, k -> layer.forward(filled(rows, 120 / rows, 1), k))
          .diagnoseSharing("ROW_DRAW", at -> at.get(0))
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .diagnoseCollisions("INDEX_COLLIDES")
          .toBeOnePerElement();
    }
  }

  @Test
  void p_need_not_be_a_tenth(Subject make, RandomKey key, Chance chance) {
    int some = zeros(make.dropout(0.25).forward(ones(), key));
    chance.count("zeros-at-025", some, 10_000).toBeBinomial(0.25);
    int most = zeros(make.dropout(0.85).forward(ones(), key));
    chance.count("zeros-at-085", most, 10_000).toBeBinomial(0.85);
  }

  @Test
  void evaluating_gives_x_whatever_the_key(Subject make, RandomKey key) {
    float[][] trained = drop(make.dropout(0.6), key);
    Layer layer = make.dropout(0.6);
    layer.eval();
    float[][] evaluated = drop(layer, key);
    boolean drops = fallAlike(trained, evaluated);

    for (int i = 0; i < 50; i++) {
      expect("forward(x, key.split(" + i + "))", layer.forward(example(), key.split(i)))
          .remark("after", "eval()")
          .given("x", example())
          .diagnoseIf("SWAPS_MODES", drops && !drops(layer, Layer::train, key))
          .diagnoseIf("DROPS_IN_EVAL", drops)
          .diagnose("SCALES_IN_EVAL", times(example(), 0.4))
          .diagnose("SCALES_IN_EVAL", times(example(), 1 / 0.4))
          .toBeExactly(example());
    }
  }

  @Test
  void evaluating_gives_every_bit_whatever_p(Subject make, RandomKey key) {
    float[][] x = {{Float.NaN, Float.NEGATIVE_INFINITY}, {-0f, 0.1f}};
    for (double p : new double[] {0, 0.6, 1}) {
      Layer layer = make.dropout(p);
      layer.eval();

      expect("new DropoutLayer(" + p + ").forward(x, key)", layer.forward(x, key))
          .remark("after", "eval()")
          .toBeExactly(new float[][] {{Float.NaN, Float.NEGATIVE_INFINITY}, {-0f, 0.1f}});
    }
  }

  @Test
  void eval_twice_is_eval(Subject make, RandomKey key) {
    float[][] trained = drop(make.dropout(0.6), key);
    Layer layer = make.dropout(0.6);
    layer.eval();
    layer.eval();
    float[][] evaluated = drop(layer, key);

    expect("forward(x, key)", layer.forward(example(), key))
        .remark("after", "eval(), eval()")
        .given("x", example())
        .at("eval")
        .diagnoseIf("TOGGLES", fallAlike(trained, evaluated))
        .toBeExactly(example());
  }

  @Test
  void after_eval_train_drops_again(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);
    layer.eval();
    layer.train();

    chance
        .count("zeros-after-eval-train", zeros(layer.forward(ones(), key)), 10_000)
        .at("train")
        .diagnose("STAYS_IN_EVAL", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void one_train_ends_what_two_evals_began(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);
    layer.eval();
    layer.eval();
    layer.train();

    chance
        .count("zeros-after-eval-eval-train", zeros(layer.forward(ones(), key)), 10_000)
        .at("train")
        .diagnose("COUNTS_CALLS", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void train_on_a_new_layer_changes_nothing(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);
    layer.train();

    chance
        .count("zeros-after-train", zeros(layer.forward(ones(), key)), 10_000)
        .at("train")
        .diagnose("TOGGLES", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void each_layer_has_a_mode_and_a_p_of_its_own(Subject make, RandomKey key, Chance chance) {
    Layer first = make.dropout(0.6);
    Layer second = make.dropout(0.1);
    second.eval();

    chance
        .count("zeros-of-the-first", zeros(first.forward(ones(), key)), 10_000)
        .diagnose("STATIC_MODE", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void the_input_stays_as_it_was(Subject make, RandomKey key) {
    float[][] x = example();

    make.dropout(0.6).forward(x, key);

    expect("x", x).remark("after", "forward(x, key)").diagnoseIf("IN_PLACE", true).toBe(example());
  }

  @Test
  void with_p_0_every_value_stays(Subject make, RandomKey key) {
    float[][] y = make.dropout(0).forward(example(), key);

    expect("new DropoutLayer(0).forward(x, key)", y).toBeExactly(example());
  }

  @Test
  void with_p_0_the_values_are_copied(Subject make, RandomKey key) {
    float[][] x = example();

    float[][] y = make.dropout(0).forward(x, key);

    expectThat(y != x && y[0] != x[0] && y[1] != x[1], "is-new").orFail();
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject make, RandomKey key) {
    float[][] x = {{1, -2}, {Float.NaN, Float.POSITIVE_INFINITY}};

    float[][] y = make.dropout(1).forward(x, key);

    expect("new DropoutLayer(1).forward(x, key)", y)
        .given("x", x)
        .diagnoseIf("MULTIPLIES", hasNanOrMinusZero(y))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject make, RandomKey key, Chance chance) {
    float[][] y = make.dropout(0.6).forward(filled(20, 20, Float.NaN), key);

    chance.count("zeros-among-nan", zeros(y), 400).diagnose("MULTIPLIES", 0.0).toBeBinomial(0.6);
  }

  @Test
  void p_outside_0_to_1_is_refused(Subject make) {
    for (double p : new double[] {-0.1, 1.5, -Double.MIN_VALUE, Math.nextUp(1.0)}) {
      expectRefusal("new DropoutLayer(" + p + ")", () -> make.dropout(p))
          .orDiagnose("BAD_P_ACCEPTED");
    }
  }

  @Test
  void nan_is_refused(Subject make) {
    expectRefusal("new DropoutLayer(NaN)", () -> make.dropout(Double.NaN))
        .orDiagnose("NAN_ACCEPTED");
  }

  private static float[][] drop(Layer layer, RandomKey key) {
    return layer.forward(filled(3, 40, 1), key);
  }

  private static float[][] dropOnce(Subject make, RandomKey key) {
    return make.dropout(0.6).forward(filled(20, 100, 1), key);
  }

  /** Whether nothing falls in a new layer, but does after a change of the mode. */
  private static boolean dropsOnlyAfter(Consumer<Layer> change, Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    return zeros(drop(layer, key)) == 0 && drops(layer, change, key);
  }

  /** Whether some elements fall after a change of the mode, but not all. */
  private static boolean drops(Layer layer, Consumer<Layer> change, RandomKey key) {
    change.accept(layer);
    int zeros = zeros(drop(layer, key));
    return 0 < zeros && zeros < 120;
  }

  /** Whether the same elements fall, and some do. */
  private static boolean fallAlike(float[][] trained, float[][] evaluated) {
    int alike = 0;
    for (int i = 0; i < trained.length; i++) {
      alike += alike(trained[i], evaluated[i]);
    }
    return zeros(trained) > 0 && alike == 120;
  }
}
