package dojo.data;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Sequences, and the class to predict at each of their steps: the next character of a text, for
 * example.
 *
 * @param x the sequences, {@code [n, steps, …]}
 * @param y the class of each step by its number, {@code [n, steps]}
 */
public record Sequences(Tensor x, Tensor y) implements Examples<Sequences> {

  /**
   * Checks that there is a class for every step.
   *
   * @param x the sequences, {@code [n, steps, …]}
   * @param y the class of each step by its number, {@code [n, steps]}
   * @throws IllegalArgumentException if there is not
   */
  public Sequences {
    int[] steps = y.shape();
    int[] shape = x.shape();
    if (steps.length != 2 || shape.length < 2 || shape[0] != steps[0] || shape[1] != steps[1]) {
      throw new IllegalArgumentException(
          "every step needs one class, but the shapes were "
              + Arrays.toString(shape)
              + " and "
              + Arrays.toString(steps));
    }
  }

  @Override
  public Sequences rows(int... numbers) {
    return new Sequences(x.rows(numbers), y.rows(numbers));
  }

  /**
   * Returns the fraction of steps at which a model predicts a wrong class.
   *
   * @param output the model's output for x, {@code [n, steps, classes]}: the class with the largest
   *     number is predicted; an output with NaN or +∞, or of −∞ alone, predicts none, and is wrong
   * @return in {@code [0, 1]}; NaN if there are no steps
   * @throws IllegalArgumentException if the shape is not that of y with the classes behind it, or
   *     there are no classes
   */
  @Override
  public double error(Tensor output) {
    int[] shape = output.shape();
    if (shape.length != 3 || !Arrays.equals(Arrays.copyOf(shape, 2), y.shape())) {
      throw new IllegalArgumentException(
          "outputs must have the classes of each step, but the shapes were "
              + Arrays.toString(shape)
              + " and "
              + Arrays.toString(y.shape()));
    }
    Tensor rows = output.reshape(y.size(), shape[2]);
    int[] answers = rows.argmaxOfRows();
    float[] classes = Floats.of(y);
    int wrong = 0;
    for (int i = 0; i < answers.length; i++) {
      boolean none = !Float.isFinite(rows.get(i, answers[i]));
      wrong += answers[i] == classes[i] && !none ? 0 : 1;
    }
    return (double) wrong / answers.length;
  }

  @Override
  public String toString() {
    return size() + " sequences of " + y.length(1) + " steps";
  }
}
