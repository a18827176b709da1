package kata10;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 10. */
final class Example {
  private static final double[][] W1 = {{0.9, 0.4, 0.7, 0.6}, {-0.3, 0.2, -0.8, 0.5}};
  private static final double[][] W2 = {
    {0.5, -0.3, 0.8}, {-0.6, 0.9, 0.1}, {0.7, 0.2, -0.4}, {-0.2, -0.5, 0.6}
  };

  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] h = new double[4];
    double[] m = new double[4];
    double[] d = new double[4];
    for (int j = 0; j < 4; j++) {
      h[j] = W1[0][j] + 0.5 * W1[1][j];
      m[j] = key.uniform(j) < 0.4 ? 1 / 0.4 : 0;
      d[j] = h[j] * m[j];
    }
    double[] z = new double[3];
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      for (int j = 0; j < 4; j++) {
        z[k] += d[j] * W2[j][k];
      }
      sum += Math.exp(z[k]);
    }
    double[] chances = {Math.exp(z[0]) / sum, Math.exp(z[1]) / sum, Math.exp(z[2]) / sum};
    double[] dz = {chances[0], chances[1], chances[2] - 1};
    double[] behind = new double[4];
    double[] dh = new double[4];
    for (int j = 0; j < 4; j++) {
      behind[j] = dz[0] * W2[j][0] + dz[1] * W2[j][1] + dz[2] * W2[j][2];
      dh[j] = behind[j] * m[j];
    }
    TrainingStep net = new TrainingStep(W1, W2, 0.6);
    double[][] x = {{1, 0.5}};
    double before = net.loss(x, new int[] {2});
    double rate = 0.1;
    double loss = net.step(x, new int[] {2}, rate, key);
    double after = net.loss(x, new int[] {2});
    double[][] w1 = net.w1();
    return new Object[] {
      x, W1, W2, h, m, d, z, chances, dz, behind, dh, rate, loss, before, after, w1[0][0], w1[1][0],
      -dh[0]
    };
  }
}
