package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.nn.Forward;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with numbers computed in float64 by another program, under the noise it gives. */
class GoldenFamilyTest {
  /** Half the distance of two float32 numbers, relative to them, and a hair for products. */
  private static final double ROUNDING = 0x1.01p-24;

  static Stream<JsonNode> gaussian() throws IOException {
    return cases("gaussian_dropout.json", "cases", 5);
  }

  static Stream<JsonNode> alpha() throws IOException {
    return cases("alpha_dropout.json", "cases", 3);
  }

  static Stream<JsonNode> alpha_constants() throws IOException {
    return cases("alpha_dropout.json", "constants", 13);
  }

  @ParameterizedTest
  @MethodSource("gaussian")
  void gaussian_dropout_is_as_in_the_file(JsonNode c) {
    GaussianDropout layer = GaussianDropout.of(c.get("p").asDouble());
    assertEquals(c.get("stddev").asDouble(), layer.sd(), 1e-15);
    double[] epsilon = numbers(c, "eps");
    Forward pass = layer.forward(tensor(c, "x"), i -> epsilon[i]);
    Tensor dx = pass.pullback().apply(tensor(c, "grad_out")).input();
    double[] y = numbers(c, "y");
    double[] gradX = numbers(c, "grad_x");
    for (int i = 0; i < y.length; i++) { // x, the noise and their product are rounded
      assertEquals(y[i], pass.output().toArray()[i], 3 * ROUNDING * Math.abs(y[i]));
      assertEquals(gradX[i], dx.toArray()[i], 3 * ROUNDING * Math.abs(gradX[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("alpha_constants")
  void the_constants_of_alpha_dropout_are_those_of_the_file(JsonNode c) {
    AlphaDropout layer = AlphaDropout.of(c.get("p").asDouble());
    assertEquals(c.get("a").asDouble(), layer.a()); // to the last digit
    assertEquals(c.get("b").asDouble(), layer.b());
  }

  @ParameterizedTest
  @MethodSource("alpha")
  void alpha_dropout_is_as_in_the_file(JsonNode c) {
    AlphaDropout layer = AlphaDropout.of(c.get("p").asDouble());
    assertAlpha(layer, c, Mask.of(tensor(c, "keep")));
  }

  @Test
  void feature_wise_alpha_dropout_is_as_in_the_file() throws IOException {
    JsonNode c = golden("alpha_dropout.json").get("feature_alpha");
    double[] keep = numbers(c, "keep_channels");
    Mask m = Mask.of(Tensor.generate(i -> keep[i], 2, 4, 1, 1)).expand(2, 4, 2, 2);
    assertAlpha(AlphaDropout.ofFeatures(c.get("p").asDouble()), c, m);
  }

  private static void assertAlpha(AlphaDropout layer, JsonNode c, Mask m) {
    Forward pass = layer.forward(tensor(c, "x"), m);
    Tensor dx = pass.pullback().apply(tensor(c, "grad_out")).input();
    double[] x = numbers(c, "x");
    double[] y = numbers(c, "y");
    double[] gradX = numbers(c, "grad_x");
    for (int i = 0; i < y.length; i++) { // x is rounded before it is stretched, y at the end
      double bound = ROUNDING * (Math.abs(layer.a() * x[i]) + Math.abs(y[i]));
      assertEquals(y[i], pass.output().toArray()[i], bound);
      assertTrue(gradX[i] != 0 || Float.floatToIntBits(dx.toArray()[i]) == 0); // +0.0, to the bit
      assertEquals(gradX[i], dx.toArray()[i], 2 * ROUNDING * Math.abs(gradX[i]));
    }
  }

  private static JsonNode golden(String file) throws IOException {
    try (InputStream in = GoldenFamilyTest.class.getResourceAsStream("/dojo/golden/" + file)) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static Stream<JsonNode> cases(String file, String name, int count) throws IOException {
    JsonNode cases = golden(file).get(name);
    assertEquals(count, cases.size());
    return StreamSupport.stream(cases.spliterator(), false);
  }

  private static double[] numbers(JsonNode c, String name) {
    return StreamSupport.stream(c.get(name).spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static Tensor tensor(JsonNode c, String name) {
    double[] numbers = numbers(c, name);
    int[] shape =
        StreamSupport.stream(c.get("shape").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    return Tensor.generate(i -> numbers[i], shape);
  }
}
