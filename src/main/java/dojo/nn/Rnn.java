package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A recurrent layer: at every step it sees the input of that step and its own last answer.
 *
 * <pre>
 *   h₀ = 0,   hₜ = tanh(xₜ·W + d(hₜ₋₁)·U + b)          y = h₁ … h_T
 * </pre>
 *
 * <p>d is what the state passes through on its way to the next step: nothing, or a layer such as
 * dropout. It is given <em>the same key at every step</em>, so a dropout layer there has one mask
 * for a whole sequence: variational dropout (Gal and Ghahramani 2016), not a fresh mask each step.
 *
 * <p>Not supported: two directions, a first state other than 0, sequences of different lengths in a
 * batch.
 *
 * @param input W, {@code [in, units]}
 * @param recurrent U, {@code [units, units]}
 * @param bias b, {@code [units]}
 * @param onState d, a layer without parameters that keeps the shape; {@code Sequential.of()} for
 *     nothing
 * @see <a href="https://doi.org/10.1207/s15516709cog1402_1">Elman (1990)</a>
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016)</a>
 */
public record Rnn(Tensor input, Tensor recurrent, Tensor bias, Layer onState) implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param input as the component says
   * @param recurrent as the component says
   * @param bias as the component says
   * @param onState as the component says
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
   * Returns this layer with something between a state and the next step.
   *
   * @param layer d, for example dropout: one mask for the whole sequence
   * @return the new layer
   * @throws IllegalArgumentException if it has parameters
   */
  public Rnn onState(Layer layer) {
    return new Rnn(input, recurrent, bias, layer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, steps, in]}, y is {@code [batch, steps, units]}. Backward through time,
   * from the last step to the first: dzₜ = (gₜ + what hₜ sent on)·(1 − hₜ²).
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Recurrence.requireInput(x, input.length(0));
    int batch = x.length(0);
    int units = bias.size();
    Tensor rows = x.reshape(batch * x.length(1), x.length(2));
    Tensor fromInput = MatMul.affine(rows, input, bias);
    List<Tensor> states = new ArrayList<>();
    List<Tensor> seen = new ArrayList<>();
    List<Pullback> noise = new ArrayList<>();
    Tensor h = Tensor.zeros(batch, units);
    for (Tensor z : Steps.of(fromInput.reshape(batch, x.length(1), units))) {
      Forward state = onState.forward(h, mode); // the same key at every step
      noise.add(state.pullback());
      seen.add(state.output());
      h = tanh(MatMul.plus(z, state.output(), recurrent));
      states.add(h);
    }
    Tensor y = Steps.rows(states, batch, units).reshape(batch, x.length(1), units);
    return new Forward(y, g -> backward(x, rows, states, seen, noise, g));
  }

  private Gradients backward(
      Tensor x,
      Tensor rows,
      List<Tensor> states,
      List<Tensor> seen,
      List<Pullback> noise,
      Tensor outputGradient) {
    int batch = x.length(0);
    int units = bias.size();
    Recurrence.requireGradient(x, units, outputGradient);
    List<Tensor> g = Steps.of(outputGradient);
    List<Tensor> dz = new ArrayList<>();
    Tensor sentBack = Tensor.zeros(batch, units);
    for (int t = states.size() - 1; t >= 0; t--) {
      Tensor dzT = throughTanh(states.get(t), g.get(t), sentBack);
      dz.add(dzT);
      sentBack = noise.get(t).apply(MatMul.timesTransposed(dzT, recurrent)).input();
    }
    Collections.reverse(dz);
    return Recurrence.gradients(x, rows, seen, dz, input, units);
  }

  private static Tensor tanh(Tensor z) {
    float[] in = Floats.of(z);
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) StrictMath.tanh(in[i]);
    }
    return Floats.like(z, out);
  }

  private static Tensor throughTanh(Tensor state, Tensor gradient, Tensor sentBack) {
    float[] h = Floats.of(state);
    float[] g = Floats.of(gradient);
    float[] s = Floats.of(sentBack);
    float[] dz = new float[h.length];
    for (int i = 0; i < dz.length; i++) {
      dz[i] = (g[i] + s[i]) * (1 - h[i] * h[i]);
    }
    return Floats.like(state, dz);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(input, recurrent, bias);
  }

  @Override
  public Rnn withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Rnn(parameters.get(0), parameters.get(1), parameters.get(2), onState);
  }

  @Override
  public List<Layer> layers() {
    return List.of(onState);
  }

  @Override
  public Rnn withLayers(List<Layer> layers) {
    return onState(Parameters.requireOneLayer(this, layers));
  }

  @Override
  public String toString() {
    return Recurrence.text("Rnn", input.length(0), bias.size(), onState);
  }
}
