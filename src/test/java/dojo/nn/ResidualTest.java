package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResidualTest {
  private static final RandomKey KEY = RandomKey.of(16);
  private static final Linear LINEAR = Linear.he(3, 3, KEY);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 4, 3);

  @Test
  void the_input_is_added_to_what_the_block_answers() {
    assertEquals(X.plus(LINEAR.apply(X, Mode.eval())), new Residual(LINEAR).apply(X, Mode.eval()));
    Tensor g = Tensor.normal(KEY.split("g"), 4, 3);
    Gradients expected = LINEAR.forward(X, Mode.eval()).pullback().apply(g);
    Gradients found = new Residual(LINEAR).forward(X, Mode.eval()).pullback().apply(g);
    assertEquals(g.plus(expected.input()), found.input());
    assertEquals(expected.parameters(), found.parameters());
  }

  @Test
  void an_empty_block_doubles() {
    assertEquals(X.times(2), Residual.around().apply(X, Mode.eval()));
  }

  @Test
  void printing_shows_the_block() {
    assertEquals("Residual(x + Linear(3 → 3))", new Residual(LINEAR).toString());
    assertEquals(
        """
        Sequential(
          0: Residual(x + Sequential(
              0: Linear(3 → 3)
              1: Relu
            )  12 parameters)
          1: Linear(3 → 3)
        )  24 parameters""",
        Sequential.of(Residual.around(LINEAR, new Relu()), LINEAR).toString());
  }

  @Test
  void a_block_that_changes_the_shape_is_rejected() {
    Residual layer = new Residual(Linear.he(3, 5, KEY));
    var e = assertThrows(IllegalArgumentException.class, () -> layer.forward(X, Mode.eval()));
    assertEquals(
        "a block with a skip connection must keep the shape of its input, but made [4, 5] of [4, 3]",
        e.getMessage());
  }
}
