package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * Gradient clipping: a gradient longer than a limit is shortened to it, keeping its direction.
 *
 * <pre>
 *   g ← g · c / ‖g‖     if ‖g‖ &gt; c, with one ‖g‖ over all parameters
 * </pre>
 *
 * <p>It keeps a recurrent net from huge steps where its loss is steep. A gradient that holds an
 * infinity or NaN has no direction and is not repaired.
 *
 * @param optimizer the optimizer that makes the steps
 * @param limit c, above 0
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu, Mikolov and Bengio (2013), algorithm
 *     1</a>
 */
public record ClippedNorm(Optimizer optimizer, double limit) implements Optimizer {

  /**
   * Checks the range.
   *
   * @param optimizer the optimizer that makes the steps
   * @param limit c, above 0
   * @throws IllegalArgumentException if the limit is not above 0 and finite
   */
  public ClippedNorm {
    Positive.require("largest gradient norm", limit);
  }

  @Override
  public State start(List<Tensor> parameters) {
    return optimizer.start(parameters);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    double sum = 0;
    for (Tensor gradient : gradients) {
      for (float g : Floats.of(gradient)) {
        sum += (double) g * g;
      }
    }
    double norm = Math.sqrt(sum);
    List<Tensor> clipped =
        norm > limit ? gradients.stream().map(g -> g.times(limit / norm)).toList() : gradients;
    return optimizer.step(parameters, clipped, state);
  }

  @Override
  public void requireSteps(int steps) {
    optimizer.requireSteps(steps);
  }

  @Override
  public ClippedNorm slowed(double factor) {
    return new ClippedNorm(optimizer.slowed(factor), limit);
  }
}
