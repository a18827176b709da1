package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with decoupled weight decay: each weight shrinks by a fixed fraction, whatever its gradient.
 *
 * <pre>
 *   w ← w − η·λ·w − (the step of Adam)     for weights; others do not shrink, unless chosen
 * </pre>
 *
 * <p>Through {@link WeightDecay}, Adam would divide the decay by the mean size of the gradient, and
 * so let weights with large gradients decay less. PyTorch's AdamW is the same, but by default
 * decays biases, too, as {@code withChoice(Choice.all())} does.
 *
 * @param adam the optimizer that makes the steps; its learning rate is η
 * @param weightDecay λ, at least 0
 * @param choice which parameters shrink
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter (2019), algorithm 2</a>
 */
public record AdamW(Adam adam, double weightDecay, Choice choice) implements Optimizer {

  /**
   * Checks the range.
   *
   * @param adam the optimizer that makes the steps
   * @param weightDecay λ, at least 0
   * @param choice which parameters shrink
   * @throws IllegalArgumentException if λ is negative, infinite or NaN, or η·λ too large for
   *     float32
   */
  public AdamW {
    Positive.requireNotNegative("weight decay", weightDecay);
    // may be as small as the rate of a schedule becomes
    Positive.requireFloat(
        "learning rate · weight decay",
        Math.max(Float.MIN_VALUE, adam.learningRate() * weightDecay));
  }

  /**
   * Makes the decay of weights.
   *
   * @param adam the optimizer that makes the steps
   * @param weightDecay λ, at least 0
   * @throws IllegalArgumentException if λ is negative, infinite or NaN
   */
  public AdamW(Adam adam, double weightDecay) {
    this(adam, weightDecay, Choice.weights());
  }

  /**
   * Returns AdamW with the usual settings of {@link Adam#of}.
   *
   * @param learningRate η, above 0
   * @param weightDecay λ, at least 0; 0.01 is usual
   * @return the optimizer
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public static AdamW of(double learningRate, double weightDecay) {
    return new AdamW(Adam.of(learningRate), weightDecay);
  }

  /**
   * Returns this optimizer with a decay of other parameters.
   *
   * @param other which parameters shrink
   * @return the new optimizer
   */
  public AdamW withChoice(Choice other) {
    return new AdamW(adam, weightDecay, other);
  }

  @Override
  public State start(List<Tensor> parameters) {
    return adam.start(parameters);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    Step step = adam.step(parameters, gradients, state);
    List<Tensor> updated = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Tensor w = parameters.get(i);
      Tensor moved = step.parameters().get(i);
      updated.add(choice.includes(i, w) ? minusDecay(moved, w) : moved);
    }
    return new Step(updated, step.state());
  }

  /** Returns moved − η·λ·w. */
  private Tensor minusDecay(Tensor moved, Tensor weight) {
    float factor = (float) (adam.learningRate() * weightDecay);
    float[] m = Floats.of(moved);
    float[] w = Floats.of(weight);
    float[] updated = new float[w.length];
    for (int i = 0; i < w.length; i++) {
      updated[i] = m[i] - factor * w[i];
    }
    return Floats.like(weight, updated);
  }

  @Override
  public void requireSteps(int steps) {
    adam.requireSteps(steps);
  }

  @Override
  public AdamW slowed(double factor) {
    return new AdamW(adam.slowed(factor), weightDecay, choice);
  }
}
