package dojo.train;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private static final RandomKey KEY = RandomKey.of(70);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 40, 3);
  private static final Tensor Y = Tensor.normal(KEY.split("y"), 40, 1);

  private static double objective(Tensor w, double... penalties) {
    Tensor residual = Y.minus(X.matmul(w));
    double sum = residual.times(residual).sum();
    for (int j = 0; j < penalties.length; j++) {
      sum += penalties[j] * w.get(j, 0) * w.get(j, 0);
    }
    return sum;
  }

  @Test
  void two_weights_are_those_computed_by_hand() {
    // XᵀX + diag = [[5 + 1, 0], [0, 4 + 4]], Xᵀy = [12, 8]
    Tensor x = Tensor.ofRows(new float[] {1, 0}, new float[] {2, 0}, new float[] {0, 2});
    Tensor y = Tensor.ofRows(new float[] {2}, new float[] {5}, new float[] {4});
    Linear layer = Ridge.fit(x, y, 1, 4);
    assertEquals(Tensor.ofRows(new float[] {2}, new float[] {1}), layer.weight());
    assertEquals(Tensor.zeros(1), layer.bias());
  }

  @Test
  void without_a_penalty_a_linear_function_is_found_again() {
    Tensor w = Tensor.of(new float[] {1, -2, .5f}, 3, 1);
    Tensor found = Ridge.fit(X, X.matmul(w), 0, 0, 0).weight();
    assertTrue(found.minus(w).map(Math::abs).sum() < 1e-5, found.toString());
  }

  @Test
  void every_step_away_from_the_weights_makes_the_objective_larger() {
    double[] penalties = {3, 0, 20};
    Tensor w = Ridge.fit(X, Y, penalties).weight();
    for (int j = 0; j < 3; j++) {
      for (double step : new double[] {-.05, .05}) {
        int at = j;
        Tensor other = w.plus(Tensor.generate(i -> i == at ? step : 0, 3, 1));
        assertTrue(objective(other, penalties) > objective(w, penalties) + 1e-3, "step in " + j);
      }
    }
  }

  @Test
  void a_layer_predicts_what_its_weights_say() {
    Linear layer = Ridge.fit(X, Y, 1, 1, 1);
    assertEquals(X.matmul(layer.weight()), layer.apply(X, Mode.eval()));
  }

  @Test
  void what_has_no_single_answer_is_refused_and_a_penalty_gives_it_one() {
    Tensor twice = Tensor.generate(i -> i % 3 == 2 ? X.get(i / 3, 0) : X.get(i / 3, i % 3), 40, 3);
    assertRejected(
        "input 2 is 0 or follows from those before it, or is not finite, so more than one w is"
            + " best: give it a penalty, or leave it out",
        () -> Ridge.fit(twice, Y, 0, 0, 0));
    Tensor w = Ridge.fit(twice, Y, 1, 1, 1).weight();
    assertEquals(w.get(0, 0), w.get(2, 0), 1e-6);
  }

  @Test
  void other_shapes_and_penalties_are_refused() {
    assertRejected(
        "ridge needs x [examples, inputs], y [examples, 1] and a penalty for each input, but the"
            + " shapes were [40, 3] and [40, 1], and there were 2 penalties",
        () -> Ridge.fit(X, Y, 1, 1));
    for (double penalty : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(
          "a penalty must be at least 0 and finite, but was " + penalty,
          () -> Ridge.fit(X, Y, 1, penalty, 1));
    }
  }
}
