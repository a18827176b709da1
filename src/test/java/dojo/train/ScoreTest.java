package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.data.Dataset;
import dojo.dropout.Dropout;
import dojo.nn.Linear;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScoreTest {
  /** Answers class 0 with the odds 3 : 1 where x = 0, class 1 with the odds 3 : 1 where x = 1. */
  private static final Linear MODEL =
      new Linear(
          Tensor.ofRows(new float[] {0, 2 * (float) Math.log(3)}),
          Tensor.of(new float[] {0, -(float) Math.log(3)}, 2));

  private static final Dataset DATA =
      Dataset.of(Tensor.of(new float[] {0, 0, 1, 1}, 4, 1), new int[] {0, 1, 1, 1}, 2);

  @Test
  void the_score_is_the_one_computed_by_hand() {
    Score score = Score.of(MODEL, DATA, new SoftmaxCrossEntropy());
    assertEquals(0.25, score.error());
    // three right answers of probability 3/4, and a wrong one that left 1/4
    assertEquals((3 * Math.log(4.0 / 3) + Math.log(4)) / 4, score.loss(), 1e-7); // float32 odds
  }

  @Test
  void a_score_is_taken_without_dropout() {
    Sequential noisy = Sequential.of(Dropout.of(0.9), MODEL);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
    assertEquals(Score.of(MODEL, DATA, loss), Score.of(noisy, DATA, loss));
  }
}
