package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * The loss of models that predict a class at every step, such as the next character: the softmax
 * cross-entropy, averaged over all steps of all sequences, in nats.
 *
 * <pre>
 *   z = output [batch, steps, classes],  c = target [batch, steps], the numbers of the classes
 *   mean of −log softmax(z[n, t, :])[c[n, t]]          dz = (softmax(z) − onehot(c)) / (batch·steps)
 * </pre>
 */
public record StepCrossEntropy() implements Loss {
  private static final SoftmaxCrossEntropy ROWS = new SoftmaxCrossEntropy();

  /**
   * {@inheritDoc}
   *
   * @param output {@code [batch, steps, classes]}
   * @param target {@code [batch, steps]}, whole numbers from 0 to classes − 1
   */
  @Override
  public Value at(Tensor output, Tensor target) {
    int[] z = output.shape();
    int[] t = target.shape();
    if (z.length != 3 || t.length != 2 || z[0] != t[0] || z[1] != t[1]) {
      throw new IllegalArgumentException(
          "outputs must be [batch, steps, classes] and targets [batch, steps], but were "
              + Arrays.toString(z)
              + " and "
              + Arrays.toString(t));
    }
    int rows = Shape.size(z[0], z[1]);
    Tensor oneHot = oneHot(Floats.of(target), rows, z[2]);
    Value value = ROWS.at(output.reshape(rows, z[2]), oneHot);
    return new Value(value.mean(), value.gradient().reshape(z));
  }

  private static Tensor oneHot(float[] target, int rows, int classes) {
    float[] oneHot = new float[Shape.size(rows, classes)];
    for (int i = 0; i < rows; i++) {
      int c = (int) target[i];
      if (!(target[i] >= 0 && target[i] < classes && c == target[i])) {
        throw new IllegalArgumentException(
            "classes must be whole numbers in [0, " + classes + "), but one was " + target[i]);
      }
      oneHot[i * classes + c] = 1;
    }
    return Floats.tensor(oneHot, rows, classes);
  }

  @Override
  public String unit() {
    return "nats per target";
  }

  @Override
  public String toString() {
    return "softmax cross-entropy of every step";
  }
}
