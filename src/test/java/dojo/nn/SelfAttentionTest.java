package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.nn.SelfAttention.Sight;
import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Cores;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfAttentionTest {
  private static final RandomKey KEY = RandomKey.of(2017);

  /** Two sequences of three steps of four numbers, two heads; these and the weights are eighths. */
  private static final Tensor X = Tensor.generate(i -> (7 * i % 11 - 5) / 4.0, 2, 3, 4);

  private static final SelfAttention LAYER =
      new SelfAttention(
          Tensor.generate(i -> (5 * i % 13 - 6) / 8.0, 4, 12),
          Tensor.generate(i -> (2 * i % 5 - 2) / 4.0, 12),
          Tensor.generate(i -> (3 * i % 7 - 3) / 4.0, 4, 4),
          Tensor.generate(i -> (i % 3 - 1) / 4.0, 4),
          2,
          Sight.ALL,
          Sequential.of());

  @Test
  void the_values_are_those_of_another_program() {
    // NumPy, in float64: q, k, v = numpy.split(x @ W + b, 3, 2), each
    // .reshape(2, 3, 2, 2).transpose(0, 2, 1, 3); s = q @ k.transpose(0, 1, 3, 2) / sqrt(2)
    // a = numpy.exp(s - s.max(3, keepdims=True)); a /= a.sum(3, keepdims=True)
    // (a @ v).transpose(0, 2, 1, 3).reshape(2, 3, 4) @ U + c
    double[] expected = {
      0.1408507468806766, -0.9657089306339022, -0.25854897140248734, -1.169971034693748,
      -1.4195329127012917, -0.45378286244094446, 0.6939939403142856, -0.8039578169018886,
      -0.2672205115934369, -0.8524759378969468, 1.020041307318429, -0.8782889500903435,
      -0.26222445665696026, -0.10833337242791409, -0.05803624248532102, -0.2925419582646028,
      0.3372629440450592, -0.6984555252533147, 0.5580428838855938, -0.6160789668194039,
      -0.6097862099430398, -0.664542522962988, -0.710680664467473, -0.9075554681726914
    };
    assertNear(expected, LAYER.apply(X, Mode.eval()));
  }

  @Test
  void causal_values_are_those_of_another_program() {
    // the same, with s = numpy.where(numpy.tril(numpy.ones((3, 3))) == 1, s, -numpy.inf)
    SelfAttention causal = LAYER.withSight(Sight.PAST);
    double[] expected = {
      -1.8671875, -0.09375, 1.5703125, -0.5234375,
      -1.3717029277830717, -0.3372208205200588, 1.460067335356561, -0.664406909327325,
      -0.2672205115934369, -0.8524759378969468, 1.020041307318429, -0.8782889500903435,
      1.21875, -1.3046875, 0.546875, -1.1953125,
      0.4477819369368101, -0.9512340218997883, 0.5601173976675091, -0.8266121884496322,
      -0.6097862099430398, -0.664542522962988, -0.710680664467473, -0.9075554681726914
    };
    assertNear(expected, causal.apply(X, Mode.eval()));
    double[] weights = { // of head 1 of sequence 1
      1.0, 0.0, 0.0,
      0.9020980928557766, 0.09790190714422346, 0.0,
      0.017603498511428225, 0.9429619910004882, 0.03943451048808374
    };
    Tensor found = causal.weights(X, Mode.eval());
    assertNear(weights, Tensor.generate(i -> found.get(1, 1, i / 3, i % 3), 3, 3));
  }

  private static void assertNear(double[] expected, Tensor found) {
    assertEquals(expected.length, found.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found.toArray()[i], 1e-6);
    }
  }

  @Test
  void no_output_depends_on_a_later_step() {
    SelfAttention causal = SelfAttention.of(12, 3, KEY).withSight(Sight.PAST);
    Tensor x = Tensor.normal(KEY.split("x"), 2, 7, 12);
    Tensor y = causal.apply(x, Mode.eval());
    for (int last = 0; last < 7; last++) {
      int t = last;
      Tensor other =
          Tensor.generate(i -> x.toArray()[i] + (i / 12 % 7 > t ? 1 + i % 5 : 0), 2, 7, 12);
      Tensor found = causal.apply(other, Mode.eval());
      for (int i = 0; i < y.size(); i++) {
        if (i / 12 % 7 <= t) {
          assertEquals(y.toArray()[i], found.toArray()[i]); // to the bit
        }
      }
      Tensor shorter =
          Tensor.generate(i -> x.get(i / 12 / (t + 1), i / 12 % (t + 1), i % 12), 2, t + 1, 12);
      Tensor expected =
          Tensor.generate(i -> y.get(i / 12 / (t + 1), i / 12 % (t + 1), i % 12), 2, t + 1, 12);
      assertEquals(expected, causal.apply(shorter, Mode.eval()));
    }
  }

  @Test
  void no_gradient_comes_from_an_earlier_step() {
    SelfAttention causal = SelfAttention.of(6, 2, KEY).withSight(Sight.PAST);
    Tensor x = Tensor.normal(KEY.split("x"), 1, 5, 6);
    Tensor g = Tensor.generate(i -> i / 6 < 3 ? 1 + i % 4 : 0, 1, 5, 6); // of the first three
    float[] dx = causal.forward(x, Mode.eval()).pullback().apply(g).input().toArray();
    for (int i = 18; i < 30; i++) {
      assertEquals(0f, Math.abs(dx[i]));
    }
    assertNotEquals(0f, dx[17]);
  }

  @Test
  void without_a_causal_mask_the_order_of_the_steps_does_not_matter() {
    SelfAttention all = SelfAttention.of(6, 2, KEY);
    Tensor x = Tensor.normal(KEY.split("x"), 5, 6);
    int[] order = {3, 0, 4, 2, 1};
    float[] turned = all.apply(x.reshape(1, 5, 6), Mode.eval()).reshape(5, 6).rows(order).toArray();
    float[] found = all.apply(x.rows(order).reshape(1, 5, 6), Mode.eval()).toArray();
    for (int i = 0; i < 30; i++) {
      assertEquals(turned[i], found[i], 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void weights_add_up_to_one_and_sequences_do_not_meet(Sight sight) {
    SelfAttention layer = SelfAttention.of(8, 4, KEY).withSight(sight);
    Tensor x = Tensor.normal(KEY.split("x"), 3, 6, 8);
    Tensor sums = layer.weights(x, Mode.eval()).reshape(72, 6).matmul(Tensor.ones(6, 1));
    for (float sum : sums.toArray()) {
      assertEquals(1, sum, 1e-6);
    }
    assertEquals(layer.apply(x, Mode.eval()).rows(1), layer.apply(x.rows(1), Mode.eval()));
  }

  @ParameterizedTest
  @EnumSource
  void a_layer_on_the_weights_is_given_them_once_with_the_mode_of_the_pass(Sight sight) {
    List<Mode> modes = new ArrayList<>();
    Layer half =
        (x, mode) -> {
          modes.add(mode);
          return Forward.of(x.times(.5), g -> g.times(.5));
        };
    SelfAttention layer = LAYER.withSight(sight);
    Tensor c = Tensor.generate(i -> LAYER.outputBias().get(i % 4), 2, 3, 4); // is not weighted
    Tensor expected = layer.apply(X, Mode.eval()).minus(c).times(.5);
    Tensor found = layer.withOnWeights(half).apply(X, Mode.train(KEY)).minus(c);
    for (int i = 0; i < 24; i++) {
      assertEquals(expected.toArray()[i], found.toArray()[i], 1e-6);
    }
    assertEquals(List.of(Mode.train(KEY)), modes);
    SmoothGradientCheck.check(layer.withOnWeights(half), X, Mode.train(KEY));
  }

  @Test
  void scores_that_would_overflow_give_weights_nevertheless() {
    SelfAttention layer = SelfAttention.of(4, 2, KEY);
    Tensor weights = layer.weights(X.times(1e18), Mode.eval());
    for (float sum : weights.reshape(12, 3).matmul(Tensor.ones(3, 1)).toArray()) {
      assertEquals(1, sum, 1e-6);
    }
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() {
    SelfAttention layer = SelfAttention.of(64, 4, KEY).withSight(Sight.PAST);
    Tensor x = Tensor.normal(KEY.split("x"), 16, 32, 64); // large enough to be shared
    Gradients alone;
    Tensor y;
    try (Cores.Claim first = Cores.claim();
        Cores.Claim second = Cores.claim();
        Cores.Claim third = Cores.claim();
        Cores.Claim fourth = Cores.claim()) {
      Forward pass = layer.forward(x, Mode.eval());
      y = pass.output();
      alone = pass.pullback().apply(x);
    }
    IntStream.range(0, 4)
        .parallel()
        .forEach(
            i -> {
              Forward pass = layer.forward(x, Mode.eval());
              assertEquals(y, pass.output());
              assertEquals(alone, pass.pullback().apply(x));
            });
  }

  @Test
  void nothing_in_gives_nothing_out_and_no_slope() {
    for (Tensor none : List.of(Tensor.zeros(0, 3, 4), Tensor.zeros(2, 0, 4))) {
      Forward pass = LAYER.forward(none, Mode.eval());
      assertEquals(none, pass.output());
      Gradients gradients = pass.pullback().apply(none);
      assertEquals(none, gradients.input());
      assertEquals(
          LAYER.parameters().stream().map(p -> Tensor.zeros(p.shape())).toList(),
          gradients.parameters());
    }
  }

  @Test
  void the_first_weights_are_those_of_lecun() {
    SelfAttention layer = SelfAttention.of(6, 2, KEY);
    assertEquals(Init.lecun(6, KEY.split("input"), 6, 18), layer.input());
    assertEquals(Init.lecun(6, KEY.split("output"), 6, 6), layer.output());
    assertEquals(Tensor.zeros(18), layer.inputBias());
    assertEquals(Sight.ALL, layer.sight());
  }

  @Test
  void printing_tells_units_heads_sight_and_what_is_on_the_weights() {
    assertEquals("SelfAttention(4, heads = 2)", LAYER.toString());
    assertEquals(
        "SelfAttention(4, heads = 2, sees the past, weights through Tanh)",
        LAYER.withSight(Sight.PAST).withOnWeights(new Tanh()).toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "the input must be [batch, steps, 4], but its shape was [6, 4]",
        () -> LAYER.forward(Tensor.zeros(6, 4), Mode.eval()));
    assertRejected(
        "the units must be a multiple of the heads, and both at least 1, but were 4 and 3",
        () -> SelfAttention.of(4, 3, KEY));
    assertRejected(
        "the units must be a multiple of the heads, and both at least 1, but were 0 and 1",
        () -> SelfAttention.of(0, 1, KEY));
    assertRejected(
        "attention has weights [units, 3·units], biases [3·units], weights [units, units] and"
            + " biases [units], but the shapes were [4, 8], [12], [4, 4] and [4]",
        () ->
            new SelfAttention(
                Tensor.zeros(4, 8),
                Tensor.zeros(12),
                Tensor.zeros(4, 4),
                Tensor.zeros(4),
                2,
                Sight.ALL,
                Sequential.of()));
    assertRejected(
        "a layer on the weights has no parameters, but Linear(2 → 2) has some",
        () -> LAYER.withOnWeights(Linear.he(2, 2, KEY)));
    assertRejected(
        "a layer on the weights must keep their shape, but made [2, 3] of [2, 2, 3, 3]",
        () ->
            LAYER
                .withOnWeights((x, mode) -> Forward.of(Tensor.zeros(2, 3), g -> g))
                .apply(X, Mode.eval()));
  }
}
