package kata04;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 04. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    float[][] x = {{1, -2}, {3, 4}};
    DropoutLayer layer = new DropoutLayer(0.6);
    float[][] trained = layer.forward(x, key);
    layer.eval();
    return new Object[] {x, u, 0.4, 0.6, trained, layer.forward(x, key)};
  }
}
