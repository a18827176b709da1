package dojo.nn;

import dojo.tensor.Tensor;

/**
 * Cross-entropy against softened labels: each target gives a share ε of its certainty to all
 * classes alike.
 *
 * <pre>
 *   t' = (1 − ε)·t + ε/K          K classes
 *   loss = −Σ t'·log softmax(z)    averaged over the batch, in nats
 * </pre>
 *
 * <p>A trainer takes it as its objective, and still measures the plain loss: {@code
 * Trainer.ofClassifier(60).withObjective(new LabelSmoothing(0.1))}. PyTorch's {@code
 * label_smoothing} is the same ε.
 *
 * @param epsilon ε, in {@code [0, 1]}: 0 is plain cross-entropy, at 1 the labels say nothing
 * @see <a href="https://arxiv.org/abs/1512.00567">Szegedy et al. (2016), section 7</a>
 */
public record LabelSmoothing(double epsilon) implements Loss {
  private static final SoftmaxCrossEntropy PLAIN = new SoftmaxCrossEntropy();

  /**
   * Checks the range.
   *
   * @param epsilon as the component says
   * @throws IllegalArgumentException if it is outside {@code [0, 1]} or NaN
   */
  public LabelSmoothing {
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException(
          "the smoothing of labels must be in [0, 1], but was " + epsilon);
    }
  }

  @Override
  public Value at(Tensor output, Tensor target) {
    return PLAIN.at(output, smoothed(target));
  }

  /**
   * Returns the labels as this loss sees them.
   *
   * @param target the target probabilities, {@code [batch, classes]}
   * @return t', of the same shape; its rows have the sums of the targets if these are 1
   */
  public Tensor smoothed(Tensor target) {
    int classes = target.shape().length == 0 ? 1 : target.length(target.shape().length - 1);
    double share = epsilon / classes;
    return target.map(t -> (float) ((1 - epsilon) * t + share));
  }

  @Override
  public String unit() {
    return PLAIN.unit();
  }

  @Override
  public String toString() {
    return "label smoothing (ε = " + epsilon + ")";
  }
}
