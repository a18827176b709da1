package kata27;

import dojo.random.RandomKey;

/** Kata 27: a neuron that learns from one example after the other, with dropout of its inputs. */
public final class OnlineNeuron {
  private final double p;
  private final RandomKey key;
  private final float[] w;

  /** The position of the next number of the key. */
  private long next;

  /**
   * Makes a neuron with weights of 0.
   *
   * @param inputs the number of its inputs
   * @param p the drop probability of an input, in [0, 1]
   * @param key the randomness of its whole training: its numbers are used one after the other
   */
  public OnlineNeuron(int inputs, double p, RandomKey key) {
    this.p = p;
    this.key = key;
    this.w = new float[inputs];
  }

  /** Moves the weights by one step against the gradient of half the squared error. */
  public void learn(float[] x, double target, double rate) {
    float[] kept = kept(x, 1 - p);
    double error = sum(kept) - target;
    for (int i = 0; i < w.length; i++) {
      w[i] -= (float) (rate * error * kept[i]);
    }
  }

  /** Gives the output for x, with all inputs. */
  public double predict(float[] x) {
    return sum(kept(x, 1));
  }

  /** Gives a copy of the weights. */
  public float[] weights() {
    return w.clone();
  }

  private float[] kept(float[] x, double q) {
    float[] kept = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      kept[i] = key.uniform(next++) < q ? (float) (x[i] / q) : 0;
    }
    return kept;
  }

  private double sum(float[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += (double) w[i] * x[i];
    }
    return sum;
  }
}
