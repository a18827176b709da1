package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands around attention: layers on each step, positions, the mean, the loss of steps. */
class TransformerPartsTest {
  private static final RandomKey KEY = RandomKey.of(13);

  @Test
  void a_layer_on_each_step_sees_the_steps_as_rows() {
    Linear linear = Linear.he(3, 2, KEY);
    Tensor x = Tensor.normal(KEY, 4, 5, 3);
    assertEquals(
        linear.apply(x.reshape(20, 3), Mode.eval()).reshape(4, 5, 2),
        new EachStep(linear).apply(x, Mode.eval()));
    assertEquals("EachStep(Linear(3 → 2))", new EachStep(linear).toString());
    assertEquals(new EachStep(Sequential.of(linear, new Tanh())), EachStep.of(linear, new Tanh()));
  }

  @Test
  void a_batch_norm_on_each_step_is_calibrated_on_all_steps() {
    Tensor x = Tensor.normal(KEY, 4, 5, 3);
    assertEquals(
        new EachStep(BatchNorm.of(3).calibrated(x.reshape(20, 3), Mode.eval())),
        new EachStep(BatchNorm.of(3)).calibrated(x, Mode.eval()));
  }

  @Test
  void every_place_has_a_row_of_its_own_and_every_sequence_the_same() {
    PositionEmbedding layer =
        new PositionEmbedding(
            Tensor.ofRows(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6}));
    Forward pass = layer.forward(Tensor.zeros(2, 2, 2), Mode.eval()); // shorter than the table
    assertEquals(Tensor.of(new float[] {1, 2, 3, 4, 1, 2, 3, 4}, 2, 2, 2), pass.output());
    Tensor g = Tensor.of(new float[] {1, 2, 3, 4, 10, 20, 30, 40}, 2, 2, 2);
    Gradients gradients = pass.pullback().apply(g);
    assertEquals(g, gradients.input());
    assertEquals(
        List.of(Tensor.ofRows(new float[] {11, 22}, new float[] {33, 44}, new float[] {0, 0})),
        gradients.parameters());
    assertEquals("PositionEmbedding(3 steps → 2)", layer.toString());
    assertEquals(Tensor.normal(KEY, 8, 4).times(0.02), PositionEmbedding.of(8, 4, KEY).table());
  }

  @Test
  void the_mean_of_the_steps_shares_its_gradient_among_them() {
    Tensor x = Tensor.generate(i -> i, 2, 3, 2);
    Forward pass = new MeanOfSteps().forward(x, Mode.eval());
    assertEquals(Tensor.ofRows(new float[] {2, 3}, new float[] {8, 9}), pass.output());
    assertEquals(
        Tensor.of(new float[] {1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4}, 2, 3, 2),
        pass.pullback().apply(Tensor.of(new float[] {3, 6, 9, 12}, 2, 2)).input());
  }

  @Test
  void the_loss_of_steps_is_that_of_their_rows() {
    Tensor z = Tensor.normal(KEY, 2, 3, 4);
    Tensor c = Tensor.ofRows(new float[] {0, 3, 1}, new float[] {2, 2, 0});
    Tensor oneHot = Tensor.generate(i -> c.toArray()[i / 4] == i % 4 ? 1 : 0, 6, 4);
    Loss.Value expected = new SoftmaxCrossEntropy().at(z.reshape(6, 4), oneHot);
    Loss.Value found = new StepCrossEntropy().at(z, c);
    assertEquals(expected.mean(), found.mean());
    assertEquals(expected.gradient().reshape(2, 3, 4), found.gradient());
    GradientCheck.check("z", at -> new StepCrossEntropy().at(at, c).mean(), z, found.gradient());
    assertEquals("nats per target", new StepCrossEntropy().unit());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "the input must be [batch, steps, units], but its shape was [2, 3]",
        () -> EachStep.of().forward(Tensor.zeros(2, 3), Mode.eval()));
    assertRejected(
        "a layer on each step must make a row of every row, but made [6] of [2, 3]",
        () ->
            new EachStep((x, mode) -> Forward.of(x.reshape(x.size()), g -> g))
                .forward(Tensor.zeros(1, 2, 3), Mode.eval()));
    assertRejected(
        "the input must be [batch, steps, 4] with at most 8 steps, but its shape was [1, 9, 4]",
        () -> PositionEmbedding.of(8, 4, KEY).forward(Tensor.zeros(1, 9, 4), Mode.eval()));
    assertRejected(
        "positions have a table [steps, units], but its shape was [3]",
        () -> new PositionEmbedding(Tensor.zeros(3)));
    assertRejected(
        "the input must be [batch, steps, units] with a step at least, but its shape was [2, 0, 3]",
        () -> new MeanOfSteps().forward(Tensor.zeros(2, 0, 3), Mode.eval()));
    assertRejected(
        "outputs must be [batch, steps, classes] and targets [batch, steps], but were [2, 3, 4] and"
            + " [3, 2]",
        () -> new StepCrossEntropy().at(Tensor.zeros(2, 3, 4), Tensor.zeros(3, 2)));
    assertRejected(
        "classes must be whole numbers in [0, 4), but one was 4.0",
        () -> new StepCrossEntropy().at(Tensor.zeros(1, 1, 4), Tensor.full(4, 1, 1)));
  }
}
