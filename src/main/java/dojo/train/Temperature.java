package dojo.train;

import dojo.data.Dataset;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.tensor.Tensor;

/**
 * Temperature scaling: divides the logits of a classifier by one number, so that it is as sure of
 * itself as it is right.
 *
 * <pre>
 *   softmax(logits / T)      T &gt; 1: less sure, T &lt; 1: surer
 * </pre>
 *
 * <p>No answer changes, since dividing by T keeps the order of the logits: the error is as before,
 * only the loss is another.
 *
 * @param value T, from 1e-30 to 1e30
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo, Pleiss, Sun and Weinberger (2017)</a>
 */
public record Temperature(double value) {

  /** The smallest and the largest temperature that {@link #fit} tries. */
  private static final double LIMIT = 20;

  /** The golden section, by which the search narrows its range. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();

  /**
   * Checks the range.
   *
   * @param value as the component says
   * @throws IllegalArgumentException if it is outside that range, in which logits can be divided by
   *     it
   */
  public Temperature {
    if (!(value >= 1e-30 && value <= 1e30)) {
      throw new IllegalArgumentException(
          "a temperature must be in [1e-30, 1e30], but was " + value);
    }
  }

  /**
   * Returns the temperature under which a classifier has the lowest cross-entropy, by golden
   * section: the loss has a single minimum, since it is convex in 1/T.
   *
   * @param model its outputs are logits
   * @param heldOut examples that it was not trained on, and that it will not be tested on
   * @return the temperature, within [1/20, 20]
   * @throws IllegalArgumentException if no temperature gives a finite loss: there are no examples,
   *     a logit is NaN or +∞, or a right answer is ruled out by −∞
   */
  public static Temperature fit(Layer model, Dataset heldOut) {
    Tensor logits = model.apply(heldOut.x(), Mode.eval());
    double low = -StrictMath.log(LIMIT);
    double high = StrictMath.log(LIMIT);
    for (double end : new double[] {low, high}) {
      double loss = at(end).loss(logits, heldOut.y());
      if (!Double.isFinite(loss)) {
        throw new IllegalArgumentException(
            "a temperature is fitted where the loss is finite, but for "
                + heldOut.size()
                + " examples under "
                + at(end)
                + " it was "
                + loss
                + ": look at the logits first");
      }
    }
    while (high - low > 1e-4) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (at(left).loss(logits, heldOut.y()) < at(right).loss(logits, heldOut.y())) {
        high = right;
      } else {
        low = left;
      }
    }
    return at((low + high) / 2);
  }

  private static Temperature at(double logarithm) {
    return new Temperature(StrictMath.exp(logarithm));
  }

  /**
   * Measures a classifier whose logits are divided by this temperature.
   *
   * @param model its outputs are logits
   * @param data what to measure it on
   * @return its score: the error is that without a temperature
   */
  public Score score(Layer model, Dataset data) {
    Tensor logits = model.apply(data.x(), Mode.eval());
    return new Score(loss(logits, data.y()), data.error(logits));
  }

  private double loss(Tensor logits, Tensor y) {
    return LOSS.at(logits.times(1 / value), y).mean();
  }
}
