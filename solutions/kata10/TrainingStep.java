package kata10;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 10: a net of two layers that learns with dropout, one step at a time. */
public final class TrainingStep {
  private final double p;
  private double[][] w1;
  private double[][] w2;

  /**
   * Makes a net without biases.
   *
   * @param w1 the weights of the hidden layer, [inputs, hidden]; they belong to the net from now on
   * @param w2 the weights of the output layer, [hidden, classes]; they, too
   * @param p the drop probability of the hidden units, in [0, 1]
   */
  public TrainingStep(double[][] w1, double[][] w2, double p) {
    this.w1 = w1;
    this.w2 = w2;
    this.p = p;
  }

  /** Returns the weights of the hidden layer, [inputs, hidden]. */
  public double[][] w1() {
    return w1;
  }

  /** Returns the weights of the output layer, [hidden, classes]. */
  public double[][] w2() {
    return w2;
  }

  /**
   * Takes one step of gradient descent, with dropout behind the ReLU.
   *
   * @param x the examples, [examples, inputs], at least one
   * @param labels the class of each example, [examples]
   * @param rate the learning rate: how far along the gradient the weights are moved
   * @param key the randomness of this step
   * @return the mean loss of this step's forward pass, before the weights were moved
   */
  public double step(double[][] x, int[] labels, double rate, RandomKey key) {
    // BEGIN SOLUTION forward with a mask, backward with the same
    double[][] h = relu(product(x, w1));
    double[][] m = factors(h.length, w1[0].length, p, key);
    double[][] d = each(h, m);
    double[][] chances = softmax(product(d, w2));
    double[][] dz = errors(chances, labels);
    double[][] dh = each(product(dz, transposed(w2)), m); // decisive
    w1 = minus(w1, rate, product(transposed(x), each(dh, slope(h))));
    w2 = minus(w2, rate, product(transposed(d), dz));
    return crossEntropy(chances, labels);
    // END SOLUTION
  }

  /**
   * Measures the mean loss of the whole net; the weights stay as they are.
   *
   * @param x the examples, [examples, inputs], at least one
   * @param labels the class of each example, [examples]
   * @return the cross-entropy, in nats
   */
  public double loss(double[][] x, int[] labels) {
    // BEGIN SOLUTION evaluate: no unit is dropped
    return crossEntropy(softmax(product(relu(product(x, w1)), w2)), labels); // decisive
    // END SOLUTION
  }

  /** Given: what dropout multiplies by, 0 or 1/q, [rows, columns]; a draw for each element. */
  private static double[][] factors(int rows, int columns, double p, RandomKey key) {
    double[][] factors = new double[rows][columns];
    for (int n = 0; n < rows * columns; n++) {
      factors[n / columns][n % columns] = key.uniform(n) < 1 - p ? 1 / (1 - p) : 0;
    }
    return factors;
  }

  /** Given: max(a, 0), element by element. */
  private static double[][] relu(double[][] a) {
    return each(a, slope(a));
  }

  /** Given: the slope of ReLU, 1 where a is positive and 0 elsewhere; of a and of relu(a) alike. */
  private static double[][] slope(double[][] a) {
    double[][] slope = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        slope[i][j] = a[i][j] > 0 ? 1 : 0;
      }
    }
    return slope;
  }

  /** Given: the probability of each class, from the logits z, [examples, classes]. */
  private static double[][] softmax(double[][] z) {
    double[][] chances = new double[z.length][z[0].length];
    for (int i = 0; i < z.length; i++) {
      double max = Arrays.stream(z[i]).max().orElse(0); // so that no power overflows
      double sum = Arrays.stream(z[i]).map(logit -> Math.exp(logit - max)).sum();
      for (int k = 0; k < z[i].length; k++) {
        chances[i][k] = Math.exp(z[i][k] - max) / sum;
      }
    }
    return chances;
  }

  /** Given: the mean of -log of the probability that the right class got. */
  private static double crossEntropy(double[][] chances, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(chances[i][labels[i]]);
    }
    return sum / labels.length;
  }

  /** Given: the gradient of that mean at the logits, [examples, classes]. */
  private static double[][] errors(double[][] chances, int[] labels) {
    double[][] errors = new double[chances.length][chances[0].length];
    for (int i = 0; i < labels.length; i++) {
      for (int k = 0; k < errors[i].length; k++) {
        errors[i][k] = (chances[i][k] - (k == labels[i] ? 1 : 0)) / labels.length;
      }
    }
    return errors;
  }

  /** Given: the matrix product of a, [m, n], and b, [n, k]. */
  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b[0].length; k++) {
        for (int j = 0; j < b.length; j++) {
          product[i][k] += a[i][j] * b[j][k];
        }
      }
    }
    return product;
  }

  /** Given: rows become columns. */
  private static double[][] transposed(double[][] a) {
    double[][] transposed = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        transposed[j][i] = a[i][j];
      }
    }
    return transposed;
  }

  /** Given: a·b, element by element. */
  private static double[][] each(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        product[i][j] = a[i][j] * b[i][j];
      }
    }
    return product;
  }

  /** Given: w - rate·gradient, element by element, in a new array. */
  private static double[][] minus(double[][] w, double rate, double[][] gradient) {
    double[][] moved = new double[w.length][w[0].length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        moved[i][j] = w[i][j] - rate * gradient[i][j];
      }
    }
    return moved;
  }
}
