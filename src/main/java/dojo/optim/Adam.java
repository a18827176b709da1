package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam: each parameter moves by its mean gradient, divided by the root of its mean square gradient.
 *
 * <pre>
 *   m ← β₁·m + (1 − β₁)·g          m̂ = m / (1 − β₁ᵗ)
 *   v ← β₂·v + (1 − β₂)·g²         v̂ = v / (1 − β₂ᵗ)
 *   w ← w − η·m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>Steps are made in float32. What would be 0, 1 or infinite there is refused: a learning rate or
 * ε that is too small or too large, a β that is 1.
 *
 * @param learningRate η, above 0
 * @param beta1 β₁, in {@code [0, 1)}
 * @param beta2 β₂, in {@code [0, 1)}
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2015), algorithm 1</a>
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /**
   * Checks the ranges.
   *
   * @param learningRate η, above 0
   * @param beta1 β₁, in {@code [0, 1)}
   * @param beta2 β₂, in {@code [0, 1)}
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Adam {
    Positive.require("learning rate", learningRate);
    Positive.requireFraction("beta1", beta1);
    Positive.requireFraction("beta2", beta2);
    Positive.require("epsilon", epsilon);
    // what the first step multiplies by, and what it divides by where a gradient is 0
    Positive.requireFloat(
        "learning rate / (1 - beta1)", Math.max(Float.MIN_VALUE, learningRate / (1 - beta1)));
    Positive.requireFloat("epsilon · √(1 - beta2)", epsilon * StrictMath.sqrt(1 - beta2));
  }

  /**
   * Returns Adam with the settings of its paper: β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
   *
   * @param learningRate η, above 0
   * @return the optimizer
   * @throws IllegalArgumentException if the learning rate is not above 0
   */
  public static Adam of(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-8);
  }

  /** Returns zeros: m of every parameter, then v of every parameter. */
  @Override
  public State start(List<Tensor> parameters) {
    List<Tensor> zeros = new ArrayList<>();
    for (int average = 0; average < 2; average++) {
      parameters.forEach(w -> zeros.add(Tensor.zeros(w.shape())));
    }
    return new State(0, zeros);
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    Fit.requireGradients(parameters, gradients);
    Fit.requireMemory(parameters, state, 2);
    int t = state.steps() + 1;
    int n = parameters.size();
    // both corrections folded into one step size and one root, as in section 2 of the paper
    double root = StrictMath.sqrt(1 - StrictMath.pow(beta2, t));
    float rate = (float) (learningRate * root / (1 - StrictMath.pow(beta1, t)));
    float eps = (float) (epsilon * root);
    List<Tensor> updated = new ArrayList<>();
    Tensor[] memory = new Tensor[2 * n];
    for (int i = 0; i < n; i++) {
      Tensor parameter = parameters.get(i);
      float[] newM = average(beta1, state.memory().get(i), gradients.get(i), false);
      float[] newV = average(beta2, state.memory().get(n + i), gradients.get(i), true);
      float[] newW = moved(Floats.of(parameter), newM, newV, rate, eps);
      updated.add(Floats.like(parameter, newW));
      memory[i] = Floats.like(parameter, newM);
      memory[n + i] = Floats.like(parameter, newV);
    }
    return new Step(updated, new State(t, List.of(memory)));
  }

  /** A loop in a method of its own: HotSpot compiles it in a fraction of the time. */
  private static float[] moved(float[] w, float[] m, float[] v, float rate, float eps) {
    float[] moved = new float[w.length];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = w[j] - rate * m[j] / ((float) Math.sqrt(v[j]) + eps);
    }
    return moved;
  }

  @Override
  public Adam slowed(double factor) {
    return new Adam(Positive.slowed(learningRate, factor), beta1, beta2, epsilon);
  }

  /** Returns β·average + (1 − β)·g, or of g² if squared. */
  private static float[] average(double beta, Tensor average, Tensor gradient, boolean squared) {
    float b = (float) beta;
    float c = (float) (1 - beta);
    float[] old = Floats.of(average);
    float[] g = Floats.of(gradient);
    float[] updated = new float[g.length];
    if (squared) {
      for (int j = 0; j < g.length; j++) {
        updated[j] = b * old[j] + c * (g[j] * g[j]);
      }
    } else {
      for (int j = 0; j < g.length; j++) {
        updated[j] = b * old[j] + c * g[j];
      }
    }
    return updated;
  }
}
