package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.SelfAttention;
import dojo.nn.SelfAttention.Sight;
import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a transformer drops: Vaswani et al. (2017), section 5.4, and on attention weights. */
class TransformerBlockTest {
  private static final RandomKey KEY = RandomKey.of(54);
  private static final Tensor X = Tensor.normal(KEY.split("x"), 2, 4, 6);

  private static TransformerBlock block(TransformerRates rates) {
    return TransformerBlock.of(6, 2, Sight.PAST, rates, KEY);
  }

  @Test
  void the_gradients_are_those_of_finite_differences_wherever_it_drops() {
    for (TransformerRates rates :
        List.of(
            TransformerRates.none(),
            TransformerRates.onWeights(.4),
            TransformerRates.inBranches(.4),
            TransformerRates.everywhere(.4))) {
      SmoothGradientCheck.check(block(rates), X, Mode.train(KEY));
    }
  }

  @Test
  void a_rate_changes_neither_the_first_weights_nor_the_evaluation() {
    TransformerBlock none = block(TransformerRates.none());
    TransformerBlock all = block(TransformerRates.everywhere(.4));
    assertEquals(none.parameters(), all.parameters());
    assertEquals(none.apply(X, Mode.eval()), all.apply(X, Mode.eval()));
    assertNotEquals(none.apply(X, Mode.train(KEY)), all.apply(X, Mode.train(KEY)));
    assertEquals(none.apply(X, Mode.eval()), none.apply(X, Mode.train(KEY)));
  }

  @Test
  void each_place_has_its_rate() {
    DropRate a = new DropRate(.1);
    DropRate b = new DropRate(.2);
    DropRate c = new DropRate(.3);
    TransformerBlock block = block(new TransformerRates(new DropRate(.9), a, b, c));
    assertEquals(List.of(a, b, c, b), Rates.of(block));
    assertEquals(block(TransformerRates.everywhere(.4)), Rates.with(block, new DropRate(.4)));
    assertEquals(
        new TransformerRates(a, new DropRate(0), new DropRate(0), new DropRate(0)),
        TransformerRates.onEmbedding(.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .9})
  void dropped_weights_are_zero_and_the_others_divided_by_q(double p) {
    SelfAttention plain = SelfAttention.of(8, 4, KEY);
    Tensor x = Tensor.normal(KEY.split("x"), 50, 10, 8);
    Tensor a = plain.weights(x, Mode.eval());
    Tensor dropped = plain.withOnWeights(Dropout.of(p)).weights(x, Mode.train(KEY));
    assertEquals(Mask.sample(new DropRate(p), KEY, a.shape()).select(a, 1 / (1 - p)), dropped);
    int kept = (int) dropped.map(w -> w == 0 ? 0 : 1).sum();
    assertCoins("weights kept at p = " + p, kept, a.size(), 1 - p, KEY);
  }

  @Test
  void dropping_the_branches_for_good_leaves_the_stream() {
    DropRate one = new DropRate(1);
    DropRate zero = new DropRate(0);
    TransformerBlock none = block(new TransformerRates(zero, zero, one, zero));
    assertEquals(X, none.apply(X, Mode.train(KEY)));
  }

  @Test
  void with_dropout_too_nothing_depends_on_a_later_step() {
    TransformerBlock block = block(TransformerRates.everywhere(.4));
    Tensor other = Tensor.generate(i -> X.toArray()[i] + (i / 6 % 4 == 3 ? 1 : 0), 2, 4, 6);
    Tensor y = block.apply(X, Mode.train(KEY));
    Tensor found = block.apply(other, Mode.train(KEY));
    for (int i = 0; i < y.size(); i++) {
      if (i / 6 % 4 < 3) {
        assertEquals(y.toArray()[i], found.toArray()[i]);
      }
    }
    assertNotEquals(y, found);
  }

  @Test
  void what_does_not_fit_is_rejected() {
    Layer block = block(TransformerRates.none());
    assertRejected(
        "a transformer block has two residual branches, but was given [Relu]",
        () -> block.withLayers(List.of(new Relu())));
    assertRejected(
        "the units must be a multiple of the heads, and both at least 1, but were 6 and 4",
        () -> TransformerBlock.of(6, 4, Sight.ALL, TransformerRates.none(), KEY));
    assertRejected(
        "drop rate must be in [0, 1], but was 1.5", () -> TransformerRates.everywhere(1.5));
  }
}
