package kata09;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 09. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    MaskStreams streams = new MaskStreams(42, 0.4);
    Object[] rows = new Object[5];
    for (int i = 0; i < 4; i++) {
      rows[i] = row(streams, i / 2, i % 2);
    }
    rows[4] = 0.6;
    return rows;
  }

  /** A layer, a step, the first numbers of their key, and the mask. */
  private static Object[] row(MaskStreams streams, int layer, int step) {
    RandomKey key = RandomKey.of(42).split(layer).split(step);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    return new Object[] {layer, step, u, streams.mask(layer, step, 4)};
  }
}
