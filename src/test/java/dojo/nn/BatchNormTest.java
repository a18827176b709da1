package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final RandomKey KEY = RandomKey.of(15);
  private static final Mode TRAIN = Mode.train(KEY);
  private static final Tensor X =
      Tensor.ofRows(
          new float[] {1, 10}, new float[] {2, -10}, new float[] {3, 0}, new float[] {6, 4});

  /** ε is large, so that forgetting it would be seen. */
  private static final BatchNorm LAYER =
      new BatchNorm(
          Tensor.of(new float[] {2, .5f}, 2),
          Tensor.of(new float[] {1, -1}, 2),
          .5,
          Population.none(2));

  // NumPy, in float64: xh = (x - x.mean(0)) / numpy.sqrt(x.var(0) + .5)
  @Test
  void the_values_are_those_of_another_program() {
    // [2, .5] * xh + [1, -1]
    double[] expected = {
      -1.0,
      -0.3847726656778031,
      0.0,
      -1.7519445197271297,
      1.0,
      -1.0683585927024664,
      4.0,
      -0.794924221892601
    };
    assertNear(expected, LAYER.apply(X, TRAIN));
  }

  @Test
  void the_gradients_are_those_of_another_program() {
    Tensor g =
        Tensor.ofRows(
            new float[] {1, 0}, new float[] {0, 2}, new float[] {0, -1}, new float[] {0, 0});
    Gradients gradients = LAYER.forward(X, TRAIN).pullback().apply(g);
    // [2, .5] / numpy.sqrt(x.var(0) + .5) * (g - g.mean(0) - xh * (g * xh).mean(0))
    double[] dx = {
      0.5,
      0.04328312762235602,
      -0.375,
      0.045838589031794004,
      -0.25,
      -0.09215632707785765,
      0.125,
      0.003034610423707616
    };
    assertNear(dx, gradients.input());
    // (g * xh).sum(0), g.sum(0)
    assertNear(new double[] {-1.0, -2.8710608935035857}, gradients.parameters().get(0));
    assertNear(new double[] {1, 1}, gradients.parameters().get(1));
  }

  private static void assertNear(double[] expected, Tensor found) {
    float[] values = found.toArray();
    assertEquals(expected.length, values.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values[i], 1e-6);
    }
  }

  @Test
  void a_batch_in_training_has_the_mean_and_the_spread_asked_for() {
    Tensor x = Tensor.normal(KEY, 1000, 1).times(3).map(v -> v + 100);
    Tensor y =
        new BatchNorm(Tensor.full(2, 1), Tensor.full(5, 1), 1e-5, Population.none(1))
            .apply(x, TRAIN);
    assertEquals(5, y.mean(), 1e-5);
    assertEquals(4, y.variance(), 1e-4);
  }

  @Test
  void evaluating_uses_the_population_and_nothing_of_the_batch() {
    BatchNorm ready = LAYER.calibrated(X, TRAIN);
    Tensor all = ready.apply(X, Mode.eval());
    for (int i = 0; i < 4; i++) {
      assertEquals(all.rows(i), ready.apply(X.rows(i), Mode.eval()));
    }
    assertNotEquals(all.rows(0, 1), ready.apply(X.rows(0, 1), TRAIN)); // there the batch decides
  }

  @Test
  void a_pass_for_its_noise_alone_uses_the_population_too() {
    BatchNorm ready = LAYER.calibrated(X, TRAIN);
    Tensor part = X.rows(0, 1);
    assertEquals(ready.apply(part, Mode.eval()), ready.apply(part, Mode.sample(KEY)));
  }

  @Test
  void evaluating_the_population_itself_gives_what_training_on_it_gave_to_the_bit() {
    Tensor x = Tensor.normal(KEY, 6, 2, 3, 4);
    assertEquals(LAYER.apply(x, TRAIN), LAYER.calibrated(x, TRAIN).apply(x, Mode.eval()));
  }

  @Test
  void the_population_is_the_mean_and_the_mean_square_distance_from_it() {
    Population population = LAYER.calibrated(X, TRAIN).population();
    assertEquals(
        new Population(Tensor.of(new float[] {3, 1}, 2), Tensor.of(new float[] {3.5f, 53}, 2), 4),
        population);
    assertEquals(2 * 3 * 4, LAYER.calibrated(Tensor.ones(2, 2, 3, 4), TRAIN).population().count());
  }

  @Test
  void images_are_normalised_over_examples_and_places_alike() {
    Tensor images = Tensor.normal(KEY, 3, 2, 2, 5);
    Tensor rows = Tensor.generate(i -> at(images, i), 30, 2); // one row per example and place
    Tensor expected = LAYER.apply(rows, TRAIN);
    Tensor found = LAYER.apply(images, TRAIN);
    Tensor g = Tensor.normal(KEY.split(0), 3, 2, 2, 5);
    Gradients expectedBack =
        LAYER.forward(rows, TRAIN).pullback().apply(Tensor.generate(i -> at(g, i), 30, 2));
    Gradients back = LAYER.forward(images, TRAIN).pullback().apply(g);
    assertEquals(expected, Tensor.generate(i -> at(found, i), 30, 2)); // the order of sums is kept
    assertEquals(expectedBack.input(), Tensor.generate(i -> at(back.input(), i), 30, 2));
    assertEquals(expectedBack.parameters(), back.parameters());
  }

  private static float at(Tensor images, int i) {
    int place = i / 2 % 10;
    return images.get(i / 20, i % 2, place / 5, place % 5);
  }

  @Test
  void the_backward_pass_of_an_evaluation_is_that_of_finite_differences() {
    BatchNorm ready = LAYER.calibrated(X, TRAIN);
    Tensor g = Tensor.normal(KEY, 4, 2);
    Gradients gradients = ready.forward(X, Mode.eval()).pullback().apply(g);
    SmoothGradientCheck.check(
        "x", at -> ready.apply(at, Mode.eval()).times(g).sum(), X, gradients.input());
    // γ and β enter training and evaluating alike
    assertEquals(LAYER.forward(X, TRAIN).pullback().apply(g).parameters(), gradients.parameters());
  }

  @Test
  void what_calibrates_reaches_each_layer_through_calibrated_ones() {
    Sequential model =
        Sequential.of(LAYER, Residual.around(Linear.he(2, 2, KEY), BatchNorm.of(2)), LAYER);
    assertTrue(model.needsCalibration());
    Sequential ready = model.calibrated(X, TRAIN);
    assertFalse(ready.needsCalibration());
    assertEquals(model.apply(X, TRAIN), ready.apply(X, Mode.eval()));
    assertEquals(ready, model.calibrated(X, Mode.eval())); // no layer here is noisy
    assertEquals(ready, ready.calibrated(X, TRAIN)); // measured again, the same
    assertEquals(model.parameters(), ready.parameters());
  }

  @Test
  void new_parameters_forget_the_population() {
    BatchNorm ready = LAYER.calibrated(X, TRAIN);
    assertEquals(LAYER, ready.withParameters(ready.parameters()));
    Sequential model = Sequential.of(Linear.he(2, 2, KEY), ready);
    assertTrue(model.withParameters(model.parameters()).needsCalibration());
  }

  @Test
  void layers_without_a_population_need_no_calibration() {
    Linear linear = Linear.he(2, 2, KEY);
    assertFalse(Sequential.of(linear, Residual.around(new Relu())).needsCalibration());
    assertEquals(linear, linear.calibrated(X, TRAIN));
  }

  @Test
  void evaluating_without_a_population_is_an_error_that_says_what_to_do() {
    var e = assertThrows(IllegalStateException.class, () -> LAYER.apply(X, Mode.eval()));
    assertEquals(
        "BatchNorm(2) has not measured its population: call model.calibrated(x, mode) with the"
            + " training inputs before evaluating",
        e.getMessage());
  }

  @Test
  void printing_tells_whether_it_is_calibrated() {
    assertEquals("BatchNorm(2)", LAYER.toString());
    assertEquals("BatchNorm(2, calibrated)", LAYER.calibrated(X, TRAIN).toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "a batch of 1 has no variance to normalise by: choose a batch size that leaves no single"
            + " example over",
        () -> LAYER.forward(Tensor.zeros(1, 2), TRAIN));
    String input = "the input must be [batch, 2] or [batch, 2, height, width], but its shape was ";
    assertRejected(input + "[4, 3]", () -> LAYER.forward(Tensor.zeros(4, 3), TRAIN));
    assertRejected(input + "[4, 2, 3]", () -> LAYER.calibrated(Tensor.zeros(4, 2, 3), TRAIN));
    assertRejected(
        "the gradient must be [4, 2], but its shape was [2, 4]"
            + ": pass the gradient of the loss at this output",
        () -> LAYER.forward(X, TRAIN).pullback().apply(Tensor.zeros(2, 4)));
    assertRejected(
        "batch normalisation has one number of each kind per channel, but the shapes were [[2],"
            + " [3], [2], [2]]",
        () -> new BatchNorm(Tensor.ones(2), Tensor.ones(3), .1, Population.none(2)));
    assertRejected(
        "epsilon must be above 0 and finite, but was 0.0",
        () -> new BatchNorm(Tensor.ones(2), Tensor.ones(2), 0, Population.none(2)));
    assertRejected(
        "the parameters of BatchNorm(2) have shapes [[2], [2]], but were [[2]]",
        () -> LAYER.withParameters(List.of(Tensor.ones(2))));
  }

  @Test
  void statistics_that_float32_cannot_hold_normalise_a_batch_all_the_same() {
    BatchNorm norm = BatchNorm.of(4);
    Tensor x =
        Tensor.ofRows(
            new float[] {16_777_216, 3e19f, -3e38f, 1}, new float[] {16_777_218, -3e19f, 3e38f, 3});
    Forward pass = norm.forward(x, Mode.train(RandomKey.of(1)));
    for (int c = 0; c < 4; c++) {
      float low = c % 3 == 0 ? -1 : 1;
      assertEquals(low * (c == 2 ? -1 : 1), pass.output().get(0, c), 1e-5);
      assertEquals(-low * (c == 2 ? -1 : 1), pass.output().get(1, c), 1e-5);
    }
    // two numbers are ±1 whatever they are, so that nothing depends on either
    Tensor g = Tensor.ofRows(new float[] {1, 1, 1, 1}, new float[] {0, 2, 3, 4});
    for (float dx : pass.pullback().apply(g).input().toArray()) {
      assertEquals(0, dx, 1e-4);
    }
    // a population is float32: what it cannot hold is seen
    Tensor y = norm.calibrated(x, Mode.eval()).apply(x, Mode.eval());
    assertTrue(Float.isNaN(y.get(0, 1)) && Float.isNaN(y.get(1, 2)));
    assertEquals(-1, y.get(0, 3), 1e-5);
  }
}
