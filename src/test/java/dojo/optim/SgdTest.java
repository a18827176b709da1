package dojo.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {
  private static final RandomKey KEY = RandomKey.of(9);

  @Test
  void plain_descent_subtracts_the_scaled_gradient() {
    List<Tensor> w = List.of(Tensor.of(new float[] {1, -2}, 2), Tensor.full(4, 1, 1));
    List<Tensor> g = List.of(Tensor.of(new float[] {8, 4}, 2), Tensor.full(-2, 1, 1));
    Sgd sgd = Sgd.of(0.25);
    Optimizer.Step step = sgd.step(w, g, sgd.start(w));
    assertEquals(
        List.of(Tensor.of(new float[] {-1, -3}, 2), Tensor.full(4.5, 1, 1)), step.parameters());
  }

  @Test
  void momentum_remembers_earlier_gradients() {
    Sgd sgd = new Sgd(0.5, 0.75);
    List<Tensor> w = List.of(Tensor.full(0, 1));
    Optimizer.State state = sgd.start(w);
    // v: 4, 4·0.75 − 2 = 1, 0.75, 0.75·0.75 + 8;  w: −2, −2.5, −2.875, −2.875 − 4.28125
    float[] gradients = {4, -2, 0, 8};
    float[] expected = {-2, -2.5f, -2.875f, -7.15625f};
    for (int t = 0; t < 4; t++) {
      Optimizer.Step step = sgd.step(w, List.of(Tensor.full(gradients[t], 1)), state);
      w = step.parameters();
      state = step.state();
      assertEquals(List.of(Tensor.full(expected[t], 1)), w);
      assertEquals(t + 1, state.steps());
    }
  }

  @Test
  void nesterov_goes_one_step_of_momentum_further() {
    Sgd sgd = Sgd.nesterov(0.5, 0.75);
    List<Tensor> w = List.of(Tensor.full(0, 1));
    Optimizer.State state = sgd.start(w);
    // v: 4, 1, 0.75;  g + 0.75·v: 7, −1.25, 0.5625;  w: −3.5, −2.875, −3.15625
    float[] gradients = {4, -2, 0};
    float[] expected = {-3.5f, -2.875f, -3.15625f};
    for (int t = 0; t < 3; t++) {
      Optimizer.Step step = sgd.step(w, List.of(Tensor.full(gradients[t], 1)), state);
      w = step.parameters();
      state = step.state();
      assertEquals(List.of(Tensor.full(expected[t], 1)), w);
    }
  }

  @Test
  void without_momentum_there_is_nothing_to_look_ahead_to() {
    List<Tensor> w = List.of(Tensor.normal(KEY, 9));
    List<Tensor> g = List.of(Tensor.normal(KEY.split(0), 9));
    Sgd plain = Sgd.of(0.1);
    assertEquals(plain.step(w, g, plain.start(w)), Sgd.nesterov(0.1, 0).step(w, g, plain.start(w)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void many_steps_agree_with_float64(double mu) {
    Sgd sgd = new Sgd(0.01, mu);
    List<Tensor> w = List.of(Tensor.normal(KEY, 6));
    Optimizer.State state = sgd.start(w);
    double[] exact = new double[6];
    double[] v = new double[6];
    for (int i = 0; i < 6; i++) {
      exact[i] = w.get(0).get(i);
    }
    for (int t = 0; t < 20; t++) {
      Tensor g = Tensor.normal(KEY.split(t), 6);
      Optimizer.Step step = sgd.step(w, List.of(g), state);
      w = step.parameters();
      state = step.state();
      for (int i = 0; i < 6; i++) {
        v[i] = mu * v[i] + g.get(i);
        exact[i] -= 0.01 * v[i];
        assertEquals(exact[i], w.get(0).get(i), 1e-5); // 20 steps, each rounded by about 1e-7
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_learning_rate_that_is_not_above_0_and_finite_is_rejected(double rate) {
    var e = assertThrows(IllegalArgumentException.class, () -> Sgd.of(rate));
    assertEquals("learning rate must be above 0 and finite, but was " + rate, e.getMessage());
  }

  @Test
  void the_first_state_is_no_step_and_zeros() {
    assertEquals(
        new Optimizer.State(0, List.of(Tensor.zeros(3))),
        Sgd.of(0.1).start(List.of(Tensor.ones(3))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void a_momentum_outside_0_to_1_is_rejected(double mu) {
    var e = assertThrows(IllegalArgumentException.class, () -> new Sgd(0.1, mu));
    assertEquals("momentum must be in [0, 1), but was " + mu, e.getMessage());
  }
}
