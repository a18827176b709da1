package kata19;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 19. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    float[][][] x = {{{1}, {1}, {1}}, {{2}, {2}, {2}}};
    float[][][] seen = new float[2][3][];
    float[][][] y =
        VariationalDropout.forward(
            (in, h, dropped) -> {
              int n = (int) in[0] - 1;
              seen[n][seen[n][0] == null ? 0 : seen[n][1] == null ? 1 : 2] = dropped.clone();
              return new float[] {
                in[0] + 0.5f * h[0] + 0.4f * dropped[1], in[0] + 0.5f * h[1] + 0.4f * dropped[0]
              };
            },
            x,
            2,
            0.2,
            key);
    return new Object[] {u, 0.8, 0.5, 0.4, x, seen, y};
  }
}
