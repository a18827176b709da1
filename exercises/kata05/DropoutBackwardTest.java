package kata05;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.ones;
import static dojo.expect.Grids.same;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;

import dojo.expect.Chance;
import dojo.expect.Constructor;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The gradient at the input is the gradient at the output times what forward multiplied by. */
@KataTest("kata05.DropoutBackward")
class DropoutBackwardTest {

  interface Subject {
    @Constructor
    Layer dropout(double p);
  }

  interface Layer {
    void train();

    void eval();

    float[][] forward(float[][] x, RandomKey key);

    float[][] backward(float[][] dy);
  }

  /** Neither 0 nor 1, and one value is negative: each mistake can be seen. */
  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 4}};
  }

  /** A gradient at the output that looks like nothing else. */
  private static float[][] gradient() {
    return new float[][] {{0.3f, -0.5f}, {7, 0.9f}};
  }

  @Test
  void forward_drops_each_element_by_a_draw_of_its_own(Subject make, RandomKey key, Chance chance) {
    forwards(make, 0.6, key, chance).toDependOnTheKey();
    forwards(make, 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                forwards(make, 0.1, key, chance).areZeroWith(0.9)
                    && forwards(make, 0.3, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
    forwards(make, 0.6, key, chance).toBeOnePerElement();
  }

  @Test
  void forward_gives_zero_or_x_over_q(Subject make, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      float[][] y = make.dropout(0.6).forward(example(), key.split(i));

      expect("forward(x, key.split(" + i + "))", y)
          .given("x", example())
          .toBe(times(where(example(), y), 1 / 0.4));
    }
  }

  @Test
  void the_same_key_drops_the_same_elements(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] first = copy(layer.forward(batch(), key));

    expect("forward(x, key)", layer.forward(batch(), key)).remark("again").toBe(first);
    expect("forward(x, key)", make.dropout(0.6).forward(batch(), key))
        .remark("other-layer")
        .toBe(first);
  }

  @Test
  void the_gradient_is_zero_or_dy_over_q_as_in_forward(Subject make, RandomKey key) {
    for (int i = 0; i < 140; i++) {
      double p = i < 20 ? 0.6 : i < 40 ? 0.3 : 0.95;
      Layer layer = make.dropout(p);
      float[][] y = copy(layer.forward(example(), key.split(i)));

      expect("backward(dy)", layer.backward(gradient()))
          .remark("forward-with", p)
          .given("y", y)
          .given("dy", gradient())
          .diagnoseIf("NEW_MASK", () -> dropsOthers(make, key))
          .diagnoseIf("NO_MASK_BACK", () -> gives(make, key, (q, kept) -> times(threes(), 1 / q)))
          .diagnoseIf("NO_SCALE_BACK", () -> gives(make, key, (q, kept) -> kept))
          .diagnoseIf("IDENTITY_BACK", () -> gives(make, key, (q, kept) -> threes()))
          .toBe(times(where(gradient(), y), 1 / (1 - p)));
    }
  }

  @Test
  void every_forward_pass_brings_its_own_factors(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    List<float[][]> earlier = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      float[][] right = times(layer.forward(batch(), key.split(i)), 3);
      float[][] dx = copy(layer.backward(threes()));

      expect("backward(dy)", dx)
          .remark("forward-number", i)
          .diagnoseIf("STALE_MASK", () -> earlier.stream().anyMatch(mask -> same(dx, mask)))
          .toBe(right);
      earlier.add(right);
    }
  }

  @Test
  void the_next_batch_may_have_another_shape(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    for (int[] columns : new int[][] {{3, 3}, {2, 2, 2, 2}, {}, {5}, {1, 0, 4}}) {
      float[][] x = rows(columns, 1);
      float[][] y = copy(layer.forward(x, key));

      expect("backward(dy)", layer.backward(rows(columns, 3)))
          .remark("columns", Arrays.toString(columns))
          .toBe(times(y, 3));
    }
  }

  @Test
  void where_x_is_zero_the_gradient_is_not(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] kept = copy(layer.forward(batch(), key));
    float[][] x = batch();
    Arrays.fill(x[1], 0);
    float[][] blind = times(kept, 3);
    Arrays.fill(blind[1], 0);

    expect("backward(dy)", pass(layer, x, threes(), key))
        .remark("middle-row-is-zero")
        .diagnose("MASK_BY_NONZERO", blind)
        .toBe(times(kept, 3));
  }

  @Test
  void an_evaluating_pass_is_a_forward_pass_too(Subject make, RandomKey key) {
    pass(make.dropout(0.6), example(), gradient(), key); // what it throws is not about evaluating
    Layer layer = make.dropout(0.6);
    layer.eval();
    layer.forward(example(), key);
    layer.train(); // so that backward cannot throw because of the mode of now
    String without = thrown(() -> make.dropout(0.6).backward(gradient()));

    expectThat(
            without.isEmpty() || !thrown(() -> layer.backward(gradient())).equals(without), "eval")
        .orDiagnose("KEEPS_NOTHING_IN_EVAL");
  }

  @Test
  void evaluating_gives_the_gradient_as_it_is(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    layer.eval();

    expect("forward(x, key)", layer.forward(example(), key))
        .remark("after", "eval()")
        .toBeExactly(example());
    expect("backward(dy)", layer.backward(gradient()))
        .remark("after", "eval(), forward(x, key)")
        .toBeExactly(gradient());
  }

  @Test
  void an_evaluation_replaces_the_mask_of_the_training_before(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] trained = copy(layer.forward(batch(), key));
    layer.eval();
    layer.forward(batch(), key.split(1));

    expect("backward(dy)", layer.backward(threes()))
        .remark("after", "forward(x, key), eval(), forward(x, key)")
        .diagnose("STALE_MASK", times(trained, 3))
        .toBeExactly(threes());
  }

  @Test
  void the_mode_of_the_forward_pass_counts(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] y = copy(layer.forward(batch(), key));
    layer.eval();

    expect("backward(dy)", layer.backward(threes()))
        .remark("after", "forward(x, key), eval()")
        .diagnose("MODE_OF_NOW", threes())
        .toBe(times(y, 3));

    layer.forward(batch(), key);
    layer.train();

    expect("backward(dy)", layer.backward(threes()))
        .remark("after", "eval(), forward(x, key), train()")
        .toBeExactly(threes());
  }

  @Test
  void backward_may_be_called_twice(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] y = copy(layer.forward(batch(), key));
    float[][] first = layer.backward(threes());
    float[][] before = copy(first);
    float[][] second = layer.backward(filled(3, 40, 5));

    expect("backward(dy)", second)
        .remark("second-call")
        .diagnose("ALIASED_CACHE", times(before, 5))
        .toBe(times(y, 5));
    expect("backward(dy)", first)
        .remark("after", "backward(dy)")
        .diagnose("ALIASED_CACHE", second)
        .toBe(before);
  }

  @Test
  void what_others_write_does_not_reach_the_factors(Subject make, RandomKey key) {
    float[][] y = make.dropout(0.6).forward(batch(), key);

    for (int value : new int[] {0, 7}) {
      expect("backward(dy)", afterOthersWrote(value, make, key))
          .remark("others-wrote", value)
          .diagnoseIf(
              "ALIASED_CACHE",
              () -> !same(afterOthersWrote(0, make, key), afterOthersWrote(7, make, key)))
          .toBe(times(y, 3));
    }
  }

  @Test
  void each_layer_has_factors_of_its_own(Subject make, RandomKey key) {
    Layer first = make.dropout(0.6);
    Layer second = make.dropout(0.3);
    float[][] ofFirst = copy(first.forward(batch(), key));
    float[][] ofSecond = copy(second.forward(batch(), key.split(1)));

    expect("first.backward(dy)", first.backward(threes()))
        .remark("after", "second.forward(x, key)")
        .diagnose("STATIC_CACHE", times(ofSecond, 3))
        .toBe(times(ofFirst, 3));
  }

  @Test
  void without_a_forward_pass_backward_is_refused(Subject make) {
    expectRefusal("backward(dy)", () -> make.dropout(0.6).backward(gradient()))
        .by(IllegalStateException.class)
        .orDiagnose("NO_FORWARD_ACCEPTED");
  }

  @Test
  void what_is_given_stays_as_it_was(Subject make, RandomKey key) {
    float[][] x = example();
    float[][] dy = gradient();
    Layer layer = make.dropout(0.6);

    layer.forward(x, key);
    layer.backward(dy);

    expect("x", x).remark("after", "forward(x, key)").toBe(example());
    expect("dy", dy)
        .remark("after", "backward(dy)")
        .diagnoseIf("IN_PLACE", true) // it was, whatever stands there now
        .toBe(gradient());
  }

  @Test
  void with_p_0_every_gradient_passes(Subject make, RandomKey key) {
    float[][] dx = pass(make.dropout(0), example(), gradient(), key);

    expect("backward(dy)", dx).remark("p", 0).toBeExactly(gradient());
  }

  @Test
  void with_p_1_every_value_and_every_gradient_is_plus_zero(Subject make, RandomKey key) {
    Layer layer = make.dropout(1);
    float[][] given = {{0.3f, -0.5f}, {Float.NaN, Float.NEGATIVE_INFINITY}};
    float[][] multiplied = {{0, -0f}, {Float.NaN, Float.NaN}};

    expect("forward(x, key)", layer.forward(given, key))
        .given("x", given)
        .diagnose("MULTIPLIES", multiplied)
        .toBeExactly(new float[2][2]);
    expect("backward(dy)", layer.backward(given))
        .remark("p", 1)
        .given("dy", given)
        .diagnose("MULTIPLIES", multiplied)
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] nan = filled(3, 40, Float.NaN);
    float[][] right = copy(layer.forward(batch(), key));
    for (float[] row : right) {
      for (int j = 0; j < row.length; j++) {
        row[j] = row[j] == 0 ? 0 : Float.NaN;
      }
    }

    expect("forward(x, key)", layer.forward(nan, key))
        .remark("all-nan")
        .diagnose("MULTIPLIES", nan)
        .toBeExactly(right);
    expect("backward(dy)", layer.backward(nan))
        .remark("all-nan")
        .diagnose("MULTIPLIES", nan)
        .toBeExactly(right);
  }

  @Test
  void a_large_batch_is_dropped_without_a_pattern(Subject make, RandomKey key, Chance chance) {
    Layer layer = make.dropout(0.6);

    chance
        .draws(
            "backward(dy)", 0.6, key, k -> pass(layer, filled(2, 5_000, 1), filled(2, 5_000, 1), k))
        .toNeverRepeat();
  }

  /** Ones, so many that two masks of them differ. */
  private static float[][] batch() {
    return filled(3, 40, 1);
  }

  private static float[][] threes() {
    return filled(3, 40, 3);
  }

  private static Draws forwards(Subject make, double p, RandomKey key, Chance chance) {
    String call = "new DropoutBackward(" + p + ").forward(x, key)";
    return chance.draws(call, p, key, k -> make.dropout(p).forward(filled(3, 4, 1), k));
  }

  private static float[][] pass(Layer layer, float[][] x, float[][] dy, RandomKey key) {
    layer.forward(x, key);
    return layer.backward(dy);
  }

  private static float[][] rows(int[] columns, float value) {
    return Arrays.stream(columns)
        .mapToObj(length -> filled(1, length, value)[0])
        .toArray(float[][]::new);
  }

  /** Whether backward makes this of q and of the threes that forward kept, at two rates. */
  private static boolean gives(
      Subject make, RandomKey key, BiFunction<Double, float[][], float[][]> wrong) {
    return DoubleStream.of(0.6, 0.3)
        .allMatch(
            p -> {
              Layer layer = make.dropout(p);
              float[][] kept = where(threes(), layer.forward(batch(), key));
              return same(layer.backward(threes()), wrong.apply(1 - p, kept));
            });
  }

  /** Whether backward gives 0 or dy / q, by a mask that has nothing to do with that of forward. */
  private static boolean dropsOthers(Subject make, RandomKey key) {
    return DoubleStream.of(0.6, 0.3)
        .allMatch(
            p -> {
              Layer layer = make.dropout(p);
              float[][] ones = filled(20, 50, 1);
              float[][] kept = where(ones, layer.forward(ones, key));
              float[][] dx = layer.backward(ones);
              float[][] back = where(ones, dx);
              int both = ones(where(back, kept));
              return same(dx, times(back, 1 / (1 - p)))
                  && both > 0
                  && both < ones(kept)
                  && both < ones(back)
                  && ones(kept) + ones(back) - both < 1_000;
            });
  }

  /** What the call throws, or an empty text. */
  private static String thrown(Runnable call) {
    try {
      call.run();
      return "";
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /** The gradient after x, y and an earlier gradient were overwritten. */
  private static float[][] afterOthersWrote(float value, Subject make, RandomKey key) {
    Layer layer = make.dropout(0.6);
    float[][] x = batch();
    float[][] y = layer.forward(x, key);
    float[][] dx = layer.backward(filled(3, 40, 2));
    for (float[][] others : new float[][][] {x, y, dx}) {
      for (float[] row : others) {
        Arrays.fill(row, value);
      }
    }
    return layer.backward(threes());
  }
}
