package dojo.optim;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Stochastic gradient descent with momentum.
 *
 * <pre>
 *   v ← μ·v + g
 *   w ← w − η·v              or, in Nesterov's form:   w ← w − η·(g + μ·v)
 * </pre>
 *
 * <p>The form of PyTorch, with v = 0 before the first step. Nesterov's form goes one step of
 * momentum further than the last gradient, as if it looked ahead.
 *
 * @param learningRate η, above 0
 * @param momentum μ, in {@code [0, 1)}; 0 for plain gradient descent
 * @param form how the momentum enters the step
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al. (2013)</a>
 */
public record Sgd(double learningRate, double momentum, Momentum form) implements Optimizer {

  /** How the momentum enters the step. */
  public enum Momentum {
    /** {@code w ← w − η·v}. */
    CLASSICAL,
    /** {@code w ← w − η·(g + μ·v)}. */
    NESTEROV
  }

  /**
   * Checks the ranges.
   *
   * @param learningRate η, above 0
   * @param momentum μ, in {@code [0, 1)}
   * @param form how the momentum enters the step
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Sgd {
    Positive.require("learning rate", learningRate);
    Positive.requireFraction("momentum", momentum);
  }

  /**
   * Makes gradient descent with the usual form of momentum.
   *
   * @param learningRate η, above 0
   * @param momentum μ, in {@code [0, 1)}
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Sgd(double learningRate, double momentum) {
    this(learningRate, momentum, Momentum.CLASSICAL);
  }

  /**
   * Returns plain gradient descent.
   *
   * @param learningRate η, above 0
   * @return the optimizer
   * @throws IllegalArgumentException if the learning rate is not above 0
   */
  public static Sgd of(double learningRate) {
    return new Sgd(learningRate, 0);
  }

  /**
   * Returns gradient descent with Nesterov's form of momentum.
   *
   * @param learningRate η, above 0
   * @param momentum μ, in {@code [0, 1)}
   * @return the optimizer
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public static Sgd nesterov(double learningRate, double momentum) {
    return new Sgd(learningRate, momentum, Momentum.NESTEROV);
  }

  @Override
  public State start(List<Tensor> parameters) {
    return new State(0, parameters.stream().map(w -> Tensor.zeros(w.shape())).toList());
  }

  @Override
  public Step step(List<Tensor> parameters, List<Tensor> gradients, State state) {
    Fit.requireGradients(parameters, gradients);
    Fit.requireMemory(parameters, state, 1);
    float rate = (float) learningRate;
    float mu = (float) momentum;
    List<Tensor> updated = new ArrayList<>();
    List<Tensor> velocities = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      float[] w = Floats.of(parameters.get(i));
      float[] g = Floats.of(gradients.get(i));
      float[] v = Floats.of(state.memory().get(i));
      float[] newW = new float[w.length];
      float[] newV = new float[w.length];
      if (form == Momentum.NESTEROV) {
        nesterov(w, v, g, rate, mu, newW, newV);
      } else {
        classical(w, v, g, rate, mu, newW, newV);
      }
      updated.add(Floats.like(parameters.get(i), newW));
      velocities.add(Floats.like(parameters.get(i), newV));
    }
    return new Step(updated, new State(state.steps() + 1, velocities));
  }

  /** A loop in a method of its own, like the next: HotSpot compiles it in a fifth of the time. */
  private static void classical(
      float[] w, float[] v, float[] g, float rate, float mu, float[] newW, float[] newV) {
    for (int j = 0; j < newW.length; j++) {
      newV[j] = mu * v[j] + g[j];
      newW[j] = w[j] - rate * newV[j];
    }
  }

  private static void nesterov(
      float[] w, float[] v, float[] g, float rate, float mu, float[] newW, float[] newV) {
    for (int j = 0; j < newW.length; j++) {
      newV[j] = mu * v[j] + g[j];
      newW[j] = w[j] - rate * (g[j] + mu * newV[j]);
    }
  }

  @Override
  public Sgd slowed(double factor) {
    return new Sgd(Positive.slowed(learningRate, factor), momentum, form);
  }
}
