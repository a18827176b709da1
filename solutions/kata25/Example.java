package kata25;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 25. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    return new Object[] {row(1), row(2), row(3)};
  }

  /** So many layers with weight 1, the chance to survive them all, that output, and the mean. */
  private static double[] row(int layers) {
    float[][][] weights = new float[layers][][];
    for (int layer = 0; layer < layers; layer++) {
      weights[layer] = new float[][] {{1}};
    }
    double survives = Math.pow(0.4, layers);
    double output = survivor(weights, new float[layers][1]);
    return new double[] {layers, survives, output, survives * output};
  }

  private static float survivor(float[][][] weights, float[][] biases) {
    RandomKey key = RandomKey.of(42);
    float y = 0;
    for (int k = 0; y == 0; k++) {
      y = DeepNet.forward(new float[] {4}, weights, biases, 0.6, key.split(k))[0];
    }
    return y;
  }
}
