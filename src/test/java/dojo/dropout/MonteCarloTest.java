package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.BatchNorm;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloTest {
  private static final RandomKey KEY = RandomKey.of(1506);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 6, 4);

  private static Sequential net(double p) {
    return Sequential.of(
        Linear.he(4, 16, KEY.split(0)), new Relu(), Dropout.of(p), Linear.he(16, 3, KEY.split(1)));
  }

  @Test
  void the_mean_is_that_of_probabilities_and_the_variance_that_of_a_sample() {
    MonteCarlo.Prediction found = MonteCarlo.of(7).classify(net(.5), X, KEY);
    double[][] p = new double[7][18];
    for (int t = 0; t < 7; t++) {
      Tensor logits = net(.5).apply(X, Mode.train(KEY.split(t)));
      for (int i = 0; i < 18; i++) {
        p[t][i] = SoftmaxCrossEntropy.softmax(logits).get(i / 3, i % 3);
      }
    }
    for (int i = 0; i < 18; i++) {
      int place = i;
      double mean = IntStream.range(0, 7).mapToDouble(t -> p[t][place]).sum() / 7;
      double squares =
          IntStream.range(0, 7).mapToDouble(t -> Math.pow(p[t][place] - mean, 2)).sum();
      assertEquals(mean, found.mean().get(i / 3, i % 3), 1e-7);
      assertEquals(squares / 6, found.variance().get(i / 3, i % 3), 1e-7);
    }
    for (int n = 0; n < 6; n++) {
      double total = 0;
      double expected = 0;
      for (int j = 0; j < 3; j++) {
        double mean = found.mean().get(n, j);
        total -= mean * Math.log(mean);
        for (int t = 0; t < 7; t++) {
          expected -= p[t][3 * n + j] * Math.log(p[t][3 * n + j]) / 7;
        }
      }
      assertEquals(total, found.entropy().get(n), 1e-6);
      assertEquals(total - expected, found.mutualInformation().get(n), 1e-6);
    }
  }

  /** Two masks, both equally likely, that give the opposite answers with certainty. */
  @Test
  void masks_that_contradict_each_other_make_the_model_unsure_of_its_weights() {
    Sequential quarrel =
        Sequential.of(
            Dropout.of(.5), // 0 or 2
            new Linear(
                Tensor.ofRows(new float[] {1000, -1000}), Tensor.of(new float[] {-1000, 1000}, 2)));
    int passes = 10_000;
    MonteCarlo.Prediction found = MonteCarlo.of(passes).classify(quarrel, Tensor.ones(1, 1), KEY);
    double yes = found.mean().get(0, 0);
    assertStandardNormal("passes that say yes", (yes - .5) * 2 * Math.sqrt(passes), passes, KEY);
    assertEquals(yes * (1 - yes) * passes / (passes - 1), found.variance().get(0, 0), 1e-6);
    assertEquals(found.entropy(), found.mutualInformation()); // no single answer is unsure
    assertEquals(Math.log(2), found.entropy().get(0), 1e-2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30})
  void mutual_information_lies_between_0_and_the_entropy(int passes) {
    MonteCarlo.Prediction found = MonteCarlo.of(passes).classify(net(.4), X.times(100), KEY);
    for (int n = 0; n < 6; n++) {
      assertTrue(found.mutualInformation().get(n) >= 0);
      assertTrue(found.mutualInformation().get(n) <= found.entropy().get(n));
    }
  }

  /** Answers that agree but for rounding have information of either sign, but for a limit. */
  @Test
  void mutual_information_is_never_below_0_by_rounding() {
    Layer net = Sequential.of(Dropout.of(.5), Linear.he(4, 3, KEY.split("tiny")).scaled(1e-4));
    Tensor many = Tensor.normal(KEY.split("many"), 200, 4);
    Tensor information = MonteCarlo.of(7).classify(net, many, KEY).mutualInformation();
    for (int n = 0; n < 200; n++) {
      assertTrue(information.get(n) >= 0, "example " + n + ": " + information.get(n));
    }
  }

  @Test
  void a_class_that_every_pass_rules_out_adds_nothing_to_the_uncertainty() {
    Linear last = Linear.he(16, 3, KEY.split(1));
    Tensor bias = Tensor.of(new float[] {0, 0, Float.NEGATIVE_INFINITY}, 3);
    Layer net = Sequential.of(Dropout.of(.5), new Linear(last.weight(), bias));
    MonteCarlo.Prediction found = MonteCarlo.of(7).classify(net, Tensor.ones(1, 16), KEY);
    assertEquals(0, found.mean().get(0, 2));
    double p = found.mean().get(0, 0);
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertEquals(entropy, found.entropy().get(0), 1e-6);
    assertTrue(found.mutualInformation().get(0) > 0);
  }

  @Test
  void one_pass_has_no_variance_and_no_information() {
    MonteCarlo.Prediction found = MonteCarlo.of(1).classify(net(.5), X, KEY);
    assertEquals(Tensor.full(Double.NaN, 6, 3), found.variance());
    assertEquals(Tensor.zeros(6), found.mutualInformation());
  }

  @Test
  void every_pass_samples_under_a_key_of_its_own() {
    List<Mode> seen = new ArrayList<>();
    Layer spy =
        new Layer() {
          @Override
          public Forward forward(Tensor x, Mode mode) {
            seen.add(mode);
            return Forward.of(x, g -> g);
          }

          @Override
          public boolean isRandom() {
            return true;
          }
        };
    MonteCarlo.of(3).outputs(spy, X, KEY);
    assertEquals(
        List.of(Mode.sample(KEY.split(0)), Mode.sample(KEY.split(1)), Mode.sample(KEY.split(2))),
        seen);
  }

  @Test
  void a_prediction_repeated_is_the_same_and_more_passes_keep_the_first_ones() {
    MonteCarlo five = MonteCarlo.of(5);
    assertEquals(five.classify(net(.5), X, KEY), five.classify(net(.5), X, KEY));
    assertNotEquals(five.classify(net(.5), X, KEY), five.classify(net(.5), X, KEY.split(9)));
    assertEquals(
        five.outputs(net(.5), X, KEY), MonteCarlo.of(8).outputs(net(.5), X, KEY).subList(0, 5));
  }

  /** Of a linear model the mean over the masks is the answer of evaluation. */
  @Test
  void the_mean_of_a_regression_comes_near_to_its_evaluation() {
    int passes = 10_000;
    Sequential linear = Sequential.of(Dropout.of(.4), Linear.he(4, 1, KEY.split(0)));
    List<Tensor> outputs = MonteCarlo.of(passes).outputs(linear, X.rows(0), KEY);
    double mean = MonteCarlo.mean(outputs).get(0, 0);
    double variance = MonteCarlo.variance(outputs).get(0, 0);
    double z =
        (mean - linear.apply(X.rows(0), Mode.eval()).get(0, 0)) / Math.sqrt(variance / passes);
    assertStandardNormal("mean of a regression", z, passes, KEY);
  }

  @Test
  void outputs_of_different_shapes_have_no_mean_and_no_outputs_none() {
    List<Tensor> differ = List.of(Tensor.ones(2, 2), Tensor.ones(4));
    List<Tensor> longer = List.of(Tensor.ones(2), Tensor.ones(3));
    assertRejected("shapes must be equal, but were [2, 2] and [4]", () -> MonteCarlo.mean(differ));
    assertRejected("shapes must be equal, but were [2] and [3]", () -> MonteCarlo.mean(longer));
    assertRejected(
        "shapes must be equal, but were [2, 2] and [4]", () -> MonteCarlo.variance(differ));
    String none = "a mean needs at least one output, but had none";
    assertRejected(none, () -> MonteCarlo.mean(List.of()));
    assertRejected(none, () -> MonteCarlo.variance(List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void passes_below_1_are_rejected(int passes) {
    var e = assertThrows(IllegalArgumentException.class, () -> MonteCarlo.of(passes));
    assertEquals("passes must be at least 1, but was " + passes, e.getMessage());
  }

  @Test
  void an_interrupted_prediction_is_cancelled_and_the_thread_can_go_on() {
    Thread.currentThread().interrupt();
    var e =
        assertThrows(CancellationException.class, () -> MonteCarlo.of(5).classify(net(.5), X, KEY));
    assertEquals("Monte-Carlo prediction was interrupted", e.getMessage());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void a_model_without_noise_is_rejected(double p) {
    Sequential quiet = net(p);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> MonteCarlo.of(5).classify(quiet, X, KEY));
    assertEquals(
        "Monte-Carlo prediction needs a model with noise, such as Dropout with 0 < p < 1, but the"
            + " output of this one never varies: "
            + quiet,
        e.getMessage());
  }

  @Test
  void an_answer_does_not_depend_on_its_neighbours_though_there_is_batch_normalisation() {
    RandomKey key = RandomKey.of(5);
    Tensor x = Tensor.normal(key.split("x"), 6, 4);
    Layer model =
        Sequential.of(BatchNorm.of(4), Linear.he(4, 3, key), Residual.around(Dropout.of(0.5)))
            .calibrated(x, Mode.eval());
    // the first rows of a batch draw the same coins however many rows follow
    Tensor together = model.apply(x, Mode.sample(key));
    Tensor alone = model.apply(x.rows(0, 1), Mode.sample(key));
    assertEquals(alone, together.rows(0, 1));
    assertNotEquals(alone, model.apply(x.rows(0, 1), Mode.train(key)));
  }

  @Test
  void noise_inside_other_layers_is_found() {
    RandomKey key = RandomKey.of(6);
    assertTrue(Residual.around(Dropout.of(0.5)).isRandom());
    assertTrue(Rnn.of(2, 3, key).withOnState(Dropout.of(0.5)).isRandom());
    assertFalse(Rnn.of(2, 3, key).isRandom());
    Layer model = Sequential.of(Residual.around(Lstm.of(2, 2, key).withOnState(Dropout.of(0.5))));
    assertEquals(List.of(new DropRate(0.1)), Rates.of(Rates.with(model, new DropRate(0.1))));
  }
}
