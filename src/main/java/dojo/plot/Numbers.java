package dojo.plot;

import dojo.tensor.Tensor;
import java.util.stream.IntStream;

/** Numbers as charts take them. */
final class Numbers {
  private Numbers() {}

  /** Returns the numbers of a tensor, last axis fastest. */
  static double[] of(Tensor tensor) {
    float[] values = tensor.toArray();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** Returns 0, 1, 2 and so on: seeds. */
  static double[] from0(int count) {
    return IntStream.range(0, count).asDoubleStream().toArray();
  }

  /** Returns 1, 2, 3 and so on: epochs. */
  static double[] from1(int count) {
    return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
  }
}
