package dojo.optim;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * An optimizer whose learning rate follows a schedule: η·factor(step).
 *
 * <pre>{@code
 * new Scheduled(AdamW.of(1e-3, 0.01), new WarmUp(100).times(new Cosine(2000)))
 * }</pre>
 *
 * <p>The number of the step is that of {@link Optimizer.State}, so a run that continues from a
 * state continues its schedule.
 *
 * @param optimizer the optimizer that makes the steps; its learning rate is η
 * @param schedule the factor of each step
 */
public record Scheduled(Optimizer optimizer, LearningRateSchedule schedule) implements Optimizer {

  @Override
  public State start(List<Tensor> parameters) {
    return optimizer.start(parameters);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    return optimizer.slowed(schedule.factor(state.steps())).step(parameters, gradients, state);
  }

  @Override
  public void requireSteps(int steps) {
    for (int step = 0; step < steps; step++) {
      double factor = schedule.factor(step);
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the factor of a learning rate must be above 0 and finite, but was "
                + factor
                + " for step "
                + step);
      }
      optimizer.slowed(factor);
    }
    optimizer.requireSteps(steps);
  }

  @Override
  public Scheduled slowed(double factor) {
    return new Scheduled(optimizer.slowed(factor), schedule);
  }
}
