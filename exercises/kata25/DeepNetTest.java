package kata25;

import static dojo.expect.Expect.expect;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Training gives what the definition of dropout says, layer by layer; evaluating is the net. */
@KataTest("kata25.DeepNet")
class DeepNetTest {

  interface Subject {
    float[] forward(float[] x, float[][][] weights, float[][] biases, double p, RandomKey key);

    float[] evaluate(float[] x, float[][][] weights, float[][] biases);
  }

  /** What the survivors before a layer are multiplied by. */
  private interface Factor {
    double of(int layer, double q);
  }

  private static final String CALL = "forward(x, weights, biases, p, key)";
  private static final int[] SIZES = {3, 4, 5, 2};
  private static final float[] X = {1, -2, 3};
  private static final Factor RIGHT = (layer, q) -> 1 / q;

  @Test
  void a_net_of_one_layer(Subject net, RandomKey key) {
    judge(net, 1, key);
  }

  @Test
  void a_net_of_two_layers(Subject net, RandomKey key) {
    judge(net, 2, key);
  }

  @Test
  void a_net_of_three_layers(Subject net, RandomKey key) {
    judge(net, 3, key);
  }

  private static void judge(Subject net, int layers, RandomKey key) {
    for (int k = 0; k < 30; k++) {
      double p = k < 15 ? 0.6 : 0.3;
      RandomKey child = key.split(k);
      float[] y = net.forward(X.clone(), weights(layers), biases(layers), p, child);

      expect(CALL, y)
          .remark("layers", layers, p)
          .diagnoseIf(
              "DOUBLE_SCALE", () -> follows(net, key, (layer, q) -> 1 / Math.pow(q, layer + 1)))
          .diagnoseIf("ONE_LAYER_ONLY", () -> scalesOneLayer(net, key))
          .diagnoseIf("SCALES_AT_END", () -> dividesTheOutput(net, key))
          .diagnoseIf("NO_SCALE", () -> follows(net, key, (layer, q) -> 1))
          .diagnoseIf("HALVES_P", () -> dropsHalfAsOften(net, key))
          .toBeWithin(1e-5, 1e-5, output(layers, p, child, RIGHT));
    }
  }

  @Test
  void evaluating_drops_nothing(Subject net) {
    for (int layers = 1; layers <= 3; layers++) {
      expect(
              "evaluate(x, weights, biases)",
              net.evaluate(X.clone(), weights(layers), biases(layers)))
          .remark("evaluating", layers)
          .toBeWithin(1e-5, 1e-5, output(layers, 0, RandomKey.of(1), RIGHT));
    }
  }

  @Test
  void with_p_0_training_is_evaluating(Subject net, RandomKey key) {
    expect(CALL, net.forward(X.clone(), weights(3), biases(3), 0, key))
        .remark("layers", 3, 0)
        .toBeWithin(1e-5, 1e-5, output(3, 0, key, RIGHT));
  }

  @Test
  void with_p_1_the_biases_remain(Subject net, RandomKey key) {
    float[] infinite = {Float.NaN, Float.POSITIVE_INFINITY, -1};

    expect(CALL, net.forward(infinite, weights(3), biases(3), 1, key))
        .remark("p-is-1")
        .given("x", infinite)
        .toBe(biases(3)[2]);
  }

  @Test
  void without_inputs_the_biases_remain(Subject net, RandomKey key) {
    float[] y = net.forward(new float[0], new float[1][0][2], new float[][] {{3, -4}}, 0.6, key);

    expect(CALL, y).remark("no-inputs").toBe(new float[] {3, -4});
  }

  @Test
  void a_dropped_nan_is_gone(Subject net, RandomKey key) {
    float[][][] one = {{{1}}};
    RandomKey dropping =
        IntStream.range(0, 1_000)
            .mapToObj(key::split)
            .filter(child -> child.split(0).uniform(0) >= 0.4)
            .findFirst()
            .orElseThrow();

    expect(CALL, net.forward(new float[] {Float.NaN}, one, new float[][] {{2}}, 0.6, dropping))
        .remark("nan")
        .toBe(new float[] {2});
  }

  @Test
  void what_is_given_stays_as_it_was(Subject net, RandomKey key) {
    float[] x = X.clone();
    float[][][] weights = weights(2);
    float[][] biases = biases(2);

    net.forward(x, weights, biases, 0.6, key);

    expect("x", x).remark("after").toBe(X);
    expect("weights", weights).remark("after").toBe(weights(2));
    expect("biases", biases).remark("after").toBe(biases(2));
  }

  private static boolean scalesOneLayer(Subject net, RandomKey key) {
    return follows(net, key, (layer, q) -> layer == 0 ? 1 / q : 1)
        || IntStream.rangeClosed(1, 3)
            .allMatch(
                layers -> follows(net, layers, key, (layer, q) -> layer == layers - 1 ? 1 / q : 1));
  }

  /** Whether the survivors are multiplied by this factor, at any depth and two rates. */
  private static boolean follows(Subject net, RandomKey key, Factor factor) {
    return IntStream.rangeClosed(1, 3).allMatch(layers -> follows(net, layers, key, factor));
  }

  private static boolean follows(Subject net, int layers, RandomKey key, Factor factor) {
    return DoubleStream.of(0.6, 0.3)
        .allMatch(p -> gives(net, layers, p, key, child -> output(layers, p, child, factor)));
  }

  /** Whether p / 2 stands where p should, whatever the survivors are then divided by. */
  private static boolean dropsHalfAsOften(Subject net, RandomKey key) {
    return Stream.<Factor>of(RIGHT, (layer, q) -> 1 / Math.pow(q, layer + 1))
        .anyMatch(
            factor ->
                IntStream.rangeClosed(1, 3)
                    .allMatch(
                        layers ->
                            gives(net, layers, 0.6, key, k -> output(layers, 0.3, k, factor))
                                && gives(
                                    net, layers, 0.3, key, k -> output(layers, 0.15, k, factor))));
  }

  private static boolean dividesTheOutput(Subject net, RandomKey key) {
    return IntStream.rangeClosed(1, 3)
        .allMatch(
            layers ->
                gives(
                    net,
                    layers,
                    0.3,
                    key,
                    child -> {
                      float[] y = output(layers, 0.3, child, (layer, q) -> 1);
                      for (int j = 0; j < y.length; j++) {
                        y[j] /= (float) Math.pow(0.7, layers);
                      }
                      return y;
                    }));
  }

  private interface Output {
    float[] under(RandomKey key);
  }

  private static boolean gives(Subject net, int layers, double p, RandomKey key, Output wrong) {
    return IntStream.range(0, 20)
        .mapToObj(key::split)
        .allMatch(
            child ->
                alike(
                    net.forward(X.clone(), weights(layers), biases(layers), p, child),
                    wrong.under(child)));
  }

  private static boolean alike(float[] y, float[] other) {
    return y.length == other.length
        && IntStream.range(0, y.length)
            .allMatch(j -> Math.abs(y[j] - other[j]) <= 1e-4 * (1 + Math.abs(other[j])));
  }

  /** The output of the net, if survivors are multiplied by this factor. */
  private static float[] output(int layers, double p, RandomKey key, Factor factor) {
    float[][][] weights = weights(layers);
    float[] h = X;
    for (int layer = 0; layer < layers; layer++) {
      float[] y = biases(layers)[layer];
      for (int i = 0; i < h.length; i++) {
        if (key.split(layer).uniform(i) < 1 - p) {
          for (int j = 0; j < y.length; j++) {
            y[j] += (float) (h[i] * factor.of(layer, 1 - p)) * weights[layer][i][j];
          }
        }
      }
      for (int j = 0; j < y.length && layer < layers - 1; j++) {
        y[j] = Math.max(0, y[j]);
      }
      h = y;
    }
    return h;
  }

  /** Of both signs, and none of them 0; the last layer's outputs are often below 0. */
  private static float[][][] weights(int layers) {
    float[][][] weights = new float[layers][][];
    for (int layer = 0; layer < layers; layer++) {
      weights[layer] = new float[SIZES[layer]][SIZES[layer + 1]];
      for (int i = 0; i < weights[layer].length; i++) {
        for (int j = 0; j < weights[layer][i].length; j++) {
          weights[layer][i][j] = ((7 * layer + 5 * i + 3 * j) % 11 - 4.5f) / 4;
        }
      }
    }
    return weights;
  }

  private static float[][] biases(int layers) {
    return IntStream.range(0, layers)
        .mapToObj(
            layer -> {
              float[] biases = new float[SIZES[layer + 1]];
              Arrays.fill(biases, layer == layers - 1 ? -0.5f : 0.5f);
              return biases;
            })
        .toArray(float[][]::new);
  }
}
