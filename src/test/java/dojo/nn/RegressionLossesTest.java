package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.optim.Adam;
import dojo.optim.Optimizer;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionLossesTest {
  private static final RandomKey KEY = RandomKey.of(4);
  private static final MeanSquare SQUARE = new MeanSquare();
  private static final GaussianNll NLL = new GaussianNll();

  @Test
  void the_mean_square_and_its_gradient_are_those_computed_by_hand() {
    Tensor y = Tensor.ofRows(new float[] {1, 2}, new float[] {0, -3});
    Tensor t = Tensor.ofRows(new float[] {0, 2}, new float[] {2, -1});
    Loss.Value value = SQUARE.at(y, t);
    assertEquals((1 + 0 + 4 + 4) / 4.0, value.mean());
    assertEquals(Tensor.ofRows(new float[] {.5f, 0}, new float[] {-1, -1}), value.gradient());
  }

  @Test
  void the_likelihood_and_its_gradient_are_those_computed_by_hand() {
    // variance 1 at an error of 2; variance 4, so that an error of 2 is one standard deviation
    Tensor out = Tensor.ofRows(new float[] {1, 5, 0, (float) Math.log(4)});
    Tensor t = Tensor.ofRows(new float[] {3, 3});
    Loss.Value value = NLL.at(out, t);
    double expected = (0.5 * (0 + 4) + 0.5 * (Math.log(4) + 1) + Math.log(2 * Math.PI)) / 2;
    assertEquals(expected, value.mean(), 1e-7); // log 4 is a float
    float[] gradient = value.gradient().toArray();
    double[] slopes = {-2 / 2.0, 2 / 4.0 / 2, 0.5 * (1 - 4) / 2, 0};
    for (int i = 0; i < 4; i++) {
      assertEquals(slopes[i], gradient[i], 1e-7);
    }
  }

  @Test
  void the_likelihood_is_that_of_another_program() {
    Tensor out = Tensor.ofRows(new float[] {.5f, -1, .25f, 2}, new float[] {3, 0, -1.5f, .75f});
    Tensor t = Tensor.ofRows(new float[] {1, -3}, new float[] {2.5f, 4});
    // -scipy.stats.norm.logpdf([1, -3, 2.5, 4], [.5, -1, 3, 0],
    //     numpy.exp(numpy.array([.25, 2, -1.5, .75]) / 2)).mean()
    assertEquals(2.2832295882240548, NLL.at(out, t).mean(), 1e-12);
  }

  @Test
  void the_gradients_are_those_of_finite_differences() {
    Tensor t = Tensor.normal(KEY.split("t"), 3, 2);
    Tensor y = Tensor.normal(KEY.split("y"), 3, 2);
    SmoothGradientCheck.check("y", at -> SQUARE.at(at, t).mean(), y, SQUARE.at(y, t).gradient());
    Tensor out = Tensor.normal(KEY.split("out"), 3, 4);
    SmoothGradientCheck.check("out", at -> NLL.at(at, t).mean(), out, NLL.at(out, t).gradient());
  }

  @Test
  void the_likelihood_is_best_at_the_spread_of_the_errors() {
    Tensor t = Tensor.of(new float[] {-2, 2, -2, 2}, 4, 1);
    double best = loss(t, Math.log(4)); // the errors of the mean 0 have the variance 4
    for (double s : new double[] {-1, 0, 1, 1.5, 3}) {
      assertEquals(1, Double.compare(loss(t, s), best));
    }
  }

  private static double loss(Tensor t, double logVariance) {
    return NLL.at(Tensor.generate(i -> i % 2 * logVariance, 4, 2), t).mean();
  }

  @Test
  void a_variance_is_never_believed_to_be_smaller_than_the_least() {
    double least = 0.5 * (StrictMath.log(1e-6) + StrictMath.log(2 * Math.PI));
    for (float s : new float[] {-20, -2000, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY}) {
      Loss.Value hit = NLL.at(Tensor.ofRows(new float[] {3, s}), Tensor.ofRows(new float[] {3}));
      assertEquals(least, hit.mean());
      assertEquals(Tensor.zeros(1, 2), hit.gradient()); // nothing to gain by a smaller variance
      Loss.Value missed = NLL.at(Tensor.ofRows(new float[] {1, s}), Tensor.ofRows(new float[] {3}));
      assertEquals(least + 0.5 * 4 / 1e-6, missed.mean(), 1e-6);
      assertEquals(-2 / 1e-6, missed.gradient().get(0, 0), 1);
      assertEquals(0.5 * (1 - 4 / 1e-6), missed.gradient().get(0, 1), 1); // back towards the data
    }
  }

  @Test
  void an_optimizer_survives_a_model_that_is_sure_and_wrong() {
    Tensor out = Tensor.ofRows(new float[] {1, -2000});
    Tensor g = NLL.at(out, Tensor.ofRows(new float[] {3})).gradient();
    for (Optimizer rule : List.of(Sgd.of(1e-3), new Sgd(1e-3, .9), Adam.of(1e-3))) {
      List<Tensor> w = List.of(out);
      for (float value : rule.step(w, List.of(g), rule.start(w)).parameters().get(0).toArray()) {
        assertTrue(Float.isFinite(value), rule + " ends at " + value);
      }
    }
  }

  @Test
  void the_least_variance_can_be_chosen_and_its_gradients_are_those_of_finite_differences() {
    GaussianNll careful = new GaussianNll(0.5);
    Tensor out = Tensor.normal(KEY.split("out"), 3, 4);
    Tensor t = Tensor.normal(KEY.split("t"), 3, 2).times(3); // far off: no variance is too large
    Tensor means = Tensor.ofRows(new float[] {1, 2});
    SmoothGradientCheck.check(
        "means below the bound",
        at -> careful.at(beside(at, -3), Tensor.zeros(1, 2)).mean(),
        means,
        careful
            .at(beside(means, -3), Tensor.zeros(1, 2))
            .gradient()
            .reshape(4)
            .rows(0, 1)
            .reshape(1, 2));
    Tensor large = out.map(v -> Math.abs(v)); // log-variances above log ½
    SmoothGradientCheck.check(
        "out", at -> careful.at(at, t).mean(), large, careful.at(large, t).gradient());
    for (double least : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRejected(
          "the least variance must be above 0 and finite, but was " + least,
          () -> new GaussianNll(least));
    }
    assertRejected(
        "the least variance must be at least 1.17549435E-38, whose inverse float32 holds, but was"
            + " 1.0E-320",
        () -> new GaussianNll(1e-320));
    Loss.Value sure = new GaussianNll(Float.MIN_NORMAL).at(beside(means, -1e9f), means);
    assertTrue(Double.isFinite(sure.mean()));
    assertEquals(Tensor.zeros(1, 2), sure.gradient().reshape(2, 2).rows(0));
  }

  private static Tensor beside(Tensor means, float s) {
    return Tensor.ofRows(new float[] {means.get(0, 0), means.get(0, 1), s, s});
  }

  @Test
  void the_answers_of_a_likelihood_are_its_means_and_those_of_other_losses_the_outputs() {
    Tensor out = Tensor.ofRows(new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8});
    assertEquals(Tensor.ofRows(new float[] {1, 2}, new float[] {5, 6}), NLL.answer(out));
    assertEquals(out, SQUARE.answer(out));
    assertRejected(
        "outputs must be [batch, 2·targets], means then log-variances, but were [2, 3]",
        () -> NLL.answer(Tensor.zeros(2, 3)));
  }

  @Test
  void the_mean_square_takes_any_shape() {
    assertEquals(4, SQUARE.at(Tensor.full(2, 2, 3, 4), Tensor.zeros(2, 3, 4)).mean());
  }

  @Test
  void other_shapes_are_rejected() {
    assertRejected(
        "outputs and targets must have the same shape, but had [2, 3] and [3, 2]",
        () -> SQUARE.at(Tensor.zeros(2, 3), Tensor.zeros(3, 2)));
    String rule =
        "outputs must be [batch, 2·targets], means then log-variances, and targets"
            + " [batch, targets], but were ";
    assertRejected(
        rule + "[2, 3] and [2, 3]", () -> NLL.at(Tensor.zeros(2, 3), Tensor.zeros(2, 3)));
    assertRejected(rule + "[2] and [1]", () -> NLL.at(Tensor.zeros(2), Tensor.zeros(1)));
  }

  @Test
  void printing_tells_their_names() {
    assertEquals("mean square error", SQUARE.toString());
    assertEquals("Gaussian negative log-likelihood", NLL.toString());
  }
}
