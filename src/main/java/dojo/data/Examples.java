package dojo.data;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inputs and their targets: what a model learns from or is measured on.
 *
 * <p>There are three kinds: the targets of a {@link Dataset} are classes, those of a {@link
 * Regression} numbers, those of {@link Sequences} a class for each step. Labels can be counted,
 * balanced and made wrong, numbers cannot; this is what all have in common.
 *
 * @param <S> the kind
 */
public sealed interface Examples<S extends Examples<S>> permits Dataset, Regression, Sequences {

  /**
   * Returns the inputs.
   *
   * @return {@code [n, …]}
   */
  Tensor x();

  /**
   * Returns the targets.
   *
   * @return {@code [n, out]}
   */
  Tensor y();

  /**
   * Returns some of the examples.
   *
   * @param numbers which, in this order
   * @return the inputs and their targets
   * @throws IndexOutOfBoundsException if there is no such example
   */
  S rows(int... numbers);

  /**
   * Returns the error of a model's output, in a familiar unit.
   *
   * @param output the model's output for x, {@code [n, out]}
   * @return at least 0; NaN if there are no examples
   * @throws IllegalArgumentException if the shape is not that of y
   */
  double error(Tensor output);

  /**
   * Returns how many examples there are.
   *
   * @return n
   */
  default int size() {
    return x().length(0);
  }

  /**
   * Splits the examples at random in two, for example to choose a setting without using the test
   * data. Classes are not balanced, and the order of a time series is not kept.
   *
   * @param fraction how many to train on, in (0, 1); rounded to whole examples
   * @param key decides which
   * @return both parts, in random order
   * @throws IllegalArgumentException if the fraction leaves a part without examples
   */
  default Split<S> split(double fraction, RandomKey key) {
    long first = Math.round(fraction * size());
    if (!(fraction > 0 && fraction < 1) || first < 1 || first >= size()) {
      throw new IllegalArgumentException(
          "a split must leave examples on both sides, but was "
              + fraction
              + " of "
              + size()
              + " examples");
    }
    int[] order = key.permutation(size());
    return new Split<>(
        rows(Arrays.copyOf(order, (int) first)),
        rows(Arrays.copyOfRange(order, (int) first, order.length)));
  }

  /**
   * Returns the examples in random order, cut into batches: one pass through the data.
   *
   * @param size the examples per batch, at least 1; the last batch may have fewer
   * @param key decides the order
   * @return the batches
   * @throws IllegalArgumentException if the size is below 1
   */
  default List<S> batches(int size, RandomKey key) {
    if (size < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, but was " + size);
    }
    int[] order = key.permutation(size());
    List<S> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += size) {
      batches.add(rows(Arrays.copyOfRange(order, from, Math.min(from + size, order.length))));
    }
    return batches;
  }
}
