package dojo.dropout;

import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The objective of nets that learn their drop rates: another objective plus the penalties on the
 * rates of all {@link ConcreteDropout}s.
 *
 * <pre>
 *   objective + Σ [λ_w·‖W‖²/q + λ_p·K·(p·log p + q·log q)]      over the concrete dropouts
 *   W: the weights after such a layer, [K, out]: the first ones of the first layer that has some
 * </pre>
 *
 * <p>The concrete dropouts are found by {@link Layer#layers}, however deep. One inside a layer of
 * your own that does not return it there is not seen: a parameter of one number may be the logit of
 * a rate, but as well a bias or a slope. A model in which none is seen is refused, and so is a
 * layer that has such a parameter and prints a ConcreteDropout, as a record does that holds one.
 * What a layer neither returns nor prints has no penalty.
 *
 * <p>Without the penalty a rate falls towards 0, because a net without noise fits its training data
 * best. For N training examples and a prior length scale l, such as 0.01, the authors' code has λ_w
 * = l²/(τN) and λ_p = 2/(τN) if the loss is a squared error, where τ is the inverse variance of the
 * observations. For a cross-entropy there is no τ, and the 2 is left out. A trainer takes it as its
 * objective:
 *
 * <pre>{@code
 * Trainer.ofClassifier(60)
 *     .withObjective(new ConcretePenalty(new SoftmaxCrossEntropy(), 1e-4 / n, 1.0 / n))
 * }</pre>
 *
 * @param objective what else to minimise, for example a loss or {@link RDrop}
 * @param weightPenalty λ_w, at least 0 and finite
 * @param entropyPenalty λ_p, at least 0 and finite
 * @see <a href="https://arxiv.org/abs/1705.07832">Gal, Hron and Kendall (2017), section 3</a>
 */
public record ConcretePenalty(Objective objective, double weightPenalty, double entropyPenalty)
    implements Objective {

  /**
   * Checks the ranges.
   *
   * @param objective what else to minimise, for example a loss or {@link RDrop}
   * @param weightPenalty λ_w, at least 0 and finite
   * @param entropyPenalty λ_p, at least 0 and finite
   * @throws IllegalArgumentException if a penalty is negative, infinite or NaN
   */
  public ConcretePenalty {
    for (double penalty : new double[] {weightPenalty, entropyPenalty}) {
      if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a penalty must be at least 0 and finite, but was " + penalty);
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no concrete dropout is found, one is printed by a layer
   *     that does not return it in {@link Layer#layers}, or one has no weights after it
   */
  @Override
  public Result on(Layer model, Tensor x, Tensor target, Mode mode) {
    Result plain = objective.on(model, x, target, mode);
    double value = plain.value();
    List<Tensor> gradients = new ArrayList<>(plain.gradients());
    List<Tensor> parameters = model.parameters();
    List<Layer> parts = parts(model);
    requireConcrete(parts, model);
    for (int i = 0, at = 0; i < parts.size(); at += parts.get(i++).parameters().size()) {
      if (parts.get(i) instanceof ConcreteDropout dropout) {
        int after = weightsAfter(at, parameters, dropout);
        Tensor w = parameters.get(after);
        ConcreteDropout.Penalty penalty =
            dropout.penalty(weightPenalty, squares(w), entropyPenalty, w.length(0));
        value += penalty.value();
        gradients.set(at, gradients.get(at).plus(Tensor.full(penalty.logitGradient(), 1)));
        gradients.set(after, gradients.get(after).plus(w.times(penalty.weightFactor())));
      }
    }
    return new Result(value, gradients);
  }

  private void requireConcrete(List<Layer> parts, Layer model) {
    if (weightPenalty + entropyPenalty == 0) {
      return;
    }
    if (parts.stream().noneMatch(ConcreteDropout.class::isInstance)) {
      throw new IllegalArgumentException(
          "a penalty on drop rates needs a ConcreteDropout, but none is to be seen in "
              + model
              + ": a layer that has others inside must return them in layers(); a model without one"
              + " needs no ConcretePenalty");
    }
    for (Layer part : parts) {
      if (hidesConcrete(part)) {
        throw new IllegalArgumentException(
            "a penalty on drop rates must see every ConcreteDropout, but one is hidden in "
                + part
                + ": a layer that has others inside must return them in layers()");
      }
    }
  }

  /** Whether a layer has what may be a logit, and says itself that it is one. */
  private static boolean hidesConcrete(Layer part) {
    return !(part instanceof ConcreteDropout)
        && part.parameters().stream().anyMatch(w -> Arrays.equals(w.shape(), new int[] {1}))
        && part.toString().contains(ConcreteDropout.class.getSimpleName() + "(");
  }

  /** Returns the layers that a model is made of, in the order of its parameters. */
  private static List<Layer> parts(Layer model) {
    List<Tensor> inside =
        model.layers().stream().flatMap(layer -> layer.parameters().stream()).toList();
    if (!inside.isEmpty() && inside.equals(model.parameters())) {
      return model.layers().stream().flatMap(layer -> parts(layer).stream()).toList();
    }
    if (isConcreteInside(model)) {
      throw new IllegalArgumentException(
          "which weights come after a ConcreteDropout is known where the parameters of a layer are"
              + " those of its layers(), in order, but they are not in "
              + model);
    }
    return List.of(model); // its parameters, if any, are its own
  }

  private static boolean isConcreteInside(Layer model) {
    return model.layers().stream()
        .anyMatch(layer -> layer instanceof ConcreteDropout || isConcreteInside(layer));
  }

  /** Returns which parameter is the first one with two axes or more after the logit. */
  private static int weightsAfter(int logit, List<Tensor> parameters, ConcreteDropout dropout) {
    for (int i = logit + 1; i < parameters.size(); i++) {
      if (parameters.get(i).shape().length >= 2) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "the rate of a concrete dropout is learned from the weights after it, but there are none"
            + " after "
            + dropout
            + ": put a layer with weights there, such as Linear");
  }

  private static double squares(Tensor weights) {
    double sum = 0;
    for (float w : Floats.of(weights)) {
      sum += (double) w * w;
    }
    return sum;
  }

  @Override
  public String toString() {
    return objective + " + penalty(λ_w = " + weightPenalty + ", λ_p = " + entropyPenalty + ")";
  }
}
