package dojo.nn;

import dojo.tensor.Curves;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * The loss of classifiers: {@code −Σ t·log softmax(z)}, averaged over the batch, in nats.
 *
 * <p>z are the raw outputs ("logits"), t the target probabilities: a row with a single 1 for a
 * known class. The gradient is (softmax(z) − t) / batch. Every row is shifted by its largest
 * number, so that nothing overflows, and what is large is subtracted before what is small is added.
 *
 * <p>A logit of −∞ rules its class out: the class has the probability 0, and costs nothing unless
 * it is the right one. A row with +∞ or NaN, or of −∞ alone, has no probabilities: they are NaN.
 */
public record SoftmaxCrossEntropy() implements Loss {

  @Override
  public Value at(Tensor output, Tensor target) {
    requireSameShape(output, target);
    int batch = output.length(0);
    int classes = output.length(1);
    float[] z = Floats.of(output);
    float[] t = Floats.of(target);
    float[] gradient = new float[z.length];
    double[] e = exponentials(z, classes);
    double sum = 0;
    for (int row = 0; row < z.length; row += classes) {
      double all = sum(e, row, classes);
      sum = plusLoss(sum, z, t, row, classes, all);
      fillGradient(t, row, row + classes, batch, e, all, gradient);
    }
    return new Value(sum / batch, Floats.like(output, gradient));
  }

  /** Fills a row of the gradient, given the exponentials and their sum. */
  private static void fillGradient(
      float[] t, int from, int to, int batch, double[] e, double sum, float[] gradient) {
    double targets = 0;
    for (int j = from; j < to; j++) {
      targets += t[j];
    }
    for (int j = from; j < to; j++) {
      gradient[j] = (float) ((targets * (e[j] / sum) - t[j]) / batch);
    }
  }

  @Override
  public double mean(Tensor output, Tensor target) {
    requireSameShape(output, target);
    int classes = output.length(1);
    float[] z = Floats.of(output);
    float[] t = Floats.of(target);
    double[] e = exponentials(z, classes);
    double sum = 0;
    for (int row = 0; row < z.length; row += classes) {
      sum = plusLoss(sum, z, t, row, classes, sum(e, row, classes));
    }
    return sum / output.length(0);
  }

  private static void requireSameShape(Tensor output, Tensor target) {
    int[] shape = output.shape();
    if (shape.length != 2 || !Arrays.equals(shape, target.shape())) {
      throw new IllegalArgumentException(
          "outputs and targets must both be [batch, classes], but were "
              + Arrays.toString(shape)
              + " and "
              + Arrays.toString(target.shape()));
    }
  }

  /** Adds the loss of one row, whose exponentials have a sum, to a loss: class by class. */
  private static double plusLoss(
      double before, float[] z, float[] t, int row, int classes, double sum) {
    double max = largest(z, row, classes);
    double logSum = StrictMath.log(sum);
    double loss = before;
    for (int j = row; j < row + classes; j++) {
      loss += t[j] == 0 ? 0 : t[j] * (max - z[j] + logSum); // 0·∞ is 0 here
    }
    return loss;
  }

  /**
   * Returns the probabilities of the classes.
   *
   * @param logits the raw outputs, {@code [batch, classes]}
   * @return softmax of each row, {@code [batch, classes]}
   * @throws IllegalArgumentException if it has another shape
   */
  public static Tensor softmax(Tensor logits) {
    int classes = classes(logits);
    float[] z = Floats.of(logits);
    float[] probabilities = new float[z.length];
    double[] e = exponentials(z, classes);
    for (int row = 0; row < z.length; row += classes) {
      double sum = sum(e, row, classes);
      for (int j = row; j < row + classes; j++) {
        probabilities[j] = (float) (e[j] / sum);
      }
    }
    return Floats.like(logits, probabilities);
  }

  /**
   * Returns the logarithms of the probabilities of the classes, in float64: differences between
   * them are small.
   *
   * @param logits the raw outputs, {@code [batch, classes]}
   * @return log softmax of each row, last axis fastest
   * @throws IllegalArgumentException if it has another shape
   */
  public static double[] logSoftmax(Tensor logits) {
    int classes = classes(logits);
    float[] z = Floats.of(logits);
    double[] logs = new double[z.length];
    double[] e = exponentials(z, classes);
    for (int row = 0; row < z.length; row += classes) {
      double max = largest(z, row, classes);
      double logSum = StrictMath.log(sum(e, row, classes));
      for (int j = row; j < row + classes; j++) {
        logs[j] = z[j] - max - logSum;
      }
    }
    return logs;
  }

  private static int classes(Tensor logits) {
    int[] shape = logits.shape();
    if (shape.length != 2) {
      throw new IllegalArgumentException(
          "logits must be [batch, classes], but were " + Arrays.toString(shape));
    }
    return shape[1];
  }

  private static double largest(float[] z, int row, int classes) {
    double max = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < classes; j++) {
      max = Math.max(max, z[row + j]);
    }
    return max;
  }

  /** Returns exp(z − max), with the largest number of each row: the same digits everywhere. */
  private static double[] exponentials(float[] z, int classes) {
    double[] e = new double[z.length];
    for (int row = 0; row < z.length; row += classes) {
      double max = largest(z, row, classes);
      for (int j = row; j < row + classes; j++) {
        e[j] = z[j] - max;
      }
    }
    Curves.PLAIN.exp(e, 0, e.length); // a few classes: not worth the compilation of vectors
    return e;
  }

  private static double sum(double[] e, int row, int classes) {
    double sum = 0;
    for (int j = row; j < row + classes; j++) {
      sum += e[j];
    }
    return sum;
  }

  @Override
  public String unit() {
    return "nats per example";
  }

  @Override
  public String toString() {
    return "softmax cross-entropy";
  }
}
