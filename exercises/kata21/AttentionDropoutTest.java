package kata21;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A step attends to what came before it; while training, some of these weights are dropped. */
@KataTest("kata21.AttentionDropout")
class AttentionDropoutTest {
  private static final float HIDDEN = Float.NEGATIVE_INFINITY;

  interface Subject {
    float[][][] weights(float[][][] scores, double p, boolean training, RandomKey key);
  }

  /** Two heads, three steps; the future has the largest scores. */
  private static float[][][] example() {
    return new float[][][] {
      {{0.5f, 2, 3}, {1, -1, 4}, {0.25f, -0.5f, 2}}, {{-2, 5, 1}, {0, 1.5f, 3}, {2, 1, -1}}
    };
  }

  @Test
  void evaluating_gives_the_softmax_of_what_is_seen(Subject attention, RandomKey key) {
    float[][][] a = attention.weights(example(), 0.6, false, key);

    expect("weights(scores, 0.6, false, key)", a)
        .given("scores", example())
        .diagnoseIf("DROPS_IN_EVAL", () -> dropsInEval(attention, key))
        .diagnoseIf("SEES_FUTURE", () -> close(a, softmax(example())))
        .diagnoseIf("HIDES_BY_ZERO", () -> close(a, softmax(hide(example(), 1, 0))))
        .diagnoseIf("HIDES_AFTER_SOFTMAX", () -> close(a, hide(softmax(example()), 1, 0)))
        .diagnoseIf("HIDES_ITSELF", () -> hidesItself(a))
        .toBeWithin(1e-5, 1e-6, right(example()));
  }

  @Test
  void evaluating_is_the_same_whatever_p_and_key(Subject attention, RandomKey key) {
    float[][][] right = attention.weights(example(), 0, false, key);
    for (double p : new double[] {0, 0.1, 0.6, 1}) {
      for (int i = 0; i < 10; i++) {
        expect(
                "weights(scores, " + p + ", false, key.split(" + i + "))",
                attention.weights(example(), p, false, key.split(i)))
            .given("scores", example())
            .toBeExactly(right);
      }
    }
  }

  @Test
  void with_p_0_training_is_like_evaluating(Subject attention, RandomKey key) {
    expect("weights(scores, 0, true, key)", attention.weights(example(), 0, true, key))
        .given("scores", example())
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(attention, key))
        .toBeWithin(1e-5, 1e-6, right(example()));
  }

  @Test
  void training_gives_zero_or_the_weight_over_q(Subject attention, RandomKey key) {
    for (int i = 0; i < 60; i++) {
      double p = i < 40 ? rate(i) : 0.95;
      float[][][] a = attention.weights(example(), p, true, key.split(i));

      expect("weights(scores, " + p + ", true, key.split(" + i + "))", a)
          .remark("without-dropout")
          .given("weights", right(example()))
          .diagnoseIf("NEVER_DROPS", () -> always(attention, key, (y, q) -> noneDropped(y)))
          .diagnoseIf("NO_SCALE", () -> always(attention, key, (y, q) -> close(y, kept(y, 1))))
          .diagnoseIf("RENORMALISES", () -> renormalises(attention, key))
          .diagnoseIf("BEFORE_SOFTMAX", () -> dropsScores(attention, key))
          .toBeWithin(1e-5, 1e-6, kept(a, 1 / (1 - p)));
    }
  }

  @Test
  void another_key_drops_other_weights(Subject attention, RandomKey key, Chance chance) {
    draws(attention, 4, 25, 0.6, key, chance).diagnoseOneSeed("RESEEDS").toDependOnTheKey();
  }

  @Test
  void each_weight_is_dropped_with_probability_p(Subject attention, RandomKey key, Chance chance) {
    draws(attention, 2, 3, 0.1, key, chance)
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(attention, key))
        .toBeZeroWith(0.1);
  }

  @Test
  void the_same_key_drops_the_same_weights(Subject attention, RandomKey key) {
    float[][][] first = attention.weights(new float[1][120][120], 0.6, true, key);
    float[][][] second = attention.weights(new float[1][120][120], 0.6, true, key);

    expect("weights(scores, 0.6, true, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second[0][119])) // sees all
        .toBe(first);
  }

  @Test
  void every_weight_of_every_head_has_a_coin_of_its_own(
      Subject attention, RandomKey key, Chance chance) {
    draws(attention, 3, 8, 0.6, key, chance)
        .diagnoseSharing("SAME_HEADS", at -> at.get(1) * 8 + at.get(2))
        .diagnoseSharing("DROPS_STEPS", at -> at.get(0) * 8 + at.get(2))
        .toBeOnePerElement();
    draws(attention, 12, 3, 0.6, key, chance).toBeOnePerElement();
  }

  @Test
  void neighbours_are_independent(Subject attention, RandomKey key, Chance chance) {
    float[] row = attention.weights(new float[1][400][400], 0.4, true, key)[0][399];

    chance
        .count("pairs-in-row", alike(every(row, 0, 2), every(row, 1, 2)), 200)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject attention, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(seen(attention, 1, 4, 0.4, key.split(i))[0]) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_1_every_weight_becomes_plus_zero(Subject attention, RandomKey key) {
    float[][][] a = attention.weights(example(), 1, true, key);

    expect("weights(scores, 1, true, key)", a)
        .given("scores", example())
        .diagnoseIf("MULTIPLIES", () -> allNan(seen(a)))
        .toBeExactly(new float[2][3][3]);
  }

  @Test
  void a_step_may_be_hidden_from_all_others(Subject attention, RandomKey key) {
    float[][][] scores = {{{700, 0, 0}, {HIDDEN, 800, 0}, {-900, HIDDEN, -900}}};

    expect("weights(scores, 0.6, false, key)", attention.weights(scores, 0.6, false, key))
        .given("scores", scores)
        .toBeWithin(1e-5, 1e-6, new float[][][] {{{1, 0, 0}, {0, 1, 0}, {0.5f, 0, 0.5f}}});
  }

  @Test
  void the_scores_stay_as_they_were(Subject attention, RandomKey key) {
    for (boolean training : new boolean[] {false, true}) {
      float[][][] scores = example();
      attention.weights(scores, 0.6, training, key);

      expect("scores", scores)
          .remark("after", "weights(scores, 0.6, " + training + ", key)")
          .diagnoseIf("IN_PLACE", true)
          .toBe(example());
    }
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject attention, RandomKey key) {
    float[][][] a = attention.weights(example(), 0.6, true, key);
    float[][][] before = map(a, (h, i, j) -> a[h][i][j]);

    attention.weights(example(), 0, true, key);

    expect("weights(scores, 0.6, true, key)", a)
        .remark("after", "weights(scores, 0, true, key)")
        .toBe(before);
  }

  @Test
  void long_sequences_meet_no_pattern(Subject attention, RandomKey key, Chance chance) {
    draws(attention, 2, 200, 0.6, key, chance).toNeverRepeat();
  }

  @Test
  void there_may_be_no_head_or_no_step(Subject attention, RandomKey key) {
    for (float[][][] empty : new float[][][][] {new float[0][][], new float[3][0][]}) {
      expect("weights(scores, 0.6, true, key)", attention.weights(empty, 0.6, true, key))
          .given("scores", empty)
          .toBe(empty);
    }
  }

  private static double rate(int i) {
    return i < 20 ? 0.6 : 0.7;
  }

  /** What becomes of each element. */
  private static final class Rule {
    private Rule() {}

    interface At {
      double value(int head, int row, int column);
    }
  }

  private static float[][][] map(float[][][] like, Rule.At rule) {
    float[][][] a = new float[like.length][][];
    for (int h = 0; h < like.length; h++) {
      a[h] = new float[like[h].length][];
      for (int i = 0; i < like[h].length; i++) {
        a[h][i] = new float[like[h][i].length];
        for (int j = 0; j < like[h][i].length; j++) {
          a[h][i][j] = (float) rule.value(h, i, j);
        }
      }
    }
    return a;
  }

  /** Replaces what is so many steps or more behind the diagonal. */
  private static float[][][] hide(float[][][] a, int from, float by) {
    return map(a, (h, i, j) -> j >= i + from ? by : a[h][i][j]);
  }

  private static float[][][] softmax(float[][][] scores) {
    return map(
        scores,
        (h, i, j) -> {
          float[] row = scores[h][i];
          double max = IntStream.range(0, row.length).mapToDouble(k -> row[k]).max().orElse(0);
          return Math.exp(row[j] - max)
              / IntStream.range(0, row.length).mapToDouble(k -> Math.exp(row[k] - max)).sum();
        });
  }

  private static float[][][] right(float[][][] scores) {
    return softmax(hide(scores, 1, HIDDEN));
  }

  /** The right weights times a scale, but zero where the student's are. */
  private static float[][][] kept(float[][][] a, double scale) {
    float[][][] right = right(example());
    return map(right, (h, i, j) -> a[h][i][j] == 0 ? 0 : right[h][i][j] * scale);
  }

  private static boolean close(float[][][] a, float[][][] b) {
    float[][][] far = map(b, (h, i, j) -> Math.abs(a[h][i][j] - b[h][i][j]) < 1e-4 ? 0 : 1);
    return Arrays.stream(far).allMatch(head -> zeros(head) == head.length * head.length);
  }

  /** The weights on and before the diagonal: rows of different lengths. */
  private static float[][][] seen(float[][][] a) {
    return Arrays.stream(a)
        .map(
            head ->
                IntStream.range(0, head.length)
                    .mapToObj(i -> Arrays.copyOf(head[i], i + 1))
                    .toArray(float[][]::new))
        .toArray(float[][][]::new);
  }

  private static float[][][] seen(
      Subject attention, int heads, int steps, double p, RandomKey key) {
    return seen(attention.weights(new float[heads][steps][steps], p, true, key));
  }

  private static int zerosSeen(float[][][] a) {
    return Arrays.stream(seen(a)).mapToInt(head -> zeros(head)).sum();
  }

  private static boolean allNan(float[][][] a) {
    return Arrays.stream(a)
        .flatMap(Arrays::stream)
        .allMatch(row -> IntStream.range(0, row.length).allMatch(j -> Float.isNaN(row[j])));
  }

  private static Draws draws(
      Subject attention, int heads, int steps, double p, RandomKey key, Chance chance) {
    return chance.draws(
        "weights(scores, " + p + ", true, key)",
        p,
        key,
        child -> seen(attention, heads, steps, p, child));
  }

  private static boolean keepsWithP(Subject attention, RandomKey key) {
    return isZeroWith(0.9, seen(attention, 1, 40, 0.1, key))
        && isZeroWith(0.7, seen(attention, 1, 40, 0.3, key));
  }

  /** Only a sign asks for it, so its seed is never told. */
  private static boolean isZeroWith(double probability, float[][][] seen) {
    return new Chance(Chance.ALPHA, 0).accepts(zeros(seen[0]), 40 * 41 / 2, probability);
  }

  /** Whether something is dropped while evaluating, namely what is dropped while training. */
  private static boolean dropsInEval(Subject attention, RandomKey key) {
    int zeros = 0;
    for (int i = 0; i < 40; i++) {
      float[][][] training = attention.weights(example(), 0.6, true, key.split(i));
      float[][][] evaluating = attention.weights(example(), 0.6, false, key.split(i));
      zeros += zerosSeen(evaluating);
      if (!close(
          map(training, (h, r, j) -> training[h][r][j] == 0 ? 0 : 1),
          map(evaluating, (h, r, j) -> evaluating[h][r][j] == 0 ? 0 : 1))) {
        return false;
      }
    }
    return zeros > 0;
  }

  /** Whether each step but the first sees only what came before it. */
  private static boolean hidesItself(float[][][] a) {
    float[][][] hidden = softmax(hide(example(), 0, HIDDEN));
    return close(
        map(a, (h, i, j) -> i == 0 ? 0 : a[h][i][j]),
        map(hidden, (h, i, j) -> i == 0 ? 0 : hidden[h][i][j]));
  }

  /** Whether all results of training, at two rates, are of this kind, given them and q. */
  private static boolean always(
      Subject attention, RandomKey key, BiPredicate<float[][][], Double> kind) {
    return IntStream.range(0, 40)
        .allMatch(
            i -> kind.test(attention.weights(example(), rate(i), true, key.split(i)), 1 - rate(i)));
  }

  private static boolean noneDropped(float[][][] a) {
    return zerosSeen(a) == 0 && close(a, right(example()));
  }

  /** Whether the weights that are left, if any are, add up to 1 in proportion. */
  private static boolean renormalises(Subject attention, RandomKey key) {
    return always(
            attention,
            key,
            (a, q) -> {
              float[][][] kept = kept(a, 1);
              return close(
                  map(kept, (h, i, j) -> Float.isNaN(a[h][i][j]) ? 0 : a[h][i][j]),
                  map(
                      kept,
                      (h, i, j) ->
                          Float.isNaN(a[h][i][j]) || kept[h][i][j] == 0
                              ? 0
                              : kept[h][i][j] / sum(kept[h][i])));
            })
        && !always(attention, key, (a, q) -> noneDropped(a));
  }

  private static double sum(float[] row) {
    return IntStream.range(0, row.length).mapToDouble(j -> row[j]).sum();
  }

  /** Whether no weight that is seen is zero, and yet each row adds up to 1. */
  private static boolean dropsScores(Subject attention, RandomKey key) {
    return always(
        attention,
        key,
        (a, q) ->
            zerosSeen(a) == 0
                && Arrays.stream(a)
                    .flatMap(Arrays::stream)
                    .allMatch(row -> Math.abs(sum(row) - 1) < 1e-4));
  }
}
