package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * L2 regularisation: every step also makes ½·λ·‖w‖² smaller.
 *
 * <pre>
 *   g ← g + λ·w     for weights; biases, scales and shifts are left alone, unless chosen
 * </pre>
 *
 * <p>For plain {@link Sgd} this makes each weight decay by the factor 1 − η·λ; for {@link Adam} it
 * does not, because Adam divides it like any gradient: see {@link AdamW}. PyTorch's {@code
 * weight_decay} does the same, to biases too.
 *
 * @param optimizer the optimizer that makes the steps
 * @param lambda λ, at least 0
 * @param choice which parameters decay
 * @see <a
 *     href="https://proceedings.neurips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html">Krogh
 *     and Hertz (1991)</a>
 */
public record WeightDecay(Optimizer optimizer, double lambda, Choice choice) implements Optimizer {

  /**
   * Checks the range.
   *
   * @param optimizer the optimizer that makes the steps
   * @param lambda λ, at least 0
   * @param choice which parameters decay
   * @throws IllegalArgumentException if λ is negative, infinite or NaN
   */
  public WeightDecay {
    Positive.requireNotNegative("weight decay", lambda);
  }

  /**
   * Makes the decay of weights.
   *
   * @param optimizer the optimizer that makes the steps
   * @param lambda λ, at least 0
   * @throws IllegalArgumentException if λ is negative, infinite or NaN
   */
  public WeightDecay(Optimizer optimizer, double lambda) {
    this(optimizer, lambda, Choice.weights());
  }

  /**
   * Returns this rule for other parameters.
   *
   * @param other which parameters decay
   * @return the new optimizer
   */
  public WeightDecay withChoice(Choice other) {
    return new WeightDecay(optimizer, lambda, other);
  }

  @Override
  public State start(List<Tensor> parameters) {
    return optimizer.start(parameters);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    Fit.requireGradients(parameters, gradients);
    List<Tensor> steeper = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Tensor w = parameters.get(i);
      steeper.add(choice.includes(i, w) ? plus(gradients.get(i), w) : gradients.get(i));
    }
    return optimizer.step(parameters, steeper, state);
  }

  /** Returns g + λ·w. */
  private Tensor plus(Tensor gradient, Tensor weight) {
    float factor = (float) lambda;
    float[] g = Floats.of(gradient);
    float[] w = Floats.of(weight);
    float[] sum = new float[g.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = g[i] + factor * w[i];
    }
    return Floats.like(gradient, sum);
  }

  @Override
  public void requireSteps(int steps) {
    optimizer.requireSteps(steps);
  }

  @Override
  public WeightDecay slowed(double factor) {
    return new WeightDecay(optimizer.slowed(factor), lambda, choice);
  }
}
