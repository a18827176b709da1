package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with numbers computed in float64 by another program, under masks it gives.
 *
 * <p>Ours are float32. x is rounded when it becomes a tensor and y once more, each by at most 2^-24
 * of the number: so y lies within 2^-23 of the golden one, and a hair for the product of both
 * errors. Where a unit is dropped the file holds 0·x, which is −0.0 for negative x; ours is +0.0,
 * to the bit.
 */
class GoldenDropoutTest {
  private static final double TWO_ROUNDINGS = 0x1.01p-23;

  /** One case of the file. */
  record Case(
      String name,
      int[] shape,
      double p,
      double[] x,
      double[] keep,
      double[] grad_out,
      double scale,
      double[] y,
      double[] grad_x,
      double[] y_eval,
      double[] grad_x_eval,
      Map<String, double[]> weight_scaling) {

    Mask mask() {
      return Mask.of(tensor(keep));
    }

    Tensor tensor(double[] numbers) {
      return Tensor.generate(i -> numbers[i], shape);
    }

    DropRate rate() {
      return new DropRate(p);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The parts of the file. */
  record Golden(String _generator, String _layout, String formula, Case[] cases) {}

  static Stream<Case> cases() throws IOException {
    try (InputStream file =
        GoldenDropoutTest.class.getResourceAsStream("/dojo/golden/inverted_dropout.json")) {
      Case[] cases = new ObjectMapper().readValue(file, Golden.class).cases();
      assertEquals(11, cases.length);
      return Stream.of(cases);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inverted_dropout_trains_as_in_the_file(Case c) {
    assertEquals(c.scale, c.rate().scale());
    assertNear(c, c.y, c.mask().select(c.tensor(c.x), c.rate().scale()));
    assertNear(c, c.grad_x, c.mask().select(c.tensor(c.grad_out), c.rate().scale()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inverted_dropout_evaluates_as_in_the_file(Case c) {
    assertEvaluates(c, new Dropout(c.rate()), c.y_eval, c.grad_x_eval);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void standard_dropout_trains_as_in_the_file(Case c) {
    assertNear(c, c.weight_scaling.get("y_train"), c.mask().select(c.tensor(c.x), 1));
    assertNear(c, c.weight_scaling.get("grad_x_train"), c.mask().select(c.tensor(c.grad_out), 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void standard_dropout_evaluates_as_in_the_file(Case c) {
    assertEvaluates(
        c,
        new StandardDropout(c.rate()),
        c.weight_scaling.get("y_eval"),
        c.weight_scaling.get("grad_x_eval"));
  }

  /** Exact: our float32 law in the words of the file, {@code y = x·keep·scale}, rounded once. */
  @ParameterizedTest
  @MethodSource("cases")
  void what_is_kept_is_the_float64_product_rounded_once(Case c) {
    Tensor x = c.tensor(c.x);
    float[] expected = x.toArray();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = c.keep[i] == 0 ? 0f : (float) (expected[i] * c.scale);
    }
    assertEquals(Tensor.of(expected, c.shape), c.mask().select(x, c.rate().scale()));
  }

  private static void assertEvaluates(Case c, Layer layer, double[] y, double[] gradX) {
    var pass = layer.forward(c.tensor(c.x), Mode.eval());
    assertNear(c, y, pass.output());
    assertNear(c, gradX, pass.pullback().apply(c.tensor(c.grad_out)).input());
  }

  private static void assertNear(Case c, double[] golden, Tensor ours) {
    float[] found = ours.toArray();
    assertEquals(golden.length, found.length);
    for (int i = 0; i < found.length; i++) {
      if (golden[i] == 0) {
        assertEquals(0f, found[i], "unit " + i); // to the bit: never −0.0
      } else {
        assertTrue(
            Math.abs(found[i] - golden[i]) <= TWO_ROUNDINGS * Math.abs(golden[i]),
            () -> c + ": expected " + ours + " near " + Arrays.toString(golden));
      }
    }
  }
}
