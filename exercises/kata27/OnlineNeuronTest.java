package kata27;

import static dojo.expect.Expect.expect;

import dojo.expect.Constructor;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a neuron learns depends on the key and on the examples, and on nothing in between. */
@KataTest("kata27.OnlineNeuron")
class OnlineNeuronTest {

  interface Neuron {
    void learn(float[] x, double target, double rate);

    double predict(float[] x);

    float[] weights();
  }

  interface Subject {
    @Constructor
    Neuron neuron(int inputs, double p, RandomKey key);
  }

  private static final int STEPS = 30;
  private static final int INPUTS = 6;
  private static final double RATE = 0.01;

  /** Step s begins with this number of the key. */
  private static final IntUnaryOperator RIGHT = s -> s * INPUTS;

  @Test
  void a_run_that_is_watched(Subject make, RandomKey key) {
    float[] weights = watched(make, 0.6, key);

    expect("weights()", weights)
        .remark("predicted-each-10")
        .diagnoseIf(
            "EVAL_DRAWS",
            () ->
                alike(weights, run(0.6, key, s -> (s + s / 10) * INPUTS))
                    && predictsWithAll(make, key))
        .at("weights") // where it shows, for where it happens is to be found
        .diagnoseIf(
            "DROPS_IN_EVAL",
            () ->
                alike(weights, run(0.6, key, s -> (s + s / 10) * INPUTS))
                    && predictsWithSome(make, key))
        .at("predict")
        .diagnoseIf("REWINDS", alike(weights, run(0.6, key, s -> s % 10 * INPUTS)))
        .at("predict")
        .diagnoseIf("SAME_EVERY_STEP", alike(weights, run(0.6, key, s -> 0)))
        .at("learn")
        .diagnoseIf("NEVER_DROPS", alike(weights, run(0, key, RIGHT)))
        .at("learn")
        .diagnoseIf("CHANGES_THE_RUN", () -> alike(weights, unwatched(make, 0.6, key)))
        .at("learn")
        .toBeWithin(1e-4, 1e-5, run(0.6, key, RIGHT));
  }

  @Test
  void a_run_that_is_not_watched(Subject make, RandomKey key) {
    expect("weights()", unwatched(make, 0.6, key))
        .remark("not-predicted")
        .at("learn")
        .toBeWithin(1e-4, 1e-5, run(0.6, key, RIGHT));
  }

  @Test
  void a_run_that_begins_with_predictions(Subject make, RandomKey key) {
    for (int times = 1; times <= 3; times++) {
      Neuron neuron = make.neuron(INPUTS, 0.6, key);
      for (int i = 0; i < times; i++) {
        neuron.predict(x(i));
      }
      learn(neuron, STEPS);

      expect("weights()", neuron.weights())
          .remark("predicted-first", times)
          .at("predict")
          .toBeWithin(1e-4, 1e-5, run(0.6, key, RIGHT));
    }
  }

  @Test
  void any_p_and_any_key(Subject make, RandomKey key) {
    for (double p : new double[] {0, 0.1, 0.3, 0.8, 0.975, 1}) {
      RandomKey child = key.split((long) (10 * p));

      expect("weights()", watched(make, p, child))
          .remark("with-p", p)
          .toBeWithin(1e-4, 1e-5, run(p, child, RIGHT));
    }
  }

  @Test
  void a_prediction_needs_all_inputs(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, 0.6, key);
    expect("predict(x)", neuron.predict(x(1))).remark("before-learning").toBe(0.0);

    learn(neuron, STEPS);
    double right = sum(neuron.weights(), x(1));

    expect("predict(x)", neuron.predict(x(1)))
        .remark("after-learning")
        .given("x", x(1))
        .given("weights()", neuron.weights())
        .diagnoseIf("SCALES_IN_EVAL", () -> scalesPredictions(make, key))
        .toBeWithin(1e-6, 1e-9, right);
    expect("predict(x)", neuron.predict(x(1))).remark("again").toBeWithin(1e-6, 1e-9, right);
  }

  @Test
  void two_neurons_are_two(Subject make, RandomKey key) {
    Neuron first = make.neuron(INPUTS, 0.6, key);
    Neuron second = make.neuron(3, 0.3, key.split(1));
    for (int s = 0; s < STEPS; s++) {
      first.learn(x(s), target(s), RATE);
      second.learn(new float[] {1, 2, 3}, 4, RATE);
      second.predict(new float[] {1, 2, 3});
    }

    expect("weights()", first.weights()).remark("two").toBeWithin(1e-4, 1e-5, run(0.6, key, RIGHT));
  }

  @Test
  void what_is_given_stays_as_it_was(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, 0.6, key);
    float[] x = x(1);

    neuron.learn(x, 1, RATE);
    expect("x", x).remark("after", "learn(x, 1, 0.01)").toBe(x(1));
    neuron.predict(x);
    expect("x", x).remark("after", "predict(x)").toBe(x(1));
  }

  @Test
  void the_weights_stay_with_the_neuron(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, 0.6, key);
    learn(neuron, STEPS);
    float[] before = neuron.weights().clone();
    Arrays.fill(neuron.weights(), 7);

    expect("weights()", neuron.weights()).remark("written").toBe(before);
  }

  @Test
  void without_inputs_there_is_nothing_to_learn(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(0, 0.6, key);
    neuron.learn(new float[0], 1, RATE);

    expect("weights()", neuron.weights()).remark("after", "learn(x, 1, 0.01)").toBe(new float[0]);
    expect("predict(x)", neuron.predict(new float[0])).toBe(0.0);
  }

  private static float[] watched(Subject make, double p, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, p, key);
    for (int s = 0; s < STEPS; s++) {
      neuron.learn(x(s), target(s), RATE);
      if (s % 10 == 9) {
        neuron.predict(x(s));
      }
    }
    return neuron.weights();
  }

  /** Whether all inputs count in each of many predictions. */
  private static boolean predictsWithAll(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, 0.6, key);
    learn(neuron, STEPS);
    float[] w = neuron.weights();
    return IntStream.range(0, 30)
        .allMatch(i -> Math.abs(neuron.predict(x(i)) - sum(w, x(i))) < 1e-6);
  }

  /** Whether each of many predictions goes on with the numbers of the key, and drops by them. */
  private static boolean predictsWithSome(Subject make, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, 0.6, key);
    learn(neuron, STEPS);
    float[] w = neuron.weights();
    return IntStream.range(0, 30)
        .allMatch(
            n -> {
              float[] kept = x(n);
              for (int i = 0; i < INPUTS; i++) {
                boolean keep = key.uniform((STEPS + n) * INPUTS + i) < 1 - 0.6;
                kept[i] = keep ? (float) (kept[i] / (1 - 0.6)) : 0;
              }
              return Math.abs(neuron.predict(x(n)) - sum(w, kept)) < 1e-5;
            });
  }

  /** Whether predictions are q times what they should be, at two rates. */
  private static boolean scalesPredictions(Subject make, RandomKey key) {
    return DoubleStream.of(0.6, 0.3)
        .allMatch(
            p -> {
              Neuron neuron = make.neuron(INPUTS, p, key);
              learn(neuron, STEPS);
              float[] w = neuron.weights();
              return IntStream.range(0, 10)
                  .allMatch(i -> Math.abs(neuron.predict(x(i)) - (1 - p) * sum(w, x(i))) < 1e-5);
            });
  }

  private static float[] unwatched(Subject make, double p, RandomKey key) {
    Neuron neuron = make.neuron(INPUTS, p, key);
    learn(neuron, STEPS);
    return neuron.weights();
  }

  private static void learn(Neuron neuron, int steps) {
    for (int s = 0; s < steps; s++) {
      neuron.learn(x(s), target(s), RATE);
    }
  }

  /** The weights after all steps, if step s begins with the number of the key that is given. */
  private static float[] run(double p, RandomKey key, IntUnaryOperator position) {
    double q = 1 - p;
    float[] w = new float[INPUTS];
    for (int s = 0; s < STEPS; s++) {
      float[] kept = x(s);
      for (int i = 0; i < INPUTS; i++) {
        boolean keep = key.uniform(position.applyAsInt(s) + i) < q;
        kept[i] = keep ? (float) (kept[i] / q) : 0;
      }
      double error = sum(w, kept) - target(s);
      for (int i = 0; i < INPUTS; i++) {
        w[i] -= (float) (RATE * error * kept[i]);
      }
    }
    return w;
  }

  private static double sum(float[] w, float[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (double) w[i] * x[i];
    }
    return sum;
  }

  private static boolean alike(float[] weights, float[] others) {
    if (weights.length != others.length) {
      return false;
    }
    for (int i = 0; i < weights.length; i++) {
      if (!(Math.abs(weights[i] - others[i]) <= 1e-5 + 1e-4 * Math.abs(others[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Example s: of both signs, and 0 here and there. */
  private static float[] x(int s) {
    float[] x = new float[INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      x[i] = ((s * 7 + i * 3) % 10 - 4) / 3f;
    }
    return x;
  }

  private static double target(int s) {
    return s % 5 - 1.5;
  }
}
