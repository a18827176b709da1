package dojo.data;

import dojo.random.RandomKey;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Examples and the classes they belong to.
 *
 * @param x the examples, {@code [n, …]}
 * @param y their classes, {@code [n, classes]}: 1 at the class of the example, 0 elsewhere
 */
public record Dataset(Tensor x, Tensor y) implements Examples<Dataset> {

  /**
   * Checks that there is one row of classes per example.
   *
   * @param x the examples, {@code [n, …]}
   * @param y their classes, {@code [n, classes]}
   * @throws IllegalArgumentException if y is no matrix or the numbers of rows differ
   */
  public Dataset {
    int[] shape = y.shape();
    if (shape.length != 2 || x.shape().length == 0 || x.length(0) != shape[0]) {
      throw new IllegalArgumentException(
          "every example needs one row of classes, but the shapes were "
              + Arrays.toString(x.shape())
              + " and "
              + Arrays.toString(shape));
    }
  }

  /**
   * Returns examples with classes given by number.
   *
   * @param x the examples, {@code [n, …]}
   * @param labels the class of each, in {@code [0, classes)}
   * @param classes the number of classes
   * @return the data set
   * @throws IllegalArgumentException if the lengths differ
   * @throws IndexOutOfBoundsException if a label is no class
   */
  public static Dataset of(Tensor x, int[] labels, int classes) {
    float[] y = new float[Shape.size(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      y[i * classes + Objects.checkIndex(labels[i], classes)] = 1;
    }
    return new Dataset(x, Tensor.of(y, labels.length, classes));
  }

  /**
   * Returns how many classes there are.
   *
   * @return the number of columns of y
   */
  public int classes() {
    return y.length(1);
  }

  /**
   * Returns the class of each example by number.
   *
   * @return n numbers in {@code [0, classes)}
   */
  public int[] labels() {
    return y.argmaxOfRows();
  }

  @Override
  public Dataset rows(int... numbers) {
    return new Dataset(x.rows(numbers), y.rows(numbers));
  }

  /**
   * Returns the fraction of examples that a model puts in a wrong class.
   *
   * @param output the model's output for x, {@code [n, classes]}: the class with the largest number
   *     is predicted; an output with NaN or +∞, or of −∞ alone, predicts none, and is wrong, as the
   *     loss of such an output is NaN
   * @return in {@code [0, 1]}; NaN if there are no examples
   * @throws IllegalArgumentException if the shape is not that of y
   */
  @Override
  public double error(Tensor output) {
    if (!Arrays.equals(output.shape(), y.shape())) {
      throw new IllegalArgumentException(
          "outputs and classes must have the same shape, but had "
              + Arrays.toString(output.shape())
              + " and "
              + Arrays.toString(y.shape()));
    }
    int[] answers = output.argmaxOfRows();
    int[] labels = labels();
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      boolean none = !Float.isFinite(output.get(i, answers[i]));
      wrong += answers[i] == labels[i] && !none ? 0 : 1;
    }
    return (double) wrong / labels.length;
  }

  /**
   * Returns the same examples on another scale, ideally that of the training data.
   *
   * @param scale the scale of x
   * @return the examples, in the same order
   * @throws IllegalArgumentException if the scale is of other columns
   */
  public Dataset standardised(Standardisation scale) {
    return new Dataset(scale.apply(x), y);
  }

  /**
   * Returns which of these examples have a wrong label.
   *
   * @param truth the same examples with their right labels
   * @return the numbers of the rows whose labels differ, in order
   * @throws IllegalArgumentException if the sizes differ
   */
  public int[] mislabelled(Dataset truth) {
    if (truth.size() != size()) {
      throw new IllegalArgumentException(
          "labels are compared row by row, but there were "
              + size()
              + " examples and "
              + truth.size());
    }
    int[] given = labels();
    int[] right = truth.labels();
    return IntStream.range(0, size()).filter(i -> given[i] != right[i]).toArray();
  }

  /**
   * Returns for each of some inputs which of these examples lies nearest to it.
   *
   * @param inputs one a row, each as large as an example here
   * @return the number of the example with the smallest sum of squared differences; the first of
   *     equals
   * @throws IllegalArgumentException if the inputs have another size, there are no examples, or
   *     none lies at a finite distance from an input
   */
  public int[] nearest(Tensor inputs) {
    if (size() == 0) {
      throw new IllegalArgumentException(
          "the nearest of no examples cannot be told: the shape was " + Arrays.toString(x.shape()));
    }
    float[] a = inputs.toArray();
    float[] b = x.toArray();
    int columns = b.length / size();
    if (inputs.shape().length == 0 || a.length != (long) inputs.length(0) * columns) {
      throw new IllegalArgumentException(
          "inputs must be as large as examples, but the shapes were "
              + Arrays.toString(inputs.shape())
              + " and "
              + Arrays.toString(x.shape()));
    }
    int[] nearest = new int[inputs.length(0)];
    for (int i = 0; i < nearest.length; i++) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < size(); j++) {
        double distance = 0;
        for (int k = 0; k < columns; k++) {
          double difference = a[i * columns + k] - b[j * columns + k];
          distance += difference * difference;
        }
        if (distance < smallest) {
          smallest = distance;
          nearest[i] = j;
        }
      }
      if (smallest == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "the nearest example lies at a finite distance, but none of "
                + size()
                + " examples does from input "
                + i
                + ": leave out what is NaN or infinite");
      }
    }
    return nearest;
  }

  /**
   * Returns these examples with the numbers of each in another shape: {@code
   * FashionMnist.train().shaped(1, 14, 14)} gives pictures of one channel to a convolution.
   *
   * @param example the length of each axis of one example
   * @return the new set, x {@code [n, example…]}
   * @throws IllegalArgumentException if the numbers of an example do not fill the shape
   */
  public Dataset shaped(int... example) {
    int[] shape = new int[example.length + 1];
    shape[0] = x.length(0);
    System.arraycopy(example, 0, shape, 1, example.length);
    return new Dataset(x.reshape(shape), y);
  }

  /**
   * Returns a random part in which every class is equally often.
   *
   * @param n how many examples, a multiple of the number of classes
   * @param key decides which
   * @return n examples in random order
   * @throws IllegalArgumentException if n is no such multiple or a class has too few examples
   */
  public Dataset stratified(int n, RandomKey key) {
    return stratifiedSplit(n, key).train();
  }

  /**
   * Parts the examples at random in two, so that every class is equally often in the first part.
   *
   * @param n how many examples the first part has, a multiple of the number of classes
   * @param key decides which
   * @return the first part to train on, and all other examples; both in random order
   * @throws IllegalArgumentException if n is no such multiple or a class has too few examples
   */
  public Split<Dataset> stratifiedSplit(int n, RandomKey key) {
    if (n < 0 || n > size() || n % Math.max(1, classes()) != 0) {
      throw notStratified(n);
    }
    int perClass = n / Math.max(1, classes());
    int[] labels = labels();
    int[] found = new int[classes()];
    int[] chosen = new int[n];
    int[] others = new int[size()];
    int count = 0;
    int left = 0;
    for (int i : key.permutation(size())) {
      if (count < n && found[labels[i]] < perClass) {
        found[labels[i]]++;
        chosen[count++] = i;
      } else {
        others[left++] = i;
      }
    }
    if (count < n) {
      throw notStratified(n);
    }
    return new Split<>(rows(chosen), rows(Arrays.copyOf(others, left)));
  }

  private IllegalArgumentException notStratified(int n) {
    return new IllegalArgumentException(
        "a stratified part needs a multiple of "
            + classes()
            + " examples, with enough of every class, but was asked for "
            + n
            + " of "
            + size());
  }

  /**
   * Returns the same examples, some of them with a wrong label.
   *
   * @param fraction how many, in {@code [0, 1]}; rounded to whole examples
   * @param key decides which, and which other class each gets (all others equally likely)
   * @return the examples, in the same order
   * @throws IllegalArgumentException if the fraction is outside {@code [0, 1]} or NaN, or there is
   *     no other class
   */
  public Dataset withLabelNoise(double fraction, RandomKey key) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("label noise must be in [0, 1], but was " + fraction);
    }
    if (fraction > 0 && classes() < 2) {
      throw new IllegalArgumentException(
          "label noise needs another class, but there was " + classes());
    }
    int[] labels = labels();
    int[] order = key.split("which").permutation(size());
    RandomKey shift = key.split("shift");
    for (int i = 0; i < Math.round(fraction * size()); i++) {
      int at = order[i];
      labels[at] = (labels[at] + 1 + shift.below(at, classes() - 1)) % classes();
    }
    return of(x, labels, classes());
  }

  @Override
  public String toString() {
    return size() + " examples " + Arrays.toString(x.shape()) + ", " + classes() + " classes";
  }
}
