package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.nn.BatchNorm;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Adam;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStoppingTest {
  private static final RandomKey KEY = RandomKey.of(23);
  private static final Dataset TRAIN =
      OptDigits.train().stratified(100, KEY.split("subset")).withLabelNoise(.4, KEY);
  private static final Dataset VALIDATION = OptDigits.train().stratified(300, KEY.split("other"));
  private static final Dataset TEST = OptDigits.test();
  private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();

  /** Fast enough to learn the wrong labels within a few epochs. */
  private static Trainer trainer(int epochs) {
    return Trainer.ofClassifier(epochs).withOptimizer(Adam.of(1e-2));
  }

  private static Sequential model() {
    return Sequential.of(
        Linear.he(64, 64, KEY.split(0)), new Relu(), Linear.he(64, 10, KEY.split(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void training_ends_when_patience_does_and_the_best_model_is_returned(int patience) {
    EarlyStopping rule = new EarlyStopping(VALIDATION, patience);
    Run run = trainer(60).withStopping(rule).fit(model(), TRAIN, TEST, KEY);
    int epochs = run.history().last().number();
    assertTrue(epochs < 60);
    assertEquals(epochs - patience, run.epoch());

    // what the rule saw: the same run, epoch by epoch
    double best = Score.of(run.model(), VALIDATION, LOSS).loss();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Run shorter = trainer(epoch).fit(model(), TRAIN, TEST, KEY);
      double loss = Score.of(shorter.model(), VALIDATION, LOSS).loss();
      assertTrue(epoch == run.epoch() ? loss == best : loss >= best);
      assertEquals(epoch == run.epoch(), shorter.model().equals(run.model()));
      assertEquals(shorter.history().last(), run.history().epochs().get(epoch - 1));
    }
    assertEquals(Score.of(run.model(), TEST, LOSS), run.score().test());
  }

  @Test
  void patience_that_never_ends_changes_only_which_model_is_returned() {
    Run plain = Trainer.ofClassifier(5).fit(model(), TRAIN, TEST, KEY);
    EarlyStopping rule = new EarlyStopping(VALIDATION, 100);
    Run stopped = Trainer.ofClassifier(5).withStopping(rule).fit(model(), TRAIN, TEST, KEY);
    assertEquals(plain.history(), stopped.history());
    assertEquals(5, plain.epoch());
    assertEquals(plain.history().last(), plain.score());
  }

  @Test
  void of_equals_the_earlier_is_best_and_no_number_never_is() {
    EarlyStopping rule = new EarlyStopping(Dataset.of(Tensor.zeros(1, 2), new int[1], 2), 2);
    Layer equal = new Linear(Tensor.zeros(2, 2), Tensor.zeros(2));
    Layer nan = new Linear(Tensor.zeros(2, 2), Tensor.full(Double.NaN, 2));
    EarlyStopping.Best first = rule.after(rule.start(equal), 1, nan, LOSS);
    assertEquals(new EarlyStopping.Best(nan, 1, Double.POSITIVE_INFINITY), first);
    EarlyStopping.Best second = rule.after(first, 2, equal, LOSS);
    assertEquals(2, second.epoch());
    assertEquals(second, rule.after(second, 3, equal, LOSS));
    assertEquals(second, rule.after(second, 3, nan, LOSS));
    assertFalse(rule.ends(second, 3));
    assertTrue(rule.ends(second, 4));
  }

  @Test
  void the_model_returned_is_calibrated() {
    Sequential normed = Sequential.of(Linear.he(64, 10, KEY), BatchNorm.of(10));
    Run run =
        Trainer.ofClassifier(3)
            .withStopping(new EarlyStopping(VALIDATION, 1))
            .fit(normed, TRAIN, TEST, KEY);
    assertFalse(run.model().needsCalibration());
  }

  @Test
  void patience_below_1_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(VALIDATION, 0));
    assertEquals("patience must be at least 1 epoch, but was 0", e.getMessage());
  }
}
