package kata05;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 05. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    int[] m = new int[4];
    for (int n = 0; n < 4; n++) {
      m[n] = key.uniform(n) < 0.4 ? 1 : 0;
    }
    float[][] x = {{1, -2}, {3, 4}};
    float[][] dy = {{0.3f, -0.5f}, {7, 0.9f}};
    DropoutBackward layer = new DropoutBackward(0.6);
    float[][] y = layer.forward(x, key);
    float[][] dx = layer.backward(dy);
    layer.eval();
    layer.forward(x, key);
    return new Object[] {x, m, 0.4, 0.6, y, dy, dx, layer.backward(dy)};
  }
}
