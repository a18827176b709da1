package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * Long short-term memory: a recurrent layer with a memory cell that gates write to, keep and read.
 *
 * <pre>
 *   (a_i, a_f, a_g, a_o) = xₜ·W + d(hₜ₋₁)·U + b
 *   i = σ(a_i)  f = σ(a_f)  g = tanh(a_g)  o = σ(a_o)
 *   cₜ = f·cₜ₋₁ + i·g        hₜ = o·tanh(cₜ)        c₀ = h₀ = 0,   y = h₁ … h_T
 * </pre>
 *
 * <p>The order of the gates is PyTorch's, with one bias in place of two. d is as in {@link Rnn}: a
 * dropout layer there has one mask for a whole sequence, unless {@link FreshNoise} is around it;
 * the cell c is never dropped.
 *
 * <p>Not supported: peepholes, projections, two directions, an initial state other than 0,
 * sequences of different lengths in a batch.
 *
 * @param input W, {@code [in, 4·units]}
 * @param recurrent U, {@code [units, 4·units]}
 * @param bias b, {@code [4·units]}
 * @param onState d, a layer without parameters that keeps the shape; {@code Sequential.of()} for
 *     nothing
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber (1997)</a>
 * @see <a href="https://doi.org/10.1162/089976600300015015">Gers et al. (2000)</a> (the gate f)
 */
public record Lstm(Tensor input, Tensor recurrent, Tensor bias, Layer onState)
    implements Recurrence {

  /**
   * Checks that the shapes fit.
   *
   * @param input W, {@code [in, 4·units]}
   * @param recurrent U, {@code [units, 4·units]}
   * @param bias b, {@code [4·units]}
   * @param onState d, a layer without parameters that keeps the shape
   * @throws IllegalArgumentException if they do not
   */
  public Lstm {
    Recurrence.requireShapes("an LSTM", 4, input, recurrent, bias, onState);
  }

  /**
   * Returns a layer with random weights of Glorot and Bengio (2010). The biases are zero, those of
   * the gate f one, so that the memory is kept at first.
   *
   * @param in the number of inputs at each step
   * @param units the number of units
   * @param key where the weights are drawn from
   * @return the layer
   * @see <a href="https://proceedings.mlr.press/v37/jozefowicz15.html">Jozefowicz et al. (2015)</a>
   *     (the bias of f)
   */
  public static Lstm of(int in, int units, RandomKey key) {
    int wide = Shape.size(4, units); // a gate beside the other
    return new Lstm(
        Init.glorot(in, units, key.split("input"), in, wide),
        Init.glorot(units, units, key.split("recurrent"), units, wide),
        Tensor.generate(i -> i / units == 1 ? 1 : 0, wide),
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
  public Lstm withOnState(Layer layer) {
    return new Lstm(input, recurrent, bias, layer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, steps, in]}, y is {@code [batch, steps, units]}.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    return Recurrence.forward(this, x, mode, Lstm::step);
  }

  /** Computes the gates i, f, g, o, which lie side by side in z, then writes and reads c. */
  private static Step step(Tensor z, Tensor before) {
    float[] a = Floats.of(z);
    float[] old = Floats.of(before);
    int units = before.length(1);
    float[] gates = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      boolean candidate = i / units % 4 == 2;
      gates[i] = (float) (candidate ? StrictMath.tanh(a[i]) : Sigmoid.of(a[i]));
    }
    float[] c = new float[old.length];
    float[] h = new float[old.length];
    for (int k = 0; k < c.length; k++) {
      int at = k / units * 4 * units + k % units;
      c[k] = gates[at + units] * old[k] + gates[at] * gates[at + 2 * units];
      h[k] = (float) (gates[at + 3 * units] * StrictMath.tanh(c[k]));
    }
    return new Step(
        Floats.like(before, h),
        Floats.like(before, c),
        (dh, dc) -> backward(z, gates, before, c, dh, dc));
  }

  private static Slopes backward(
      Tensor z, float[] gate, Tensor before, float[] c, Tensor dh, Tensor dc) {
    float[] a = Floats.of(z);
    float[] old = Floats.of(before);
    float[] g = Floats.of(dh);
    float[] sent = Floats.of(dc);
    int units = before.length(1);
    float[] da = new float[gate.length];
    float[] dOld = new float[c.length];
    for (int k = 0; k < c.length; k++) {
      int at = k / units * 4 * units + k % units;
      float i = gate[at];
      float f = gate[at + units];
      float candidate = gate[at + 2 * units];
      float o = gate[at + 3 * units];
      double dCell = sent[k] + g[k] * o * Tanh.slope(c[k]);
      da[at] = (float) (dCell * candidate * Sigmoid.slope(a[at]));
      da[at + units] = (float) (dCell * old[k] * Sigmoid.slope(a[at + units]));
      da[at + 2 * units] = (float) (dCell * i * Tanh.slope(a[at + 2 * units]));
      da[at + 3 * units] =
          (float) (g[k] * StrictMath.tanh(c[k]) * Sigmoid.slope(a[at + 3 * units]));
      dOld[k] = (float) (dCell * f);
    }
    return new Slopes(Floats.like(z, da), Floats.like(before, dOld));
  }

  @Override
  public Lstm withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Lstm(parameters.get(0), parameters.get(1), parameters.get(2), onState);
  }

  @Override
  public String toString() {
    return Recurrence.text("Lstm", this);
  }
}
