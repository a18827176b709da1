package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sequences [batch, steps, units] taken apart into one matrix [batch, units] per step. */
final class Steps {
  private Steps() {}

  /** Returns the shape of sequences that have a step at least. */
  static int[] requireAny(Tensor sequences) {
    int[] shape = sequences.shape();
    if (shape.length != 3 || shape[1] < 1) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, units] with a step at least, but its shape was "
              + Arrays.toString(shape));
    }
    return shape;
  }

  static List<Tensor> of(Tensor sequences) {
    int batch = sequences.length(0);
    int length = sequences.length(1);
    int units = sequences.length(2);
    float[] all = Floats.of(sequences);
    List<Tensor> steps = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      float[] step = new float[Shape.size(batch, units)];
      for (int n = 0; n < batch; n++) {
        System.arraycopy(all, (n * length + t) * units, step, n * units, units);
      }
      steps.add(Floats.tensor(step, batch, units));
    }
    return steps;
  }

  /** Puts steps together again, as rows [batch·steps, units]. */
  static Tensor rows(List<Tensor> steps, int batch, int units) {
    int length = steps.size();
    float[] all = new float[Shape.size(batch, length, units)];
    for (int t = 0; t < length; t++) {
      float[] step = Floats.of(steps.get(t));
      for (int n = 0; n < batch; n++) {
        System.arraycopy(step, n * units, all, (n * length + t) * units, units);
      }
    }
    return Floats.tensor(all, Shape.size(batch, length), units);
  }
}
