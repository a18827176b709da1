package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RDropTest {
  private static final RandomKey KEY = RandomKey.of(2021);
  private static final Mode TRAIN = Mode.train(KEY);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 3, 4);
  private static final Tensor T =
      Tensor.ofRows(new float[] {1, 0, 0}, new float[] {0, 0, 1}, new float[] {0, 1, 0});

  private static Sequential net(double p) {
    return Sequential.of(
        Linear.he(4, 8, KEY.split(0)), new Relu(), Dropout.of(p), Linear.he(8, 3, KEY.split(1)));
  }

  @Test
  void the_divergence_is_that_computed_by_hand() {
    // P = (1/4, 3/4), Q = (1/2, 1/2): KL(P‖Q) + KL(Q‖P) = Σ (P − Q)·log(P/Q)
    Tensor p = Tensor.ofRows(new float[] {0, (float) Math.log(3)});
    Tensor q = Tensor.ofRows(new float[] {5, 5});
    double expected = (-.25 * Math.log(.5) + .25 * Math.log(1.5)) / 2;
    assertEquals(expected, RDrop.divergence(p, q).mean(), 1e-7);
    assertEquals(RDrop.divergence(p, q).mean(), RDrop.divergence(q, p).mean());
  }

  @Test
  void equal_answers_do_not_diverge() {
    Loss.Value value = RDrop.divergence(X, X);
    assertEquals(0, value.mean());
    assertEquals(Tensor.zeros(3, 4), value.gradient().map(Math::abs));
  }

  @Test
  void large_logits_do_not_overflow() {
    Tensor sure = Tensor.ofRows(new float[] {1000, -1000});
    Loss.Value value = RDrop.divergence(sure, sure.times(-1));
    assertEquals(2000, value.mean());
    assertEquals(Tensor.ofRows(new float[] {.5f, -.5f}), value.gradient());
  }

  /** What both rule out counts for nothing; what is left is (1/(1 + e), e/(1 + e)) and its turn. */
  @Test
  void a_class_that_both_passes_rule_out_adds_nothing() {
    float out = Float.NEGATIVE_INFINITY;
    Tensor p = Tensor.ofRows(new float[] {out, 1, 2});
    Tensor q = Tensor.ofRows(new float[] {out, 2, 1});
    Loss.Value value = RDrop.divergence(p, q);
    assertEquals(0.46211715726000974, value.mean(), 1e-15); // tanh ½
    Loss.Value without =
        RDrop.divergence(Tensor.ofRows(new float[] {1, 2}), Tensor.ofRows(new float[] {2, 1}));
    assertEquals(without.mean(), value.mean());
    assertEquals(0, value.gradient().get(0, 0));
    assertEquals(without.gradient().get(0, 0), value.gradient().get(0, 1));
    assertEquals(0, RDrop.divergence(p, p).mean());
  }

  @Test
  void a_class_that_one_pass_alone_rules_out_diverges_without_bound() {
    Tensor p = Tensor.ofRows(new float[] {Float.NEGATIVE_INFINITY, 1});
    Tensor q = Tensor.ofRows(new float[] {0, 1});
    assertEquals(Double.POSITIVE_INFINITY, RDrop.divergence(p, q).mean());
    assertEquals(Double.POSITIVE_INFINITY, RDrop.divergence(q, p).mean());
  }

  /** The limit: ½·P₀·(1 − P₀)·L for the class that Q rules out, −½·P₀·Pⱼ·L for the others. */
  @Test
  void the_gradient_towards_what_is_ruled_out_is_infinite_with_the_signs_of_its_limit() {
    float out = Float.NEGATIVE_INFINITY;
    float up = Float.POSITIVE_INFINITY;
    Tensor q = Tensor.ofRows(new float[] {out, 1, 2}, new float[] {1, 2, 1});
    Tensor p = Tensor.ofRows(new float[] {0, 0, 0}, new float[] {0, 0, 0});
    Tensor g = RDrop.divergence(p, q).gradient();
    assertEquals(Tensor.ofRows(new float[] {up, out, out}), g.rows(0));
    Tensor near = q.map(v -> v == out ? -1e30f : v); // and a finite one on the way there
    Tensor steep = RDrop.divergence(p, near).gradient();
    for (int j = 0; j < 3; j++) {
      assertEquals(Math.signum(g.get(0, j)), Math.signum(steep.get(0, j)));
      assertEquals(steep.get(1, j), g.get(1, j)); // the other row is as it was
    }
    // what neither gives anything stays out, and so does all if P is certain of what is ruled out
    Tensor both = Tensor.ofRows(new float[] {0, 0, out});
    assertEquals(
        Tensor.ofRows(new float[] {up, out, 0}),
        RDrop.divergence(both, Tensor.ofRows(new float[] {out, 0, out})).gradient());
    assertEquals(
        Tensor.zeros(1, 2),
        RDrop.divergence(Tensor.ofRows(new float[] {0, out}), Tensor.ofRows(new float[] {out, 0}))
            .gradient());
  }

  /** Rules the first class out in one of its two passes. */
  private record OneSided(Layer inside) implements Layer {
    @Override
    public Forward forward(Tensor x, Mode mode) {
      Forward pass = inside.forward(x, mode);
      Tensor z = pass.output();
      boolean first = mode.equals(TRAIN.split(0));
      Tensor ruled =
          first
              ? Tensor.generate(
                  i -> i % 3 == 0 ? Double.NEGATIVE_INFINITY : z.get(i / 3, i % 3), 3, 3)
              : z;
      return new Forward(ruled, dy -> pass.pullback().apply(dy));
    }

    @Override
    public List<Tensor> parameters() {
      return inside.parameters();
    }
  }

  @Test
  void without_alpha_a_divergence_that_is_infinite_costs_nothing() {
    Tensor others =
        Tensor.ofRows(new float[] {0, 1, 0}, new float[] {0, 0, 1}, new float[] {0, 1, 0});
    OneSided net = new OneSided(Linear.he(4, 3, KEY));
    RDrop.Value value = new RDrop(0).at(net, X, others, TRAIN);
    assertEquals(Double.POSITIVE_INFINITY, value.divergence());
    assertTrue(Double.isFinite(value.mean()));
    assertEquals(value.crossEntropy(), value.mean());
    for (Tensor gradient : value.gradients().parameters()) {
      for (float g : gradient.toArray()) {
        assertTrue(Float.isFinite(g), gradient.toString());
      }
    }
    assertEquals(Double.POSITIVE_INFINITY, new RDrop(.1).at(net, X, others, TRAIN).mean());
  }

  @Test
  void the_gradient_of_the_divergence_is_that_of_finite_differences() {
    Tensor q = Tensor.normal(KEY.split("q"), 3, 4);
    GradientCheck.check(
        "z", at -> RDrop.divergence(at, q).mean(), X, RDrop.divergence(X, q).gradient());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_loss_is_half_the_cross_entropies_and_alpha_times_half_the_divergences(double p) {
    RDrop.Value value = new RDrop(3).at(net(p), X, T, TRAIN);
    Tensor one = net(p).apply(X, Mode.train(KEY.split(0)));
    Tensor two = net(p).apply(X, Mode.train(KEY.split(1)));
    Loss ce = new SoftmaxCrossEntropy();
    assertEquals((ce.at(one, T).mean() + ce.at(two, T).mean()) / 2, value.crossEntropy());
    assertEquals(RDrop.divergence(one, two).mean(), value.divergence());
    assertEquals(value.crossEntropy() + 3 * value.divergence(), value.mean());
    assertTrue(p == 0 || p == 1 ? value.divergence() == 0 : value.divergence() > 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_gradients_are_those_of_finite_differences_under_the_same_key(double p) {
    RDrop loss = new RDrop(.7);
    Sequential net = net(p);
    RDrop.Value value = loss.at(net, X, T, TRAIN);
    GradientCheck.check("x", at -> loss.at(net, at, T, TRAIN).mean(), X, value.gradients().input());
    for (int i = 0; i < 4; i++) {
      int number = i;
      GradientCheck.check(
          "parameter " + i,
          at -> {
            List<Tensor> changed = new ArrayList<>(net.parameters());
            changed.set(number, at);
            return loss.at(net.withParameters(changed), X, T, TRAIN).mean();
          },
          net.parameters().get(i),
          value.gradients().parameters().get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void without_alpha_the_objective_is_the_mean_of_two_plain_passes(double p) {
    Objective.Result found = new RDrop(0).on(net(p), X, T, TRAIN);
    Objective.Result one = new SoftmaxCrossEntropy().on(net(p), X, T, TRAIN.split(0));
    Objective.Result two = new SoftmaxCrossEntropy().on(net(p), X, T, TRAIN.split(1));
    assertEquals((one.value() + two.value()) / 2, found.value());
    for (int i = 0; i < 4; i++) { // exact: a half rounds nothing
      Tensor sum = one.gradients().get(i).plus(two.gradients().get(i));
      assertEquals(sum.times(.5).map(v -> v + 0f), found.gradients().get(i).map(v -> v + 0f));
    }
  }

  @Test
  void as_an_objective_it_is_its_loss_and_the_slopes_of_the_parameters() {
    RDrop.Value value = new RDrop(.7).at(net(.4), X, T, TRAIN);
    assertEquals(
        new Objective.Result(value.mean(), value.gradients().parameters()),
        new RDrop(.7).on(net(.4), X, T, TRAIN));
  }

  @Test
  void answers_that_are_not_random_agree_and_only_the_loss_remains() {
    RDrop.Value value = new RDrop(3).at(net(.4), X, T, Mode.eval());
    assertEquals(0, value.divergence());
    assertEquals(new SoftmaxCrossEntropy().on(net(.4), X, T, Mode.eval()).value(), value.mean());
  }

  @Test
  void printing_tells_alpha() {
    assertEquals("RDrop(α = 0.5)", new RDrop(.5).toString());
  }

  @Test
  void what_makes_no_sense_is_rejected() {
    for (double alpha : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      var e = assertThrows(IllegalArgumentException.class, () -> new RDrop(alpha));
      assertEquals("alpha must be at least 0 and finite, but was " + alpha, e.getMessage());
    }
    var e = assertThrows(IllegalArgumentException.class, () -> RDrop.divergence(X, T));
    assertEquals(
        "both outputs must be [batch, classes], but were [3, 4] and [3, 3]", e.getMessage());
    Tensor cube = Tensor.ones(2, 3, 4);
    e = assertThrows(IllegalArgumentException.class, () -> RDrop.divergence(cube, cube));
    assertEquals(
        "both outputs must be [batch, classes], but were [2, 3, 4] and [2, 3, 4]", e.getMessage());
  }
}
