package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The max-norm constraint: after every step, no unit's incoming weights are longer than a limit.
 *
 * <pre>
 *   w ← w · c / ‖w‖     for each unit with ‖w‖ &gt; c
 * </pre>
 *
 * <p>The incoming weights of a unit are a column of the weights {@code [in, out]}. Srivastava et
 * al. found dropout to work best with it, and with c of 3 to 4. Biases, scales and shifts are left
 * alone. A parameter that is chosen and has other axes is rejected.
 *
 * @param optimizer the optimizer that makes the steps
 * @param limit c, above 0
 * @param choice which parameters are kept short
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014), section
 *     5.1</a>
 */
public record MaxNorm(Optimizer optimizer, double limit, Choice choice) implements Optimizer {

  /**
   * Checks the range.
   *
   * @param optimizer the optimizer that makes the steps
   * @param limit c, above 0
   * @param choice which parameters are kept short
   * @throws IllegalArgumentException if the limit is not above 0 and finite
   */
  public MaxNorm {
    Positive.require("max norm", limit);
  }

  /**
   * Makes the constraint on weights.
   *
   * @param optimizer the optimizer that makes the steps
   * @param limit c, above 0
   * @throws IllegalArgumentException if the limit is not above 0 and finite
   */
  public MaxNorm(Optimizer optimizer, double limit) {
    this(optimizer, limit, Choice.weights());
  }

  /**
   * Returns this rule for other parameters.
   *
   * @param other which parameters are kept short: weights {@code [in, out]} only
   * @return the new optimizer
   */
  public MaxNorm withChoice(Choice other) {
    return new MaxNorm(optimizer, limit, other);
  }

  @Override
  public State start(List<Tensor> parameters) {
    return optimizer.start(parameters);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    Step step = optimizer.step(parameters, gradients, state);
    List<Tensor> projected = new ArrayList<>();
    for (int i = 0; i < step.parameters().size(); i++) {
      Tensor w = step.parameters().get(i);
      projected.add(choice.includes(i, w) ? projected(w) : w);
    }
    return new Step(projected, step.state());
  }

  /**
   * Returns the nearest parameter within the limit.
   *
   * @param parameter weights {@code [in, out]}
   * @return the weights with no column longer than c
   * @throws IllegalArgumentException if the parameter has another number of axes
   */
  public Tensor projected(Tensor parameter) {
    if (parameter.shape().length != 2) {
      throw new IllegalArgumentException(
          "max norm needs weights [in, out], but the shape of one was "
              + Arrays.toString(parameter.shape())
              + ": leave it out with withChoice");
    }
    int out = parameter.length(1);
    float[] w = Floats.of(parameter);
    double[] scales = new double[out];
    for (int i = 0; i < w.length; i++) {
      scales[i % out] += (double) w[i] * w[i];
    }
    for (int j = 0; j < out; j++) {
      double norm = Math.sqrt(scales[j]);
      scales[j] = norm > limit ? limit / norm : 1;
    }
    float[] projected = new float[w.length];
    for (int i = 0; i < w.length; i++) {
      projected[i] = (float) (w[i] * scales[i % out]);
    }
    return Floats.like(parameter, projected);
  }

  @Override
  public void requireSteps(int steps) {
    optimizer.requireSteps(steps);
  }

  @Override
  public MaxNorm slowed(double factor) {
    return new MaxNorm(optimizer.slowed(factor), limit, choice);
  }
}
