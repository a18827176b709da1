package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;

/**
 * The mean of the steps of each sequence: {@code [batch, steps, units]} becomes {@code [batch,
 * units]}.
 *
 * <p>It stands between a transformer and the classifier of whole sequences. Backward, every step
 * gets its share of the gradient, g/steps. Summed in float64 and rounded once.
 */
public record MeanOfSteps() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = Steps.requireAny(x);
    int steps = shape[1];
    int units = shape[2];
    float[] in = Floats.of(x);
    float[] y = new float[Shape.size(shape[0], units)];
    for (int n = 0; n < shape[0]; n++) {
      for (int j = 0; j < units; j++) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
          sum += in[(n * steps + t) * units + j];
        }
        y[n * units + j] = (float) (sum / steps);
      }
    }
    return Forward.of(Floats.tensor(y, shape[0], units), g -> backward(x, Floats.of(g)));
  }

  private static Tensor backward(Tensor x, float[] g) {
    int steps = x.length(1);
    int units = x.length(2);
    float[] dx = new float[x.size()];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = (float) ((double) g[i / (steps * units) * units + i % units] / steps);
    }
    return Floats.like(x, dx);
  }

  @Override
  public String toString() {
    return "MeanOfSteps";
  }
}
