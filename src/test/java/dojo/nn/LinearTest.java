package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.random.RandomKey;
import dojo.support.Statistics;
import dojo.tensor.Tensor;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class LinearTest {
  private static final RandomKey KEY = RandomKey.of(5);
  private static final Linear LAYER =
      new Linear(
          Tensor.ofRows(new float[] {1, 2, 3}, new float[] {-1, 0, 0.5f}),
          Tensor.of(new float[] {10, 20, 30}, 3));
  private static final Tensor X = Tensor.ofRows(new float[] {1, 2}, new float[] {0, -4});

  @Test
  void the_output_is_x_times_w_plus_b() {
    Tensor expected = Tensor.ofRows(new float[] {9, 22, 34}, new float[] {14, 20, 28});
    assertEquals(expected, LAYER.apply(X, Mode.eval()));
    assertEquals(expected, LAYER.apply(X, Mode.train(KEY)));
  }

  @Test
  void the_gradients_are_those_computed_by_hand() {
    Tensor g = Tensor.ofRows(new float[] {1, 0, -1}, new float[] {0, 2, 1});
    Gradients gradients = LAYER.forward(X, Mode.eval()).pullback().apply(g);
    assertEquals(Tensor.ofRows(new float[] {-2, -1.5f}, new float[] {7, 0.5f}), gradients.input());
    assertEquals(
        List.of(
            Tensor.ofRows(new float[] {1, 0, -1}, new float[] {2, -8, -6}),
            Tensor.of(new float[] {1, 2, 0}, 3)),
        gradients.parameters());
  }

  @Test
  void he_draws_weights_of_variance_2_over_in_and_no_biases() {
    int in = 300;
    int out = 200;
    Linear layer = Linear.he(in, out, KEY);
    assertEquals(Tensor.zeros(out), layer.bias());
    double[] weights = new double[in * out];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = layer.weight().get(i / out, i % out);
    }
    NormalDistribution law = NormalDistribution.of(0, Math.sqrt(2.0 / in));
    Statistics.assertLaw("weights of He", weights, law::cumulativeProbability, KEY);
    // the squares of n standard normal numbers add up to χ²(n)
    double squares = layer.weight().times(layer.weight()).sum() * in / 2;
    Statistics.assertChiSquared("squares", squares, weights.length, weights.length, KEY);
  }

  @Test
  void he_is_a_function_of_its_key() {
    assertEquals(Linear.he(3, 4, KEY), Linear.he(3, 4, KEY));
    assertNotEquals(Linear.he(3, 4, KEY), Linear.he(3, 4, KEY.split(0)));
  }

  @Test
  void scaling_touches_the_weights_only() {
    assertEquals(new Linear(LAYER.weight().times(0.5), LAYER.bias()), LAYER.scaled(0.5));
  }

  @Test
  void printing_tells_the_lengths() {
    assertEquals("Linear(2 → 3)", LAYER.toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "a linear layer has weights [in, out] and biases [out], but the shapes were [2, 3] and [2]",
        () -> new Linear(Tensor.zeros(2, 3), Tensor.zeros(2)));
    assertRejected(
        "a linear layer has weights [in, out] and biases [out], but the shapes were [6] and [6]",
        () -> new Linear(Tensor.zeros(6), Tensor.zeros(6)));
    assertRejected(
        "the input must be [batch, 2], but its shape was [2, 3]",
        () -> LAYER.forward(Tensor.zeros(2, 3), Mode.eval()));
    assertRejected(
        "the input must be [batch, 2], but its shape was [2]",
        () -> LAYER.forward(Tensor.zeros(2), Mode.eval()));
    assertRejected(
        "the parameters of Linear(2 → 3) have shapes [[2, 3], [3]], but were [[3, 2], [3]]",
        () -> LAYER.withParameters(List.of(Tensor.zeros(3, 2), Tensor.zeros(3))));
    assertRejected(
        "the parameters of Linear(2 → 3) have shapes [[2, 3], [3]], but were [[2, 3]]",
        () -> LAYER.withParameters(List.of(Tensor.zeros(2, 3))));
  }
}
