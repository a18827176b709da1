package dojo.nn;

import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** What {@link Rnn} and {@link Lstm} share: shapes, and the gradients of their weights. */
final class Recurrence {
  private Recurrence() {}

  /** Checks W [in, gates·units], U [units, gates·units] and b [gates·units]. */
  static void requireShapes(
      String layer, int gates, Tensor input, Tensor recurrent, Tensor bias, Layer onState) {
    int[] w = input.shape();
    int[] u = recurrent.shape();
    if (w.length != 2
        || u.length != 2
        || u[1] != gates * u[0]
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

  static void requireInput(Tensor x, int in) {
    int[] shape = x.shape();
    if (shape.length != 3 || shape[2] != in) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, "
              + in
              + "], but its shape was "
              + Arrays.toString(shape));
    }
  }

  static void requireGradient(Tensor x, int units, Tensor gradient) {
    int[] expected = {x.length(0), x.length(1), units};
    if (!Arrays.equals(gradient.shape(), expected)) {
      throw new IllegalArgumentException(
          "the gradient must be "
              + Arrays.toString(expected)
              + ", but its shape was "
              + Arrays.toString(gradient.shape()));
    }
  }

  /**
   * Returns dx = dz·Wᵀ, dW = xᵀ·dz, dU = Σ d(hₜ₋₁)ᵀ·dzₜ and db = Σ dzₜ.
   *
   * @param x [batch, steps, in], and rows the same as [batch·steps, in]
   * @param seen d(hₜ₋₁) of every step, [batch, units]
   * @param dz of every step, [batch, gates·units]
   */
  static Gradients gradients(
      Tensor x, Tensor rows, List<Tensor> seen, List<Tensor> dz, Tensor input, int units) {
    int batch = x.length(0);
    int width = input.length(1);
    Tensor all = Steps.rows(dz, batch, width);
    Tensor states = Steps.rows(seen, batch, units);
    return new Gradients(
        MatMul.timesTransposed(all, input).reshape(x.shape()),
        List.of(
            MatMul.transposedTimes(rows, all),
            MatMul.transposedTimes(states, all),
            MatMul.sumOfRows(all)));
  }

  static String text(String name, int in, int units, Layer onState) {
    boolean nothing = onState.equals(Sequential.of());
    return name + "(" + in + " → " + units + (nothing ? "" : ", state through " + onState) + ")";
  }
}
