package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The smooth activations; for the kinked one see {@link ReluTest}. */
class ActivationsTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float[] X = {-3, -1, -.25f, 0, .5f, 2};

  /** From NumPy and SciPy, in float64, at x = numpy.array([-3, -1, -.25, 0, .5, 2]). */
  static Stream<Arguments> values() {
    return Stream.of(
        // scipy.special.expit(x)
        Arguments.of(
            new Sigmoid(),
            new double[] {
              0.04742587317756678,
              0.2689414213699951,
              0.43782349911420193,
              0.5,
              0.6224593312018546,
              0.8807970779778823
            }),
        // numpy.tanh(x)
        Arguments.of(
            new Tanh(),
            new double[] {
              -0.9950547536867305,
              -0.7615941559557649,
              -0.24491866240370913,
              0,
              0.46211715726000974,
              0.9640275800758169
            }),
        // numpy.where(x > 0, l * x, l * a * numpy.expm1(x)), with λ and α of the paper
        Arguments.of(
            new Selu(),
            new double[] {
              -1.6705687287671118,
              -1.1113307378125625,
              -0.388890197478119,
              0,
              0.5253504936777402,
              2.101401974710961
            }),
        // .5 * x * (1 + numpy.tanh(numpy.sqrt(2 / numpy.pi) * (x + .044715 * x**3)))
        Arguments.of(
            new Gelu(),
            new double[] {
              -0.0036373920817729943,
              -0.1588080093917233,
              -0.100324649298315,
              0,
              0.34571400982514394,
              1.954597694087775
            }));
  }

  @ParameterizedTest
  @MethodSource("values")
  void the_values_are_those_of_another_program_rounded_once(Layer layer, double[] expected) {
    float[] y = layer.apply(Tensor.of(X, 6), Mode.eval()).toArray();
    for (int i = 0; i < 6; i++) {
      assertEquals(expected[i], y[i], Math.ulp(y[i])); // ½ ulp, and the last digits of the others
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void training_and_evaluating_are_the_same_and_any_shape_is_welcome(Layer layer, double[] y) {
    Tensor x = Tensor.of(X, 2, 1, 3);
    assertEquals(layer.apply(x, Mode.eval()), layer.apply(x, Mode.train(RandomKey.of(1))));
    assertEquals(Tensor.zeros(0, 3), layer.apply(Tensor.zeros(0, 3), Mode.eval()));
  }

  @Test
  void the_ends_of_the_line_go_where_the_curve_goes() {
    assertEnds(new Sigmoid(), 0, 1);
    assertEnds(new Tanh(), -1, 1);
    assertEnds(new Selu(), (float) (-Selu.LAMBDA * Selu.ALPHA), INFINITY);
    assertEnds(new Gelu(), -0f, INFINITY);
  }

  private static void assertEnds(Layer layer, float left, float right) {
    Tensor x = Tensor.of(new float[] {-INFINITY, INFINITY, Float.NaN}, 3);
    Tensor y = Tensor.of(new float[] {left, right, Float.NaN}, 3);
    assertEquals(y, layer.apply(x, Mode.eval()));
  }

  @Test
  void the_slopes_at_the_ends_are_0_or_that_of_a_line() {
    assertSlopes(new Sigmoid(), 0, 0);
    assertSlopes(new Tanh(), 0, 0);
    assertSlopes(new Selu(), 0, (float) Selu.LAMBDA);
    assertSlopes(new Gelu(), 0, 1);
  }

  private static void assertSlopes(Layer layer, float left, float right) {
    Tensor x = Tensor.of(new float[] {-INFINITY, INFINITY}, 2);
    Tensor dx = layer.forward(x, Mode.eval()).pullback().apply(Tensor.ones(2)).input();
    assertEquals(left, dx.get(0), 1e-7f);
    assertEquals(right, dx.get(1), 1e-7f);
  }

  /** Far to the left 1 + tanh u is a difference of nearly equal numbers; 60 digits give these. */
  @Test
  void gelu_and_its_slope_keep_all_their_digits_where_they_are_tiny() {
    float[] x = {-6, -7, -7.5f, -8, -9, -10};
    double[] values = {
      -8.439646700762297e-11,
      -2.315442262072549e-15,
      -4.01626821751414e-18,
      -3.1077829375011112e-21,
      -1.3364595947348725e-28,
      -1.204092348209806e-37
    };
    double[] slopes = {
      -7.709973930953696e-10,
      -2.765117350706602e-14,
      -5.4233923005215784e-17,
      -4.7147845041068414e-20,
      -2.515735285067425e-27,
      -2.7576380638540315e-36
    };
    Forward pass = new Gelu().forward(Tensor.of(x, 6), Mode.eval());
    Tensor dx = pass.pullback().apply(Tensor.ones(6)).input();
    for (int i = 0; i < x.length; i++) {
      assertEquals((float) values[i], pass.output().get(i));
      assertEquals((float) slopes[i], dx.get(i));
    }
  }

  /** Where y is nearly 1, −1 or the lowest that a SELU takes, 60 digits give these. */
  static Stream<Arguments> slopes() {
    return Stream.of(
        Arguments.of(
            new Sigmoid(),
            new double[] {
              4.2483542552915889e-18,
              2.0611536139418492e-09,
              1.2337934976484891e-04,
              3.3523767075647424e-04,
              1.9661193324148185e-01,
              2.3500371220159449e-01,
              2.0338559551980585e-04,
              4.1399373760035016e-08,
              8.7565107626965200e-27
            }),
        Arguments.of(
            new Tanh(),
            new double[] {
              7.2194055513816612e-35,
              1.6993417021166355e-17,
              6.0919917123232291e-08,
              4.5014059756372915e-07,
              4.1997434161402608e-01,
              7.8644773296592740e-01,
              1.6559749504014006e-07,
              6.8556337261680283e-15,
              0
            }),
        Arguments.of(
            new Selu(),
            new double[] {
              7.4690288159142901e-18,
              3.6237128249944113e-09,
              2.1696669521889523e-04,
              5.8977662499433490e-04,
              6.4676860303481409e-01,
              1.0507009873554805,
              1.0507009873554805,
              1.0507009873554805,
              1.0507009873554805
            }));
  }

  @ParameterizedTest
  @MethodSource("slopes")
  void slopes_keep_all_their_digits_where_they_are_tiny(Layer layer, double[] expected) {
    Tensor x = Tensor.of(new float[] {-40, -20, -9, -8, -1, .5f, 8.5f, 17, 60}, 9);
    Tensor dx = layer.forward(x, Mode.eval()).pullback().apply(Tensor.ones(9)).input();
    for (int i = 0; i < expected.length; i++) {
      assertEquals((float) expected[i], dx.get(i), layer + " at " + x.get(i));
    }
  }

  @Test
  void gelu_is_near_its_exact_form() {
    // .5 * x * (1 + scipy.special.erf(x / sqrt(2)))
    double[] exact = {
      -0.00404969409489031,
      -0.15865525393145707,
      -0.10032341857926907,
      0,
      0.3457312306370065,
      1.9544997361036416
    };
    float[] y = new Gelu().apply(Tensor.of(X, 6), Mode.eval()).toArray();
    for (int i = 0; i < 6; i++) {
      assertEquals(exact[i], y[i], 5e-4);
    }
  }

  @Test
  void selu_keeps_mean_0_and_variance_1_through_many_layers() {
    RandomKey key = RandomKey.of(31);
    Tensor x = Tensor.normal(key, 500, 100);
    for (int i = 0; i < 20; i++) {
      x = new Selu().apply(Linear.lecun(100, 100, key.split(i)).apply(x, Mode.eval()), Mode.eval());
    }
    assertEquals(0, x.mean(), 0.2); // loose: a hundred units a layer are far from the limit
    assertEquals(1, x.variance(), 0.3);
  }
}
