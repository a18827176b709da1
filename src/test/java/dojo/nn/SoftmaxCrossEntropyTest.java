package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final RandomKey KEY = RandomKey.of(3);
  private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();

  @Test
  void the_loss_and_the_gradient_are_those_computed_by_hand() {
    // softmax of (0, log 3) is (1/4, 3/4)
    float log3 = (float) Math.log(3);
    Tensor z = Tensor.ofRows(new float[] {0, log3}, new float[] {0, 0});
    Tensor t = Tensor.ofRows(new float[] {1, 0}, new float[] {0, 1});
    Loss.Value value = LOSS.at(z, t);
    assertEquals((Math.log(4) + Math.log(2)) / 2, value.mean(), 1e-7); // log3 is a float
    float[] gradient = value.gradient().toArray();
    double[] expected = {(0.25 - 1) / 2, 0.75 / 2, 0.5 / 2, (0.5 - 1) / 2};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], gradient[i], 1e-7);
    }
  }

  @Test
  void the_loss_alone_is_the_one_that_comes_with_the_gradient_to_the_bit() {
    Tensor z = Tensor.normal(KEY.split("z"), 50, 10).times(20);
    Tensor soft = Tensor.uniform(KEY.split("t"), 50, 10);
    Tensor hard = Tensor.generate(i -> i % 11 == 0 ? 1 : 0, 50, 10);
    for (Tensor target : new Tensor[] {hard, soft}) {
      assertEquals(LOSS.at(z, target).mean(), LOSS.mean(z, target));
    }
    for (float odd : new float[] {INFINITY, -INFINITY, Float.NaN, Float.MAX_VALUE}) {
      Tensor some = Tensor.generate(i -> i % 7 == 0 ? odd : i, 50, 10);
      assertEquals(LOSS.at(some, hard).mean(), LOSS.mean(some, hard));
    }
    assertEquals(Double.NaN, LOSS.mean(Tensor.zeros(0, 10), Tensor.zeros(0, 10)));
    var e = assertThrows(IllegalArgumentException.class, () -> LOSS.mean(z, Tensor.zeros(50, 9)));
    assertEquals(
        "outputs and targets must both be [batch, classes], but were [50, 10] and [50, 9]",
        e.getMessage());
  }

  /** Softmax of a row, a number after the other. */
  private static double[] softmax(float[] z) {
    double max = Double.NEGATIVE_INFINITY;
    for (float number : z) {
      max = Math.max(max, number);
    }
    double[] p = new double[z.length];
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      p[j] = StrictMath.exp(z[j] - max);
      sum += p[j];
    }
    for (int j = 0; j < z.length; j++) {
      p[j] /= sum;
    }
    return p;
  }

  @Test
  void exponentials_side_by_side_change_no_bit() {
    int classes = 7;
    float[] odd = {-INFINITY, INFINITY, Float.NaN, Float.MAX_VALUE, -0f, Float.MIN_VALUE};
    Tensor normal = Tensor.normal(KEY.split("side by side"), 300, classes).times(9);
    float[] numbers = normal.toArray();
    Tensor z = Tensor.generate(i -> i % 61 == 0 ? odd[i / 61 % 6] : numbers[i], 300, classes);
    Tensor t = Tensor.generate(i -> i % 8 == 0 ? 1 : 0, 300, classes);
    float[] probabilities = SoftmaxCrossEntropy.softmax(z).toArray();
    float[] gradient = LOSS.at(z, t).gradient().toArray();
    for (int row = 0; row < 300; row++) {
      double[] p = softmax(z.rows(row).toArray());
      float[] wanted = t.rows(row).toArray();
      double targets = 0;
      for (float number : wanted) {
        targets += number;
      }
      for (int j = 0; j < classes; j++) {
        int at = row * classes + j;
        assertEquals((float) p[j], probabilities[at]);
        assertEquals((float) ((targets * p[j] - wanted[j]) / 300), gradient[at]);
      }
    }
  }

  @Test
  void equal_outputs_give_the_logarithm_of_the_number_of_classes() {
    Tensor t = Tensor.ofRows(new float[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
    assertEquals(StrictMath.log(10), LOSS.at(Tensor.zeros(1, 10), t).mean());
  }

  @Test
  void the_gradient_is_that_of_finite_differences_for_hard_and_soft_targets() {
    Tensor z = Tensor.normal(KEY, 3, 4);
    Tensor hard = Tensor.ofRows(new float[] {1, 0, 0, 0}, new float[] {0, 0, 1, 0}, new float[4]);
    Tensor soft = Tensor.uniform(KEY.split(0), 3, 4); // rows need not add up to 1
    for (Tensor target : new Tensor[] {hard, soft}) {
      GradientCheck.check("z", at -> LOSS.at(at, target).mean(), z, LOSS.at(z, target).gradient());
    }
  }

  @Test
  void equal_outputs_cost_the_same_however_large_they_are() {
    Tensor t = Tensor.ofRows(new float[] {1, 0});
    for (float z : new float[] {0, 1e10f, 1e17f, -1e17f, Float.MAX_VALUE}) {
      assertEquals(StrictMath.log(2), LOSS.at(Tensor.full(z, 1, 2), t).mean(), 1e-16);
    }
  }

  @Test
  void a_class_that_is_ruled_out_costs_nothing_unless_it_is_the_right_one() {
    Tensor z = Tensor.ofRows(new float[] {-INFINITY, 3, 3});
    Loss.Value right = LOSS.at(z, Tensor.ofRows(new float[] {0, 1, 0}));
    assertEquals(StrictMath.log(2), right.mean());
    assertEquals(Tensor.ofRows(new float[] {0, -.5f, .5f}), right.gradient());
    Loss.Value wrong = LOSS.at(z, Tensor.ofRows(new float[] {1, 0, 0}));
    assertEquals(Double.POSITIVE_INFINITY, wrong.mean());
    assertEquals(Tensor.ofRows(new float[] {-1, .5f, .5f}), wrong.gradient());
  }

  @Test
  void large_outputs_do_not_overflow() {
    Tensor t = Tensor.ofRows(new float[] {1, 0});
    assertEquals(0, LOSS.at(Tensor.ofRows(new float[] {1e30f, -1e30f}), t).mean());
    Loss.Value wrong = LOSS.at(Tensor.ofRows(new float[] {-1000, 1000}), t);
    assertEquals(2000, wrong.mean());
    assertEquals(Tensor.ofRows(new float[] {-1, 1}), wrong.gradient());
    float max = Float.MAX_VALUE;
    assertEquals(
        Tensor.full(0.5, 1, 2), SoftmaxCrossEntropy.softmax(Tensor.ofRows(new float[] {max, max})));
  }

  @Test
  void small_outputs_do_not_underflow() {
    Tensor z = Tensor.ofRows(new float[] {-1000, -1000});
    assertEquals(StrictMath.log(2), LOSS.at(z, Tensor.ofRows(new float[] {1, 0})).mean(), 1e-12);
    assertEquals(Tensor.full(.5, 1, 2), SoftmaxCrossEntropy.softmax(z));
  }

  @Test
  void an_impossible_class_has_no_probability_and_costs_nothing_unless_it_is_the_right_one() {
    Tensor z = Tensor.ofRows(new float[] {0, -INFINITY, 0});
    assertEquals(Tensor.ofRows(new float[] {0.5f, 0, 0.5f}), SoftmaxCrossEntropy.softmax(z));
    Loss.Value value = LOSS.at(z, Tensor.ofRows(new float[] {1, 0, 0}));
    assertEquals(StrictMath.log(2), value.mean());
    assertEquals(Tensor.ofRows(new float[] {-0.5f, 0, 0.5f}), value.gradient());
    assertEquals(INFINITY, LOSS.at(z, Tensor.ofRows(new float[] {0, 1, 0})).mean());
  }

  @Test
  void the_rows_of_softmax_add_up_to_1_and_keep_their_order() {
    Tensor z = Tensor.normal(KEY, 6, 10).times(5);
    Tensor p = SoftmaxCrossEntropy.softmax(z);
    for (int i = 0; i < 6; i++) {
      assertEquals(1, p.rows(i).sum(), 1e-6); // ten numbers, each rounded to float32
      assertEquals(z.rows(i).argmaxOfRows()[0], p.rows(i).argmaxOfRows()[0]);
    }
  }

  @Test
  void logarithms_of_probabilities_keep_what_float32_would_lose() {
    Tensor z = Tensor.ofRows(new float[] {1000, 0, -1000}, new float[] {3, 1, 2});
    double logSum = Math.log(Math.exp(3) + Math.exp(1) + Math.exp(2));
    double[] expected = {0, -1000, -2000, 3 - logSum, 1 - logSum, 2 - logSum};
    assertArrayEquals(expected, SoftmaxCrossEntropy.logSoftmax(z), 1e-14);
  }

  @Test
  void a_number_added_to_all_outputs_changes_nothing() {
    Tensor z = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Tensor t = Tensor.ofRows(new float[] {0, 1, 0}, new float[] {1, 0, 0});
    assertEquals(LOSS.at(z, t).gradient(), LOSS.at(z.map(v -> v + 64), t).gradient());
    assertEquals(SoftmaxCrossEntropy.softmax(z), SoftmaxCrossEntropy.softmax(z.map(v -> v + 64)));
  }

  @Test
  void other_shapes_are_rejected() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> LOSS.at(Tensor.zeros(2, 3), Tensor.zeros(3, 2)));
    assertEquals(
        "outputs and targets must both be [batch, classes], but were [2, 3] and [3, 2]",
        e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> LOSS.at(Tensor.zeros(3), Tensor.zeros(3)));
    assertEquals(
        "outputs and targets must both be [batch, classes], but were [3] and [3]", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> SoftmaxCrossEntropy.softmax(Tensor.zeros(2, 3, 4)));
    assertEquals("logits must be [batch, classes], but were [2, 3, 4]", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> SoftmaxCrossEntropy.logSoftmax(Tensor.zeros(2)));
    assertEquals("logits must be [batch, classes], but were [2]", e.getMessage());
  }

  @Test
  void printing_tells_its_name() {
    assertEquals("softmax cross-entropy", LOSS.toString());
  }
}
