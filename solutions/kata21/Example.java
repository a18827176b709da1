package kata21;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 21. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = new double[9];
    for (int n = 0; n < 9; n++) {
      u[n] = key.uniform(n);
    }
    float[][][] scores = {{{0, 2, 1}, {1, 1, 3}, {0, 0, (float) Math.log(2)}}};
    float[] values = {8, 4, 2};
    float[][] evaluating = AttentionDropout.weights(scores, 0.6, false, key)[0];
    float[][] training = AttentionDropout.weights(scores, 0.6, true, key)[0];
    return new Object[] {
      scores, values, u, evaluating, sums(evaluating, values), training, sums(training, values)
    };
  }

  private static float[] sums(float[][] weights, float[] values) {
    float[] y = new float[weights.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < values.length; j++) {
        y[i] += weights[i][j] * values[j];
      }
    }
    return y;
  }
}
