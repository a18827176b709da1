package dojo.train;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.data.Dataset;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final Dataset FOUR = Dataset.of(Tensor.zeros(4, 1), new int[] {0, 0, 1, 1}, 2);

  /** Logits whose softmax gives class 0 these probabilities. */
  private static Tensor logits(double... p) {
    return Tensor.generate(
        i -> i % 2 == 0 ? StrictMath.log(p[i / 2]) : StrictMath.log(1 - p[i / 2]), p.length, 2);
  }

  @Test
  void confidence_and_share_right_of_each_bin_are_those_computed_by_hand() {
    // right and .9 sure, right and .7 sure, wrong and .8 sure, right and .7 sure
    Reliability two = Reliability.of(logits(.9, .7, .8, .3), FOUR, 4);
    assertEquals(List.of(2, 2), two.bins().stream().map(Reliability.Bin::count).toList());
    assertArrayEquals(new double[] {.7, .85}, two.confidences(), 1e-6);
    assertArrayEquals(new double[] {1, .5}, two.shares());
    assertEquals((2 * .3 + 2 * .35) / 4, two.error(), 1e-6);
    assertEquals((2 * -.3 + 2 * .35) / 4, two.overconfidence(), 1e-6);
  }

  @Test
  void in_one_bin_the_error_is_the_distance_of_the_means() {
    Reliability one = Reliability.of(logits(.9, .7, .8, .3), FOUR, 1);
    assertEquals(.775 - .75, one.error(), 1e-6);
    assertEquals(one.overconfidence(), one.error(), 1e-12);
  }

  @Test
  void who_is_sure_and_right_is_reliable_and_who_is_sure_and_wrong_is_not() {
    float[] sure = {100, 0, 100, 0, 0, 100, 0, 100};
    assertEquals(0, Reliability.of(Tensor.of(sure, 4, 2), FOUR, 10).error());
    float[] wrong = {0, 100, 0, 100, 100, 0, 100, 0};
    assertEquals(1, Reliability.of(Tensor.of(wrong, 4, 2), FOUR, 10).error());
  }

  @Test
  void what_is_no_answer_is_refused() {
    assertRejected(
        "reliability needs a bin and an example at least, but had 0 and 4",
        () -> Reliability.of(logits(.9, .7, .8, .3), FOUR, 0));
    assertRejected(
        "logits and classes must have the same shape, but had [4, 3] and [4, 2]",
        () -> Reliability.of(Tensor.zeros(4, 3), FOUR, 10));
    assertRejected(
        "an answer needs finite logits, but example 0 has others: leave it out",
        () -> Reliability.of(Tensor.full(Float.NaN, 4, 2), FOUR, 10));
  }
}
