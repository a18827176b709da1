package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSmoothingTest {
  private static final RandomKey KEY = RandomKey.of(16);
  private static final Tensor Z = Tensor.normal(KEY.split("z"), 3, 4);
  private static final Tensor T =
      Tensor.ofRows(
          new float[] {1, 0, 0, 0}, new float[] {0, 0, 1, 0}, new float[] {.25f, .75f, 0, 0});

  @Test
  void a_label_gives_its_share_to_all_classes_its_own_included() {
    assertEquals(
        Tensor.ofRows(new float[] {.7f, .1f, .1f, .1f}),
        new LabelSmoothing(0.4).smoothed(T.rows(0)));
  }

  @Test
  void no_smoothing_is_plain_cross_entropy_to_the_bit() {
    Loss.Value plain = new SoftmaxCrossEntropy().at(Z, T);
    assertEquals(plain, new LabelSmoothing(0).at(Z, T));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .9, 1})
  void the_loss_is_a_mixture_of_the_plain_one_and_of_that_to_equal_labels(double epsilon) {
    double plain = new SoftmaxCrossEntropy().at(Z, T).mean();
    double equal = new SoftmaxCrossEntropy().at(Z, Tensor.full(.25, 3, 4)).mean();
    double expected = (1 - epsilon) * plain + epsilon * equal;
    assertEquals(expected, new LabelSmoothing(epsilon).at(Z, T).mean(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .9, 1})
  void the_gradient_is_that_of_finite_differences(double epsilon) {
    LabelSmoothing loss = new LabelSmoothing(epsilon);
    SmoothGradientCheck.check("z", at -> loss.at(at, T).mean(), Z, loss.at(Z, T).gradient());
  }

  @Test
  void the_loss_is_least_where_the_probabilities_are_the_smoothed_labels() {
    LabelSmoothing loss = new LabelSmoothing(0.4);
    Tensor best = loss.smoothed(T.rows(0)).map(p -> (float) StrictMath.log(p));
    assertEquals(0, loss.at(best, T.rows(0)).gradient().map(Math::abs).sum(), 1e-6);
  }

  @Test
  void a_share_that_is_none_is_refused() {
    for (double epsilon : new double[] {-.1, 1.5, Double.NaN}) {
      assertRejected(
          "the smoothing of labels must be in [0, 1], but was " + epsilon,
          () -> new LabelSmoothing(epsilon));
    }
  }

  @Test
  void printing_tells_its_name() {
    assertEquals("label smoothing (ε = 0.1)", new LabelSmoothing(.1).toString());
    assertEquals("nats per example", new LabelSmoothing(.1).unit());
  }
}
