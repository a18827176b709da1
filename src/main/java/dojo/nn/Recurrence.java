package dojo.nn;

import dojo.tensor.MatMul;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What {@link Rnn} and {@link Lstm} share: one step, repeated, and backpropagation through all of
 * them.
 *
 * <pre>
 *   zₜ = xₜ·W + d(hₜ₋₁)·U + b,   (hₜ, cₜ) = cell(zₜ, cₜ₋₁),   c₀ = h₀ = 0,   y = h₁ … h_T
 *   back, from the last step to the first:
 *   dhₜ = gₜ + d′(dzₜ₊₁·Uᵀ),     (dzₜ, dcₜ₋₁) = cell′(dhₜ, dcₜ)
 *   dx = dz·Wᵀ,   dW = Σ xₜᵀ·dzₜ,   dU = Σ d(hₜ₋₁)ᵀ·dzₜ,   db = Σ dzₜ
 * </pre>
 */
interface Recurrence extends Layer {

  Tensor input();

  Tensor recurrent();

  Tensor bias();

  Layer onState();

  Recurrence withOnState(Layer layer);

  /** What the two do in a step: z [batch, gates·units] and cₜ₋₁ in, a step out. */
  interface Cell {
    Step step(Tensor z, Tensor before);
  }

  /** hₜ and cₜ, [batch, units], and the backward pass from them. */
  record Step(Tensor state, Tensor memory, Back back) {}

  /** Turns dhₜ and dcₜ into dzₜ and dcₜ₋₁. */
  interface Back {
    Slopes apply(Tensor state, Tensor memory);
  }

  /** dzₜ and dcₜ₋₁. */
  record Slopes(Tensor z, Tensor memory) {}

  /** Checks W [in, gates·units], U [units, gates·units] and b [gates·units]. */
  static void requireShapes(
      String layer, int gates, Tensor input, Tensor recurrent, Tensor bias, Layer onState) {
    int[] w = input.shape();
    int[] u = recurrent.shape();
    if (w.length != 2
        || u.length != 2
        || u[1] != (long) gates * u[0]
        || w[1] != u[1]
        || !Arrays.equals(bias.shape(), new int[] {u[1]})) {
      String width = gates == 1 ? "units" : gates + "·units";
      throw new IllegalArgumentException(
          layer
              + " has weights [in, "
              + width
              + "] and [units, "
              + width
              + "] and biases ["
              + width
              + "], but the shapes were "
              + Arrays.toString(w)
              + ", "
              + Arrays.toString(u)
              + " and "
              + Arrays.toString(bias.shape()));
    }
    if (!onState.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "a layer on the state has no parameters, but " + onState + " has some");
    }
  }

  /** Makes a step for every step of x [batch, steps, in]. */
  static Forward forward(Recurrence layer, Tensor x, Mode mode, Cell cell) {
    int[] shape = x.shape();
    int in = layer.input().length(0);
    if (shape.length != 3 || shape[2] != in) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, "
              + in
              + "], but its shape was "
              + Arrays.toString(shape));
    }
    int batch = shape[0];
    int units = layer.recurrent().length(0);
    Tensor rows = x.reshape(Shape.size(batch, shape[1]), in);
    Tensor fromInput = MatMul.affine(rows, layer.input(), layer.bias());
    List<Forward> sent = new ArrayList<>(); // what each step receives of the state before it
    List<Step> steps = new ArrayList<>();
    Tensor h = Tensor.zeros(batch, units);
    Tensor c = h;
    for (Tensor z : Steps.of(fromInput.reshape(batch, shape[1], layer.bias().size()))) {
      Mode now = FreshNoise.at(steps.size(), layer.onState(), mode); // as a rule the same key
      Forward seen = layer.onState().forward(h, now);
      Step step = cell.step(MatMul.plus(z, seen.output(), layer.recurrent()), c);
      sent.add(seen);
      steps.add(step);
      h = step.state();
      c = step.memory();
    }
    Tensor y = Steps.rows(steps.stream().map(Step::state).toList(), batch, units);
    return new Forward(
        y.reshape(batch, shape[1], units), g -> backward(layer, x, rows, sent, steps, g));
  }

  private static Gradients backward(
      Recurrence layer, Tensor x, Tensor rows, List<Forward> sent, List<Step> steps, Tensor dy) {
    int batch = x.length(0);
    int units = layer.recurrent().length(0);
    List<Tensor> g = Steps.of(dy);
    List<Tensor> dz = new ArrayList<>();
    Tensor dh = Tensor.zeros(batch, units); // from the step after it
    Tensor dc = dh;
    for (int t = steps.size() - 1; t >= 0; t--) {
      Slopes slopes = steps.get(t).back().apply(g.get(t).plus(dh), dc);
      dz.add(slopes.z());
      Tensor back = MatMul.timesTransposed(slopes.z(), layer.recurrent());
      dh = sent.get(t).pullback().apply(back).input();
      dc = slopes.memory();
    }
    Collections.reverse(dz);
    Tensor all = Steps.rows(dz, batch, layer.bias().size());
    Tensor seen = Steps.rows(sent.stream().map(Forward::output).toList(), batch, units);
    return new Gradients(
        () -> MatMul.timesTransposed(all, layer.input()).reshape(x.shape()),
        List.of(
            MatMul.transposedTimes(rows, all),
            MatMul.transposedTimes(seen, all),
            MatMul.sumOfRows(all)));
  }

  @Override
  default List<Tensor> parameters() {
    return List.of(input(), recurrent(), bias());
  }

  @Override
  default List<Layer> layers() {
    return List.of(onState());
  }

  @Override
  default Layer withLayers(List<Layer> layers) {
    return withOnState(Parameters.requireOneLayer(this, layers));
  }

  static String text(String name, Recurrence layer) {
    String through =
        layer.onState().equals(Sequential.of()) ? "" : ", state through " + layer.onState();
    return name
        + "("
        + layer.input().length(0)
        + " → "
        + layer.recurrent().length(0)
        + through
        + ")";
  }
}
