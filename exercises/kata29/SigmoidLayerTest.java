package kata29;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.same;

import dojo.expect.Constructor;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Forward gives a sigmoid behind which elements are dropped, backward its gradient. */
@KataTest("kata29.SigmoidLayer")
class SigmoidLayerTest {

  interface Layer {
    float[][] forward(float[][] x, RandomKey key);

    float[][] backward(float[][] dy);
  }

  interface Subject {
    @Constructor
    Layer layer(double p);
  }

  /** What an element becomes, or its gradient, of x, of dy, and of q. */
  private interface Element {
    double of(double x, double dy, double q);
  }

  private static final Element OUTPUT = (x, dy, q) -> sigmoid(x) / q;
  private static final Element GRADIENT = (x, dy, q) -> dy / q * sigmoid(x) * (1 - sigmoid(x));

  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 0.5f}};
  }

  private static float[][] gradient() {
    return new float[][] {{0.3f, -0.5f}, {7, 0.9f}};
  }

  @Test
  void the_output(Subject make, RandomKey key) {
    for (int k = 0; k < 16; k++) {
      double p = k < 8 ? 0.6 : 0.3;
      RandomKey child = key.split(k);

      expect("forward(x, key)", make.layer(p).forward(example(), child))
          .given("x", example())
          .toBeWithin(1e-5, 1e-7, each(example(), gradient(), p, child, OUTPUT));
      expect("forward(x, key)", make.layer(0.95).forward(wide(), child))
          .remark("with-p", 0.95)
          .toBeWithin(1e-5, 1e-7, each(wide(), wide(), 0.95, child, OUTPUT));
    }
  }

  @Test
  void the_gradient(Subject make, RandomKey key) {
    for (int k = 0; k < 16; k++) {
      double p = k < 8 ? 0.6 : 0.3;
      RandomKey child = key.split(k);
      Layer layer = make.layer(p);
      float[][] y = copy(layer.forward(example(), child));

      expect("backward(dy)", layer.backward(gradient()))
          .remark("with-p", p)
          .given("y", y)
          .given("dy", gradient())
          .diagnoseIf("OVERWRITES_HIDDEN", () -> slopesOfDropped(make, key) && hearsOfY(make, key))
          .diagnoseIf("COPIES_TOO_LATE", () -> slopesOfDropped(make, key) && !hearsOfY(make, key))
          .at("forward")
          .toBeWithin(1e-5, 1e-7, each(example(), gradient(), p, child, GRADIENT));
    }
  }

  @Test
  void what_is_given_stays_as_it_was(Subject make, RandomKey key) {
    Layer layer = make.layer(0.6);
    float[][] x = example();
    float[][] dy = gradient();

    layer.forward(x, key);
    expect("x", x)
        .remark("after", "forward(x, key)")
        .diagnoseIf("IN_PLACE", true) // it was, whatever stands there now
        .toBe(example());
    layer.backward(dy);
    expect("dy", dy).remark("after", "backward(dy)").toBe(gradient());
  }

  @Test
  void whatever_becomes_of_y(Subject make, RandomKey key) {
    for (float value : new float[] {0, 7}) {
      expect("backward(dy)", afterWriting(value, false, make, key))
          .remark("written-y", value)
          .at("forward")
          .diagnoseIf("UNDOES_SCALE", () -> hearsOfY(make, key))
          .at("forward")
          .toBeWithin(1e-5, 1e-7, each(wide(), wide(), 0.6, key, GRADIENT));
    }
  }

  @Test
  void whatever_becomes_of_x(Subject make, RandomKey key) {
    for (float value : new float[] {0, 7}) {
      expect("backward(dy)", afterWriting(value, true, make, key))
          .remark("written-x", value)
          .at("forward")
          .diagnoseIf("KEEPS_X", () -> slopesOfX(value, make, key))
          .at("forward")
          .toBeWithin(1e-5, 1e-7, each(wide(), wide(), 0.6, key, GRADIENT));
    }
  }

  @Test
  void a_later_pass_leaves_an_earlier_result_as_it_was(Subject make, RandomKey key) {
    Layer layer = make.layer(0.6);
    float[][] first = layer.forward(wide(), key);
    float[][] before = copy(first);
    layer.forward(new float[3][20], key.split(1));

    expect("forward(x, key)", first)
        .remark("second-pass")
        .diagnoseIf("REUSES_OUTPUT", true) // it was written into, whatever stands there now
        .toBe(before);
  }

  @Test
  void the_last_forward_pass_counts(Subject make, RandomKey key) {
    Layer layer = make.layer(0.6);
    layer.forward(new float[3][20], key.split(1));
    layer.forward(wide(), key);
    float[][] right = each(wide(), wide(), 0.6, key, GRADIENT);
    float[][] first = layer.backward(wide());

    expect("backward(dy)", first).remark("second-pass").toBeWithin(1e-5, 1e-7, right);
    expect("backward(dy)", layer.backward(wide())).remark("again").toBeWithin(1e-5, 1e-7, right);
  }

  @Test
  void each_layer_remembers_for_itself(Subject make, RandomKey key) {
    Layer first = make.layer(0.6);
    first.forward(wide(), key);
    make.layer(0.3).forward(new float[3][20], key.split(1));

    expect("backward(dy)", first.backward(wide()))
        .remark("two")
        .toBeWithin(1e-5, 1e-7, each(wide(), wide(), 0.6, key, GRADIENT));
  }

  @Test
  void rows_may_have_any_length(Subject make, RandomKey key) {
    Layer layer = make.layer(0.3);
    for (int[] columns : new int[][] {{3, 3}, {2, 0, 4}, {}, {1}}) {
      float[][] x = Arrays.stream(columns).mapToObj(float[]::new).toArray(float[][]::new);
      layer.forward(x, key);

      expect("backward(dy)", layer.backward(copy(x)))
          .remark("columns", Arrays.toString(columns))
          .toBe(copy(x));
    }
  }

  @Test
  void with_p_0_all_is_kept_and_with_p_1_nothing(Subject make, RandomKey key) {
    float[][] x = {
      {200, -200, 0.1f, 12, 7}, {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -3}
    };
    float[][] dy = {{1, 2, 3, 0.5f, 1}, {4, 5, 6}};
    for (double p : new double[] {0, 1}) {
      Layer layer = make.layer(p);

      expect("forward(x, key)", layer.forward(copy(x), key))
          .given("x", x)
          .toBeWithin(1e-5, 1e-7, each(x, dy, p, key, OUTPUT));
      expect("backward(dy)", layer.backward(dy))
          .remark("with-p", p)
          .toBeWithin(1e-5, 1e-7, each(x, dy, p, key, GRADIENT));
    }
  }

  @Test
  void a_dropped_nan_is_gone(Subject make, RandomKey key) {
    float[][] nan = new float[2][20];
    for (float[] row : nan) {
      Arrays.fill(row, Float.NaN);
    }
    Layer layer = make.layer(0.6);

    expect("forward(x, key)", layer.forward(copy(nan), key)).toBe(each(nan, nan, 0.6, key, OUTPUT));
    expect("backward(dy)", layer.backward(copy(nan)))
        .remark("dropped-nan")
        .toBe(each(nan, nan, 0.6, key, GRADIENT));
  }

  /** Whether the slopes are those of the outputs, m·h/q, at two rates. */
  private static boolean slopesOfDropped(Subject make, RandomKey key) {
    return DoubleStream.of(0.6, 0.3)
        .allMatch(
            p -> {
              Layer layer = make.layer(p);
              layer.forward(wide(), key);
              Element wrong = (x, dy, q) -> dy / q * sigmoid(x) / q * (1 - sigmoid(x) / q);
              return near(layer.backward(wide()), each(wide(), wide(), p, key, wrong));
            });
  }

  private static boolean slopesOfX(float value, Subject make, RandomKey key) {
    Element wrong = (x, dy, q) -> dy / q * sigmoid(value) * (1 - sigmoid(value));
    return near(afterWriting(value, true, make, key), each(wide(), wide(), 0.6, key, wrong));
  }

  /** Whether the gradient changes with what the owner of y writes into it. */
  private static boolean hearsOfY(Subject make, RandomKey key) {
    return !same(afterWriting(0, false, make, key), afterWriting(7, false, make, key));
  }

  private static float[][] afterWriting(float value, boolean intoX, Subject make, RandomKey key) {
    Layer layer = make.layer(0.6);
    float[][] x = wide();
    float[][] y = layer.forward(x, key);
    for (float[] row : intoX ? x : y) {
      Arrays.fill(row, value);
    }
    return layer.backward(wide());
  }

  /** Zero where the key drops, elsewhere this function of x and dy. */
  private static float[][] each(
      float[][] x, float[][] dy, double p, RandomKey key, Element element) {
    float[][] result = copy(x);
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        boolean keep = key.uniform(n++) < 1 - p;
        result[i][j] = keep ? (float) element.of(x[i][j], dy[i][j], 1 - p) : 0;
      }
    }
    return result;
  }

  private static boolean near(float[][] a, float[][] b) {
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b[i].length; j++) {
        if (!(Math.abs(a[i][j] - b[i][j]) <= 1e-4 * (1 + Math.abs(b[i][j])))) {
          return false;
        }
      }
    }
    return true;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** So many elements that some are kept and some are not; none of them is 0. */
  private static float[][] wide() {
    float[][] x = new float[3][20];
    for (int n = 0; n < 60; n++) {
      x[n / 20][n % 20] = (n * 7 % 60 - 29.5f) / 10;
    }
    return x;
  }
}
