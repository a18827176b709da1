package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
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
 * dropout layer there has one mask for a whole sequence; the cell c is never dropped.
 *
 * <p>Not supported: peepholes, projections, two directions, a first state other than 0, sequences
 * of different lengths in a batch.
 *
 * @param input W, {@code [in, 4·units]}
 * @param recurrent U, {@code [units, 4·units]}
 * @param bias b, {@code [4·units]}
 * @param onState d, a layer without parameters that keeps the shape; {@code Sequential.of()} for
 *     nothing
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber (1997)</a>
 * @see <a href="https://doi.org/10.1162/089976600300015015">Gers et al. (2000)</a> (the gate f)
 */
public record Lstm(Tensor input, Tensor recurrent, Tensor bias, Layer onState) implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param input as the component says
   * @param recurrent as the component says
   * @param bias as the component says
   * @param onState as the component says
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
    return new Lstm(
        Init.glorot(in, units, key.split("input"), in, 4 * units),
        Init.glorot(units, units, key.split("recurrent"), units, 4 * units),
        Tensor.generate(i -> i / units == 1 ? 1 : 0, 4 * units),
        Sequential.of());
  }

  /**
   * Returns this layer with something between a state and the next step.
   *
   * @param layer d, for example dropout: one mask for the whole sequence
   * @return the new layer
   * @throws IllegalArgumentException if it has parameters
   */
  public Lstm onState(Layer layer) {
    return new Lstm(input, recurrent, bias, layer);
  }

  /** What a step leaves for the way back. */
  private record Step(Tensor seen, Pullback noise, Tensor gates, Tensor cellBefore, Tensor cell) {}

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, steps, in]}, y is {@code [batch, steps, units]}.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Recurrence.requireInput(x, input.length(0));
    int batch = x.length(0);
    int units = recurrent.length(0);
    Tensor rows = x.reshape(batch * x.length(1), x.length(2));
    Tensor fromInput = MatMul.affine(rows, input, bias);
    List<Step> steps = new ArrayList<>();
    List<Tensor> states = new ArrayList<>();
    Tensor h = Tensor.zeros(batch, units);
    Tensor c = h;
    for (Tensor z : Steps.of(fromInput.reshape(batch, x.length(1), 4 * units))) {
      Forward state = onState.forward(h, mode); // the same key at every step
      Tensor gates = gates(MatMul.plus(z, state.output(), recurrent), units);
      Tensor before = c;
      c = cell(gates, before);
      h = state(gates, c);
      steps.add(new Step(state.output(), state.pullback(), gates, before, c));
      states.add(h);
    }
    Tensor y = Steps.rows(states, batch, units).reshape(batch, x.length(1), units);
    return new Forward(y, g -> backward(x, rows, steps, g));
  }

  private Gradients backward(Tensor x, Tensor rows, List<Step> steps, Tensor outputGradient) {
    int batch = x.length(0);
    int units = recurrent.length(0);
    Recurrence.requireGradient(x, units, outputGradient);
    List<Tensor> g = Steps.of(outputGradient);
    List<Tensor> dz = new ArrayList<>();
    Tensor sentBack = Tensor.zeros(batch, units);
    float[] dc = new float[batch * units]; // what the cell sends back from step to step
    for (int t = steps.size() - 1; t >= 0; t--) {
      Tensor dzT = throughGates(steps.get(t), g.get(t), sentBack, dc);
      dz.add(dzT);
      sentBack = steps.get(t).noise().apply(MatMul.timesTransposed(dzT, recurrent)).input();
    }
    Collections.reverse(dz);
    List<Tensor> seen = steps.stream().map(Step::seen).toList();
    return Recurrence.gradients(x, rows, seen, dz, input, units);
  }

  /** Returns i, f, g, o beside each other, [batch, 4·units]. */
  private static Tensor gates(Tensor z, int units) {
    float[] a = Floats.of(z);
    float[] gates = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      boolean candidate = i / units % 4 == 2;
      gates[i] = (float) (candidate ? StrictMath.tanh(a[i]) : Sigmoid.of(a[i]));
    }
    return Floats.like(z, gates);
  }

  /** c = f·c + i·g. */
  private static Tensor cell(Tensor gates, Tensor cellBefore) {
    float[] gate = Floats.of(gates);
    float[] before = Floats.of(cellBefore);
    int units = cellBefore.length(1);
    float[] c = new float[before.length];
    for (int k = 0; k < c.length; k++) {
      int at = k / units * 4 * units + k % units;
      c[k] = gate[at + units] * before[k] + gate[at] * gate[at + 2 * units];
    }
    return Floats.like(cellBefore, c);
  }

  /** h = o·tanh(c). */
  private static Tensor state(Tensor gates, Tensor cell) {
    float[] gate = Floats.of(gates);
    float[] c = Floats.of(cell);
    int units = cell.length(1);
    float[] h = new float[c.length];
    for (int k = 0; k < h.length; k++) {
      int at = k / units * 4 * units + k % units;
      h[k] = (float) (gate[at + 3 * units] * StrictMath.tanh(c[k]));
    }
    return Floats.like(cell, h);
  }

  /** Returns da of one step, and replaces dcₜ, as it is sent back to this step, by dcₜ₋₁. */
  private static Tensor throughGates(Step step, Tensor gradient, Tensor sentBack, float[] dc) {
    float[] gate = Floats.of(step.gates());
    float[] before = Floats.of(step.cellBefore());
    float[] c = Floats.of(step.cell());
    float[] g = Floats.of(gradient);
    float[] s = Floats.of(sentBack);
    int units = step.cell().length(1);
    float[] da = new float[gate.length];
    for (int k = 0; k < c.length; k++) {
      int at = k / units * 4 * units + k % units;
      float i = gate[at];
      float f = gate[at + units];
      float candidate = gate[at + 2 * units];
      float o = gate[at + 3 * units];
      float tanhC = (float) StrictMath.tanh(c[k]);
      float dh = g[k] + s[k];
      float dCell = dc[k] + dh * o * (1 - tanhC * tanhC);
      da[at] = dCell * candidate * (i * (1 - i));
      da[at + units] = dCell * before[k] * (f * (1 - f));
      da[at + 2 * units] = dCell * i * (1 - candidate * candidate);
      da[at + 3 * units] = dh * tanhC * (o * (1 - o));
      dc[k] = dCell * f;
    }
    return Floats.like(step.gates(), da);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(input, recurrent, bias);
  }

  @Override
  public Lstm withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Lstm(parameters.get(0), parameters.get(1), parameters.get(2), onState);
  }

  @Override
  public List<Layer> layers() {
    return List.of(onState);
  }

  @Override
  public Lstm withLayers(List<Layer> layers) {
    return onState(Parameters.requireOneLayer(this, layers));
  }

  @Override
  public String toString() {
    return Recurrence.text("Lstm", input.length(0), recurrent.length(0), onState);
  }
}
