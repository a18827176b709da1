package kata10;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.Chance;
import dojo.expect.Constructor;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A training step drops hidden units, learns through the same mask, and evaluates without one. */
@KataTest("kata10.TrainingStep")
class TrainingStepTest {

  interface Subject {
    @Constructor
    Net net(double[][] w1, double[][] w2, double p);
  }

  interface Net {
    double step(double[][] x, int[] labels, double rate, RandomKey key);

    double loss(double[][] x, int[] labels);

    double[][] w1();

    double[][] w2();
  }

  /** Every hidden unit is active. */
  private static final double[] ACTIVE = {1, 0.5};

  /** ReLU switches off the third hidden unit. */
  private static final double[] HALF_OFF = {1, 2};

  private static final int LABEL = 2;

  /** From two inputs to four hidden units. */
  private static double[][] w1() {
    return new double[][] {{0.9, 0.4, 0.7, 0.6}, {-0.3, 0.2, -0.8, 0.5}};
  }

  /** From four hidden units to three classes. */
  private static double[][] w2() {
    return new double[][] {{0.5, -0.3, 0.8}, {-0.6, 0.9, 0.1}, {0.7, 0.2, -0.4}, {-0.2, -0.5, 0.6}};
  }

  private static Net net(Subject make, double p) {
    return make.net(w1(), w2(), p);
  }

  private static double[][] batch() {
    return new double[][] {ACTIVE.clone(), HALF_OFF.clone(), {-0.4, 1.3}};
  }

  private static int[] labels() {
    return new int[] {2, 0, 1};
  }

  @Test
  void the_loss_is_that_of_the_net_that_learns(Subject make, RandomKey key) {
    expectThat(!returnsLossOfWholeNet(make, key), "whole-net").orDiagnose("RETURNS_EVAL_LOSS");
  }

  @Test
  void the_forward_pass_lacks_hidden_units(Subject make, RandomKey key) {
    double[] losses = new double[40];
    for (int i = 0; i < 40; i++) {
      losses[i] = net(make, 0.6).step(one(ACTIVE), new int[] {LABEL}, 0, key.split(i));
    }
    ToDoubleFunction<double[]> onHidden = TrainingStepTest::lossWith;
    ToDoubleFunction<double[]> onLogits = TrainingStepTest::lossOfLogits;
    ToDoubleFunction<double[]> onInput = TrainingStepTest::lossOfInput;
    double[] whole = {lossWith(all(4, 1))};
    double[] right = losses(4, 2.5, onHidden);
    for (double loss : losses) {
      expect("step(x, labels, 0, key)", loss)
          .remark("nearest")
          .diagnoseIf("NEVER_DROPS", () -> allAmong(whole, losses) && learnsAlike(make, key))
          .diagnoseIf("DROPS_LOGITS", () -> varyAmong(losses(3, 2.5, onLogits), losses))
          .diagnoseIf("DROPS_INPUT", () -> varyAmong(losses(2, 2.5, onInput), losses))
          .diagnoseIf("P_IS_KEEP", () -> varyAmong(losses(4, 1 / 0.6, onHidden), losses))
          .diagnoseIf("NO_SCALE", () -> varyAmong(losses(4, 1, onHidden), losses))
          .toBeWithin(1e-9, 0, nearest(right, loss));
    }
  }

  @Test
  void the_output_weights_learn_from_what_was_kept(Subject make, RandomKey key) {
    for (int i = 0; i < 10; i++) {
      Step step = new Step(make, ACTIVE, key.split(i));

      expect("net.w2()", step.w2)
          .remark("after-a-step", step.mask())
          .diagnose("UNMASKED_DW2", minus(w2(), outer(step.h, step.dz)))
          .diagnose("ASCENDS", minus(w2(), outer(times(step.d, -1), step.dz)))
          .toBeWithin(1e-9, 0, minus(w2(), outer(step.d, step.dz)));
    }
  }

  @Test
  void the_hidden_weights_learn_through_the_same_mask(Subject make, RandomKey key) {
    for (int i = 0; i < 10; i++) {
      Step step = new Step(make, ACTIVE, key.split(i));
      double[] late = behind(minus(w2(), outer(step.d, step.dz)), step.dz);

      expect("net.w1()", step.w1)
          .remark("after-a-step", step.mask())
          .diagnoseIf("FRESH_MASK_BACK", () -> followsAnotherMask(make, key))
          .diagnose("NO_MASK_BACK", minus(w1(), outer(ACTIVE, step.u)))
          .diagnose("NO_SCALE_BACK", minus(w1(), outer(ACTIVE, times(step.u, times(step.f, 0.4)))))
          .diagnose("NEW_W2_BACK", minus(w1(), outer(ACTIVE, times(late, step.f))))
          .diagnose("ASCENDS", minus(w1(), outer(ACTIVE, times(step.u, times(step.f, -1)))))
          .toBeWithin(1e-9, 0, minus(w1(), outer(ACTIVE, times(step.u, step.f))));
    }
  }

  @Test
  void a_unit_that_relu_has_switched_off_learns_nothing(Subject make, RandomKey key) {
    for (int i = 0; i < 10; i++) {
      Step step = new Step(make, HALF_OFF, key.split(i));
      double[] right = times(step.u, step.f);
      right[2] = 0;
      double[] throughRelu = right.clone();
      throughRelu[2] = 2.5 * step.u[2];

      expect("net.w1()", step.w1)
          .remark("third-is-off")
          .diagnose("NO_RELU_BACK", minus(w1(), outer(HALF_OFF, throughRelu)))
          .toBeWithin(1e-9, 0, minus(w1(), outer(HALF_OFF, right)));
    }
  }

  @Test
  void with_p_0_it_is_a_step_of_the_plain_net(Subject make, RandomKey key) {
    Net net = net(make, 0);

    double loss = net.step(batch(), labels(), 0.5, key);

    expect("step(x, labels, 0.5, key)", loss).remark("p", 0).toBeWithin(1e-9, 0, plain(w1(), w2()));
    double[][] g1 = numeric(w -> plain(w, w2()), w1());
    double[][] g2 = numeric(w -> plain(w1(), w), w2());
    expect("net.w1()", net.w1()).remark("half-a-step").toBeWithin(1e-6, 0, minus(w1(), half(g1)));
    expect("net.w2()", net.w2()).remark("half-a-step").toBeWithin(1e-6, 0, minus(w2(), half(g2)));
  }

  @Test
  void every_slope_is_the_measured_one(Subject make, RandomKey key) {
    for (int i = 0; i < 3; i++) {
      RandomKey mask = key.split(i);
      Net net = net(make, 0.3);

      net.step(batch(), labels(), 1, mask);

      double[][] g1 = numeric(w -> stepped(make.net(w, w2(), 0.3), mask), w1());
      double[][] g2 = numeric(w -> stepped(make.net(w1(), w, 0.3), mask), w2());
      expect("net.w1()", net.w1()).remark("measured").toBeWithin(1e-6, 0, minus(w1(), g1));
      expect("net.w2()", net.w2()).remark("measured").toBeWithin(1e-6, 0, minus(w2(), g2));
    }
  }

  @Test
  void every_hidden_unit_of_every_example_has_a_draw_of_its_own(
      Subject make, RandomKey key, Chance chance) {
    Draws draws = chance.draws("w1 - net.w1()", 0.6, key, k -> learned(make, 12, k));
    draws.toDependOnTheKey();
    draws.diagnoseSharing("SAME_ROWS", at -> at.get(1)).toBeOnePerElement();
    long dropped =
        Arrays.stream(learned(make, 300, key))
            .flatMapToDouble(Arrays::stream)
            .filter(change -> change == 0)
            .count();
    chance.count("unmoved", (int) dropped, 900).toBeBinomial(0.6);
  }

  @Test
  void evaluating_drops_nothing(Subject make, RandomKey key) {
    Net net = net(make, 0.6);
    double loss = net.loss(one(ACTIVE), new int[] {LABEL});

    expect("loss(x, labels)", loss)
        .remark("p", 0.6)
        .diagnoseIf(
            "TRAIN_MODE_EVAL",
            () ->
                allAmong(losses(4, 2.5, TrainingStepTest::lossWith), loss)
                    && !allAmong(new double[] {lossWith(all(4, 2.5))}, loss))
        .diagnose("SCALES_IN_EVAL", lossWith(all(4, 0.4)))
        .toBeWithin(1e-9, 0, lossWith(all(4, 1)));
    net.step(batch(), labels(), 0.5, key);
    expect("loss(x, labels)", net.loss(batch(), labels()))
        .remark("after", "step(x, labels, 0.5, key)")
        .toBeWithin(1e-9, 0, plain(net.w1(), net.w2()));
  }

  @Test
  void evaluating_leaves_the_weights_as_they_were(Subject make) {
    Net net = net(make, 0.6);

    net.loss(batch(), labels());

    expect("net.w1()", net.w1()).remark("after", "loss(x, labels)").toBeExactly(w1());
    expect("net.w2()", net.w2()).remark("after", "loss(x, labels)").toBeExactly(w2());
  }

  @Test
  void with_p_1_nothing_is_learned(Subject make, RandomKey key) {
    Net net = net(make, 1);

    double loss = net.step(batch(), labels(), 1, key);

    expect("step(x, labels, 1, key)", loss).remark("p", 1).toBeWithin(1e-9, 0, Math.log(3));
    expect("net.w1()", net.w1()).remark("p", 1).toBe(w1());
    expect("net.w2()", net.w2()).remark("p", 1).toBe(w2());
  }

  @Test
  void the_same_key_takes_the_same_step(Subject make, RandomKey key) {
    Net first = net(make, 0.6);
    Net second = net(make, 0.6);

    first.step(batch(), labels(), 1, key);
    second.step(batch(), labels(), 1, key);

    expect("net.w1()", second.w1()).remark("same-key").toBe(first.w1());
    expect("net.w2()", second.w2()).remark("same-key").toBe(first.w2());
  }

  @Test
  void the_examples_stay_as_they_were(Subject make, RandomKey key) {
    double[][] x = batch();
    int[] labels = labels();

    net(make, 0.6).step(x, labels, 1, key);

    expect("x", x).remark("after", "step(x, labels, 1, key)").toBeExactly(batch());
    expect("labels", labels).remark("after", "step(x, labels, 1, key)").toBe(labels());
  }

  @Test
  void many_steps_make_the_loss_fall(Subject make, RandomKey key) {
    Net net =
        make.net(filled(3, 20, n -> 0.5 + wave(n)), filled(20, 3, TrainingStepTest::wave), 0.4);
    int[] labels = {2, 0, 1};
    double before = net.loss(identity(), labels);
    for (int i = 0; i < 60; i++) {
      net.step(identity(), labels, 1, key.split(i));
    }
    double after = net.loss(identity(), labels);

    expectThat(after < before / 2, "loss-falls", before, after).orFail();
  }

  /** How far the hidden weights move: each for one example, not at all if its unit is dropped. */
  private static double[][] learned(Subject make, int hidden, RandomKey key) {
    Net net = make.net(filled(3, hidden, n -> 0.5), filled(hidden, 3, TrainingStepTest::wave), 0.6);
    net.step(identity(), labels(), 1, key);
    return minus(filled(3, hidden, n -> 0.5), net.w1());
  }

  private static double wave(int n) {
    return Math.sin(1 + n) / 2;
  }

  private static double[][] identity() {
    return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  }

  private static double[][] filled(int rows, int columns, IntToDoubleFunction value) {
    double[][] w = new double[rows][columns];
    for (int n = 0; n < rows * columns; n++) {
      w[n / columns][n % columns] = value.applyAsDouble(n);
    }
    return w;
  }

  private static double stepped(Net net, RandomKey key) {
    return net.step(batch(), labels(), 0, key);
  }

  /** The loss of the plain net. */
  private static double plain(double[][] w1, double[][] w2) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double[] h = relu(product(batch()[i], w1));
      sum -= Math.log(softmax(product(h, w2))[labels()[i]]);
    }
    return sum / 3;
  }

  /** The gradient by central differences. */
  private static double[][] numeric(ToDoubleFunction<double[][]> loss, double[][] at) {
    double[][] gradient = new double[at.length][at[0].length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at[i].length; j++) {
        double[][] above = copy(at);
        double[][] below = copy(at);
        above[i][j] += 1e-5;
        below[i][j] -= 1e-5;
        gradient[i][j] = (loss.applyAsDouble(above) - loss.applyAsDouble(below)) / 2e-5;
      }
    }
    return gradient;
  }

  /** Of one example, a step at p = 0.6 with the rate 1, and what is right for its mask. */
  private static final class Step {
    final double loss;
    final double[][] w1;
    final double[][] w2;
    final double[] h;
    final double[] f;
    final double[] d;
    final double[] dz;
    final double[] u;

    Step(Subject make, double[] x, RandomKey key) {
      Net net = net(make, 0.6);
      loss = net.step(one(x), new int[] {LABEL}, 1, key);
      w1 = net.w1();
      w2 = net.w2();
      h = relu(product(x, w1()));
      f = nearestMask(h, loss);
      d = times(h, f);
      dz = softmax(product(d, w2()));
      dz[LABEL] -= 1;
      u = behind(w2(), dz);
    }

    /** Whether both weights moved as they should if these were the factors, with ACTIVE as x. */
    boolean isRightWith(double[] factors) {
      double[] kept = times(h, factors);
      double[] error = softmax(product(kept, w2()));
      error[LABEL] -= 1;
      double[] back = times(behind(w2(), error), factors);
      return same(w2, minus(w2(), outer(kept, error)))
          && same(w1, minus(w1(), outer(ACTIVE, back)));
    }

    String mask() {
      return Arrays.toString(f);
    }
  }

  /** The factors of the hidden units with which the loss is this one. */
  private static double[] nearestMask(double[] h, double loss) {
    return masks(4, 2.5)
        .min((a, b) -> Double.compare(distance(h, a, loss), distance(h, b, loss)))
        .orElseThrow();
  }

  private static double distance(double[] h, double[] factors, double loss) {
    return Math.abs(-Math.log(softmax(product(times(h, factors), w2()))[LABEL]) - loss);
  }

  /** Whether the hidden weights learn, and the same with every key. */
  private static boolean learnsAlike(Subject make, RandomKey key) {
    double[][] first = new Step(make, ACTIVE, key).w1;
    return !same(first, w1())
        && IntStream.range(0, 20)
            .allMatch(i -> same(first, new Step(make, ACTIVE, key.split(i)).w1));
  }

  /**
   * Whether both weights learn as they should, through one mask, and yet the loss is always that of
   * the whole net before the step, or always that after it.
   */
  private static boolean returnsLossOfWholeNet(Subject make, RandomKey key) {
    boolean before = true;
    boolean after = true;
    boolean learns = false;
    for (int i = 0; i < 20; i++) {
      Step step = new Step(make, ACTIVE, key.split(i));
      before &= Math.abs(step.loss - lossWith(all(4, 1))) < 1e-9;
      after &= Math.abs(step.loss - lossOf(step.w1, step.w2)) < 1e-9;
      if (!(before || after) || masks(4, 2.5).noneMatch(step::isRightWith)) {
        return false;
      }
      learns |= !same(step.w2, w2());
    }
    return learns;
  }

  /** Whether the hidden weights learn through a mask that has nothing to do with the other. */
  private static boolean followsAnotherMask(Subject make, RandomKey key) {
    boolean keepsMore = false;
    boolean dropsMore = false;
    for (int i = 0; i < 40; i++) {
      Step step = new Step(make, ACTIVE, key.split(i));
      double[] mask =
          masks(4, 2.5)
              .filter(m -> same(step.w1, minus(w1(), outer(ACTIVE, times(step.u, m)))))
              .findFirst()
              .orElse(new double[0]);
      if (mask.length == 0) {
        return false;
      }
      keepsMore |= IntStream.range(0, 4).anyMatch(j -> mask[j] > step.f[j]);
      dropsMore |= IntStream.range(0, 4).anyMatch(j -> mask[j] < step.f[j]);
    }
    return keepsMore && dropsMore;
  }

  /** All vectors of n factors, each 0 or this. */
  private static Stream<double[]> masks(int n, double kept) {
    return IntStream.range(0, 1 << n)
        .mapToObj(bits -> IntStream.range(0, n).mapToDouble(j -> (bits >> j & 1) * kept).toArray());
  }

  private static double[] losses(int n, double kept, ToDoubleFunction<double[]> loss) {
    return masks(n, kept).mapToDouble(loss).toArray();
  }

  private static double lossWith(double[] onHidden) {
    return distance(relu(product(ACTIVE, w1())), onHidden, 0);
  }

  private static double lossOf(double[][] w1, double[][] w2) {
    return -Math.log(softmax(product(relu(product(ACTIVE, w1)), w2))[LABEL]);
  }

  private static double lossOfLogits(double[] onLogits) {
    double[] z = product(relu(product(ACTIVE, w1())), w2());
    return -Math.log(softmax(times(z, onLogits))[LABEL]);
  }

  private static double lossOfInput(double[] onInput) {
    return distance(relu(product(times(ACTIVE, onInput), w1())), all(4, 1), 0);
  }

  private static double nearest(double[] losses, double loss) {
    return Arrays.stream(losses)
        .boxed()
        .min((a, b) -> Double.compare(Math.abs(a - loss), Math.abs(b - loss)))
        .orElseThrow();
  }

  private static boolean varyAmong(double[] known, double... losses) {
    return allAmong(known, losses) && Arrays.stream(losses).distinct().count() > 1;
  }

  private static boolean allAmong(double[] known, double... losses) {
    return Arrays.stream(losses).allMatch(loss -> Math.abs(nearest(known, loss) - loss) < 1e-9);
  }

  /** The gradient at the hidden units, from the one at the logits. */
  private static double[] behind(double[][] w2, double[] dz) {
    return Arrays.stream(w2)
        .mapToDouble(row -> IntStream.range(0, 3).mapToDouble(k -> row[k] * dz[k]).sum())
        .toArray();
  }

  private static double[] softmax(double[] z) {
    double sum = Arrays.stream(z).map(Math::exp).sum();
    return Arrays.stream(z).map(logit -> Math.exp(logit) / sum).toArray();
  }

  private static double[] relu(double[] a) {
    return Arrays.stream(a).map(value -> Math.max(value, 0)).toArray();
  }

  private static double[] product(double[] a, double[][] b) {
    return IntStream.range(0, b[0].length)
        .mapToDouble(k -> IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j][k]).sum())
        .toArray();
  }

  private static double[][] outer(double[] a, double[] b) {
    return Arrays.stream(a).mapToObj(value -> times(b, value)).toArray(double[][]::new);
  }

  private static double[] times(double[] a, double factor) {
    return Arrays.stream(a).map(value -> value * factor).toArray();
  }

  private static double[] times(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).toArray();
  }

  private static double[] all(int n, double value) {
    return IntStream.range(0, n).mapToDouble(i -> value).toArray();
  }

  private static double[][] one(double[] x) {
    return new double[][] {x.clone()};
  }

  private static double[][] minus(double[][] a, double[][] b) {
    return IntStream.range(0, a.length)
        .mapToObj(
            i -> IntStream.range(0, a[i].length).mapToDouble(j -> a[i][j] - b[i][j]).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] half(double[][] a) {
    return Arrays.stream(a).map(row -> times(row, 0.5)).toArray(double[][]::new);
  }

  private static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }

  private static boolean same(double[][] a, double[][] b) {
    double[] differences =
        Arrays.stream(minus(a, b)).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
    return Arrays.stream(differences).allMatch(difference -> difference < 1e-9);
  }
}
