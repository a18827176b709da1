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

  /** Computes the gates from z, then writes and reads c. */
  private static Step step(Tensor z, Tensor before) {
    double[][] a = Gates.parts(z, 4);
    float[] i = Doubles.rounded(Sigmoid.values(a[0]));
    float[] f = Doubles.rounded(Sigmoid.values(a[1]));
    float[] g = Doubles.rounded(Tanh.values(a[2]));
    float[] o = Doubles.rounded(Sigmoid.values(a[3]));
    float[] old = Floats.of(before);
    float[] c = new float[old.length];
    for (int k = 0; k < c.length; k++) {
      c[k] = f[k] * old[k] + i[k] * g[k];
    }
    Tensor memory = Floats.like(before, c);
    double[] read = Tanh.values(Doubles.of(memory));
    float[] h = new float[c.length];
    for (int k = 0; k < h.length; k++) {
      h[k] = (float) (o[k] * read[k]);
    }
    return new Step(
        Floats.like(before, h),
        memory,
        (dh, dc) -> backward(a, new float[][] {i, f, g, o}, before, memory, read, dh, dc));
  }

  private static Slopes backward(
      double[][] a,
      float[][] gates,
      Tensor before,
      Tensor memory,
      double[] read,
      Tensor dh,
      Tensor dc) {
    float[] i = gates[0];
    float[] f = gates[1];
    float[] g = gates[2];
    float[] o = gates[3];
    double[] slopeOfI = Sigmoid.slopes(a[0]);
    double[] slopeOfF = Sigmoid.slopes(a[1]);
    double[] slopeOfG = Tanh.slopes(a[2]);
    double[] slopeOfO = Sigmoid.slopes(a[3]);
    double[] slopeOfRead = Tanh.slopes(Doubles.of(memory));
    float[] old = Floats.of(before);
    float[] sent = Floats.of(dc);
    float[] dState = Floats.of(dh);
    float[][] da = new float[4][old.length];
    float[] dOld = new float[old.length];
    for (int k = 0; k < dOld.length; k++) {
      double dCell = sent[k] + dState[k] * o[k] * slopeOfRead[k];
      da[0][k] = (float) (dCell * g[k] * slopeOfI[k]);
      da[1][k] = (float) (dCell * old[k] * slopeOfF[k]);
      da[2][k] = (float) (dCell * i[k] * slopeOfG[k]);
      da[3][k] = (float) (dState[k] * read[k] * slopeOfO[k]);
      dOld[k] = (float) (dCell * f[k]);
    }
    return new Slopes(Gates.joined(da, before), Floats.like(before, dOld));
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
