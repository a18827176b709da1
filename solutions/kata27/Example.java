package kata27;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 27. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    OnlineNeuron neuron = new OnlineNeuron(2, 0.6, key);
    float[] x = {1, 2};
    neuron.learn(x, 3, 0.1);
    float[] once = neuron.weights();
    double between = neuron.predict(x);
    neuron.learn(x, 3, 0.1);
    double[] kept = {2.5, 0, 0, 5};
    return new Object[] {u, kept, once, between, neuron.weights(), neuron.predict(x)};
  }
}
