package kata23;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 23. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] positions = {0, 1, 2, 3, 4, 5};
    double[] u = new double[6];
    int[] kept = new int[6];
    for (int n = 0; n < 6; n++) {
      u[n] = key.uniform(n);
      kept[n] = (int) RecomputedMask.pack(n, 1, 0.4, key)[0];
    }
    float[] x = {3, -6, 9, 12, -15, 18};
    return new Object[] {
      positions,
      u,
      kept,
      x,
      0.6,
      6,
      RecomputedMask.pack(0, 6, 0.4, key),
      RecomputedMask.pack(3, 3, 0.4, key),
      RecomputedMask.forward(x, 0, 0.4, key),
      RecomputedMask.forward(new float[] {12, -15, 18}, 3, 0.4, key)
    };
  }
}
