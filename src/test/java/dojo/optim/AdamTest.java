package dojo.optim;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {
  private static final RandomKey KEY = RandomKey.of(10);

  @Test
  void five_steps_are_those_of_another_program() {
    // algorithm 1 of the paper in float64 (NumPy), from w = 1 with these gradients
    float[] gradients = {0.5f, -0.25f, 2, 0, 1e-3f};
    double[] expected = {
      0.900000002, 0.8733662987078463, 0.8063015345291531, 0.7513661605487791, 0.7049069525181731
    };
    Adam adam = Adam.of(0.1);
    List<Tensor> w = List.of(Tensor.ones(1));
    Optimizer.State state = adam.start(w);
    for (int t = 0; t < 5; t++) {
      Optimizer.Step step = adam.step(w, List.of(Tensor.full(gradients[t], 1)), state);
      w = step.parameters();
      state = step.state();
      assertEquals(expected[t], w.get(0).get(0), 1e-6); // a few roundings to float32
      assertEquals(t + 1, state.steps());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9, 0.99})
  void many_steps_agree_with_the_formulas_in_float64(double beta1) {
    double beta2 = 0.98;
    double epsilon = 1e-3; // large enough to matter
    Adam adam = new Adam(0.01, beta1, beta2, epsilon);
    List<Tensor> w = List.of(Tensor.normal(KEY, 2, 3), Tensor.normal(KEY.split("b"), 3));
    Optimizer.State state = adam.start(w);
    double[] exact = {w.get(1).get(0), w.get(1).get(1), w.get(1).get(2)};
    double[] m = new double[3];
    double[] v = new double[3];
    for (int t = 1; t <= 30; t++) {
      List<Tensor> g = List.of(Tensor.normal(KEY, 2, 3), Tensor.normal(KEY.split(t), 3).times(0.1));
      Optimizer.Step step = adam.step(w, g, state);
      w = step.parameters();
      state = step.state();
      for (int i = 0; i < 3; i++) {
        double gradient = g.get(1).get(i);
        m[i] = beta1 * m[i] + (1 - beta1) * gradient;
        v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient;
        double mHat = m[i] / (1 - Math.pow(beta1, t));
        double vHat = v[i] / (1 - Math.pow(beta2, t));
        exact[i] -= 0.01 * mHat / (Math.sqrt(vHat) + epsilon);
        assertEquals(exact[i], w.get(1).get(i), 1e-5); // 30 steps, each rounded by about 1e-7
      }
    }
  }

  @Test
  void the_first_step_is_the_learning_rate_whatever_the_size_of_the_gradient() {
    Adam adam = Adam.of(0.001);
    List<Tensor> w = List.of(Tensor.zeros(4));
    List<Tensor> g = List.of(Tensor.of(new float[] {1e-3f, -5, 1e6f, 0}, 4));
    Tensor after = adam.step(w, g, adam.start(w)).parameters().get(0);
    float[] expected = {-0.001f, 0.001f, -0.001f, 0};
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], after.get(i), 2e-8); // ε takes 1e-5 of the smallest
    }
  }

  @Test
  void the_settings_are_those_of_the_paper() {
    assertEquals(new Adam(0.5, 0.9, 0.999, 1e-8), Adam.of(0.5));
  }

  @Test
  void settings_out_of_their_ranges_are_rejected() {
    assertRejected("learning rate must be above 0 and finite, but was 0.0", () -> Adam.of(0));
    assertRejected("learning rate must be above 0 and finite, but was NaN", () -> Adam.of(0.0 / 0));
    assertRejected("beta1 must be in [0, 1), but was 1.0", () -> new Adam(.1, 1, .999, 1e-8));
    assertRejected("beta1 must be in [0, 1), but was NaN", () -> new Adam(.1, 0.0 / 0, .9, 1e-8));
    assertRejected("beta2 must be in [0, 1), but was -0.1", () -> new Adam(.1, .9, -.1, 1e-8));
    assertRejected(
        "epsilon must be above 0 and finite, but was 0.0", () -> new Adam(.1, .9, .9, 0));
  }

  @Test
  void the_first_state_is_no_step_and_zeros() {
    assertEquals(
        new Optimizer.State(0, List.of(Tensor.zeros(3), Tensor.zeros(3))),
        Adam.of(0.1).start(List.of(Tensor.ones(3))));
  }

  @Test
  void slowing_down_changes_the_learning_rate_alone() {
    assertEquals(new Adam(.05, .8, .9, 1e-3), new Adam(.1, .8, .9, 1e-3).slowed(.5));
    assertEquals(
        new AdamW(new Adam(.05, .8, .9, 1e-3), .01),
        new AdamW(new Adam(.1, .8, .9, 1e-3), .01).slowed(.5));
  }
}
