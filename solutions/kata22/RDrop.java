package kata22;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 22: R-Drop, which asks a net twice, with two masks, and makes the answers agree. */
public final class RDrop {
  private RDrop() {}

  /** Given: a classifier in training, which draws its masks from the key. */
  public interface Model {

    /** Returns the logits of a batch, [batch, classes]. */
    double[][] logits(double[][] x, RandomKey key);
  }

  /**
   * Passes a batch through the model twice, with two masks.
   *
   * @param model the classifier
   * @param x the batch; it stays as it is
   * @param key the randomness: each pass gets a child of its own
   * @return the logits of both passes, [2, batch, classes]
   */
  public static double[][][] passes(Model model, double[][] x, RandomKey key) {
    // BEGIN SOLUTION two passes, two masks
    double[][] first = model.logits(x, key.split(0));
    double[][] second = model.logits(x, key.split(1)); // decisive
    return new double[][][] {first, second};
    // END SOLUTION
  }

  /**
   * Returns the divergence KL(P‖Q) of two predictions, with P = softmax(z1) and Q = softmax(z2).
   *
   * @param z1 the logits of P, [classes]; -∞ rules a class out, but not all of them
   * @param z2 the logits of Q, [classes]
   * @return in nats; a class that P rules out adds nothing, one that only Q rules out gives ∞
   */
  public static double divergence(double[] z1, double[] z2) {
    // BEGIN SOLUTION sum P·(log P - log Q) where P is not 0
    double[] logP = logSoftmax(z1);
    double[] logQ = logSoftmax(z2);
    double kl = 0;
    for (int k = 0; k < logP.length; k++) {
      double p = Math.exp(logP[k]);
      kl += p > 0 ? p * (logP[k] - logQ[k]) : 0; // decisive
    }
    return kl;
    // END SOLUTION
  }

  /**
   * Returns the loss: half of both cross-entropies and, times alpha, half of both divergences.
   *
   * @param z1 the logits of the first pass, [batch, classes]
   * @param z2 the logits of the second pass, [batch, classes]
   * @param target the right class of each example, [batch], at least one
   * @param alpha the weight of the agreement, at least 0
   * @return the mean over the batch, in nats
   */
  public static double loss(double[][] z1, double[][] z2, int[] target, double alpha) {
    // BEGIN SOLUTION halve both sums, average over the batch
    double sum = 0;
    for (int n = 0; n < target.length; n++) {
      int y = target[n];
      double ce = -(logSoftmax(z1[n])[y] + logSoftmax(z2[n])[y]) / 2;
      double kl = (divergence(z1[n], z2[n]) + divergence(z2[n], z1[n])) / 2; // decisive
      sum += ce + alpha * kl;
    }
    return sum / target.length;
    // END SOLUTION
  }

  /**
   * Returns the gradient of the loss at the logits of the first pass; exchange the two for that at
   * the second.
   *
   * @param z1 the logits of the first pass, [batch, classes]
   * @param z2 the logits of the second pass; where one of the two is -∞, so is the other
   * @param target the right class of each example, [batch], at least one
   * @param alpha the weight of the agreement, at least 0
   * @return a new array, [batch, classes]; 0 where a class is ruled out
   */
  public static double[][] gradient(double[][] z1, double[][] z2, int[] target, double alpha) {
    // BEGIN SOLUTION that of the cross-entropy and of both divergences
    double[][] g = new double[z1.length][];
    for (int n = 0; n < z1.length; n++) {
      double[] logP = logSoftmax(z1[n]);
      double[] logQ = logSoftmax(z2[n]);
      double kl = divergence(z1[n], z2[n]);
      g[n] = new double[logP.length];
      for (int k = 0; k < logP.length; k++) {
        double p = Math.exp(logP[k]);
        double q = Math.exp(logQ[k]);
        double ce = p - (k == target[n] ? 1 : 0);
        double there = p > 0 ? p * (logP[k] - logQ[k] - kl) : 0; // decisive
        double back = p - q;
        g[n][k] = (ce + alpha * (there + back)) / 2 / z1.length;
      }
    }
    return g;
    // END SOLUTION
  }

  /** Given: the logarithms of the softmax, in a new array; -∞ stays -∞. */
  static double[] logSoftmax(double[] z) {
    double max = Arrays.stream(z).max().orElse(0); // taken away, so that no power overflows
    double log = max + Math.log(Arrays.stream(z).map(each -> Math.exp(each - max)).sum());
    return Arrays.stream(z).map(each -> each - log).toArray();
  }
}
