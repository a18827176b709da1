package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * Keeps the last step of each sequence: {@code [batch, steps, units]} becomes {@code [batch,
 * units]}.
 *
 * <p>It belongs between a recurrent layer and the classifier of whole sequences. Backward, the
 * other steps get 0.
 */
public record LastStep() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = Steps.requireAny(x);
    return Forward.of(Steps.of(x).get(shape[1] - 1), g -> backward(x, g));
  }

  private static Tensor backward(Tensor x, Tensor outputGradient) {
    int units = x.length(2);
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[x.size()];
    for (int n = 0; n < x.length(0); n++) {
      System.arraycopy(g, n * units, dx, ((n + 1) * x.length(1) - 1) * units, units);
    }
    return Floats.like(x, dx);
  }

  @Override
  public String toString() {
    return "LastStep";
  }
}
