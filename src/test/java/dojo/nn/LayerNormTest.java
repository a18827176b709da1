package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayerNormTest {
  private static final Tensor X =
      Tensor.ofRows(new float[] {1, 2, 3, 6}, new float[] {10, -10, 0, 4});
  private static final LayerNorm LAYER =
      new LayerNorm(
          Tensor.of(new float[] {1, 2, -1, .5f}, 4), Tensor.of(new float[] {0, 1, 2, 3}, 4), .5);

  @Test
  void the_values_are_those_of_another_program() {
    // NumPy, in float64: γ * (x - x.mean(1, keepdims=True)) / sqrt(x.var(1, keepdims=True) + .5) +
    // β
    double[] expected = {
      -1.0,
      0.0,
      2.0,
      3.75,
      1.2304546686443938,
      -2.0077780789085184,
      2.1367171854049327,
      3.205075778107399
    };
    float[] y = LAYER.apply(X, Mode.eval()).toArray();
    for (int i = 0; i < 8; i++) {
      assertEquals(expected[i], y[i], 1e-6);
    }
  }

  @Test
  void every_example_is_on_its_own_in_training_too() {
    Tensor all = LAYER.apply(X, Mode.train(RandomKey.of(1)));
    assertEquals(all, LAYER.apply(X, Mode.eval()));
    assertEquals(all.rows(1), LAYER.apply(X.rows(1), Mode.eval()));
    assertEquals(all.reshape(1, 2, 4), LAYER.apply(X.reshape(1, 2, 4), Mode.eval()));
  }

  @Test
  void neither_size_nor_shift_of_an_example_matters_before_stretching() {
    LayerNorm plain = new LayerNorm(Tensor.ones(4), Tensor.zeros(4), 1e-12);
    Tensor y = plain.apply(X, Mode.eval());
    assertEquals(y, plain.apply(X.map(x -> 8 * x + 16), Mode.eval()));
    assertEquals(0, y.mean(), 1e-7);
    assertEquals(1, y.variance(), 1e-6);
  }

  @Test
  void without_units_there_is_nothing_to_normalise() {
    Tensor nothing = Tensor.zeros(3, 0);
    assertEquals(nothing, LayerNorm.of(0).apply(nothing, Mode.eval()));
  }

  @Test
  void printing_tells_the_number_of_units() {
    assertEquals("LayerNorm(4)", LAYER.toString());
    assertEquals(new LayerNorm(Tensor.ones(3), Tensor.zeros(3), 1e-5), LayerNorm.of(3));
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "the input must be [batch, …, 4], but its shape was [4, 3]",
        () -> LAYER.forward(Tensor.zeros(4, 3), Mode.eval()));
    assertRejected(
        "the input must be [batch, …, 4], but its shape was [4]",
        () -> LAYER.forward(Tensor.zeros(4), Mode.eval()));
    assertRejected(
        "layer normalisation has one number of each kind per channel, but the shapes were [[2],"
            + " [3]]",
        () -> new LayerNorm(Tensor.ones(2), Tensor.ones(3), .1));
    assertRejected(
        "epsilon must be above 0 and finite, but was NaN",
        () -> new LayerNorm(Tensor.ones(2), Tensor.ones(2), Double.NaN));
    assertRejected(
        "the gradient must be [2, 4], but its shape was [4, 2]"
            + ": pass the gradient of the loss at this output",
        () -> LAYER.forward(X, Mode.eval()).pullback().apply(Tensor.zeros(4, 2)));
  }
}
