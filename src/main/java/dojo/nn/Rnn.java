package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * A recurrent layer: at every step it sees the input of that step and its own last output.
 *
 * <pre>
 *   h₀ = 0,   hₜ = tanh(xₜ·W + d(hₜ₋₁)·U + b)          y = h₁ … h_T
 * </pre>
 *
 * <p>d is what the state passes through on its way to the next step: nothing, or a layer such as
 * dropout. It is given <em>the same key at every step</em>, so a dropout layer there has one mask
 * for a whole sequence: variational dropout (Gal and Ghahramani 2016), not a fresh mask each step.
 * {@link FreshNoise} around d gives each step a key of its own.
 *
 * <p>Not supported: two directions, an initial state other than 0, sequences of different lengths
 * in a batch.
 *
 * @param input W, {@code [in, units]}
 * @param recurrent U, {@code [units, units]}
 * @param bias b, {@code [units]}
 * @param onState d, a layer without parameters that keeps the shape; {@code Sequential.of()} for
 *     nothing
 * @see <a href="https://doi.org/10.1207/s15516709cog1402_1">Elman (1990)</a>
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016)</a>
 */
public record Rnn(Tensor input, Tensor recurrent, Tensor bias, Layer onState)
    implements Recurrence {

  /**
   * Checks that the shapes fit.
   *
   * @param input W, {@code [in, units]}
   * @param recurrent U, {@code [units, units]}
   * @param bias b, {@code [units]}
   * @param onState d, a layer without parameters that keeps the shape
   * @throws IllegalArgumentException if they do not
   */
  public Rnn {
    Recurrence.requireShapes("a recurrent layer", 1, input, recurrent, bias, onState);
  }

  /**
   * Returns a layer with random weights: W of Glorot and Bengio (2010), U orthogonal, b zero.
   *
   * @param in the number of inputs at each step
   * @param units the number of units
   * @param key where the weights are drawn from
   * @return the layer
   */
  public static Rnn of(int in, int units, RandomKey key) {
    return new Rnn(
        Init.glorot(in, units, key.split("input"), in, units),
        Init.orthogonal(units, key.split("recurrent")),
        Tensor.zeros(units),
        Sequential.of());
  }

  /**
   * Returns this layer with another layer between each state and the next step.
   *
   * @param layer d, for example dropout: one mask for the whole sequence
   * @return the new layer
   * @throws IllegalArgumentException if it has parameters
   */
  @Override
  public Rnn withOnState(Layer layer) {
    return new Rnn(input, recurrent, bias, layer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, steps, in]}, y is {@code [batch, steps, units]}. Backward through time,
   * from the last step to the first: dzₜ = (gₜ + the gradient from the step after it)·(1 − hₜ²).
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    return Recurrence.forward(this, x, mode, Rnn::step);
  }

  /** hₜ = tanh zₜ; nothing else is remembered. */
  private static Step step(Tensor z, Tensor nothing) {
    Forward tanh = new Tanh().forward(z, Mode.eval());
    return new Step(
        tanh.output(),
        nothing,
        (dh, dNothing) -> new Slopes(tanh.pullback().apply(dh).input(), dNothing));
  }

  @Override
  public Rnn withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Rnn(parameters.get(0), parameters.get(1), parameters.get(2), onState);
  }

  @Override
  public String toString() {
    return Recurrence.text("Rnn", this);
  }
}
