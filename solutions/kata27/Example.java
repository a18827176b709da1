package kata27;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 27. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    float[] x = {1, 2};
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    double[] dropped = new double[4]; // two inputs for each step
    for (int n = 0; n < 4; n++) {
      dropped[n] = u[n] < 0.4 ? x[n % 2] / 0.4 : 0;
    }
    OnlineNeuron neuron = new OnlineNeuron(2, 0.6, key);
    neuron.learn(x, 3, 0.1);
    float[] once = neuron.weights();
    double between = neuron.predict(x);
    neuron.learn(x, 3, 0.1);
    return new Object[] {u, dropped, once, between, neuron.weights(), neuron.predict(x)};
  }
}
