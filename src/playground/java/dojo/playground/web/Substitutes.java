package dojo.playground.web;

import dojo.tensor.Cores;
import dojo.tensor.Tensor;
import dojo.tensor.VectorKernel;
import java.util.Arrays;
import java.util.function.Consumer;

/** What a browser has instead of threads and of an instruction. */
final class Substitutes {
  private Substitutes() {}

  /** A page has one thread: it computes all. */
  static void share(int size, Cores.Range range) {
    range.compute(0, size);
  }

  /** A page has one thread: it computes all. */
  static void share(int size, int grain, Cores.Range range) {
    range.compute(0, size);
  }

  /** Nobody can interrupt the thread of a page. */
  static void goOn(String what) {}

  /** Where there are no vectors, the plain loop stays. */
  static <T> void warm(
      VectorKernel<T> kernel, Class<T> type, String name, T plain, Consumer<T> sample) {}

  /** Tensors stand in messages only; their numbers would take all of {@code String.format}. */
  static String text(Tensor tensor) {
    return "Tensor" + Arrays.toString(tensor.shape());
  }

  /** Rounded twice: wrong in the last bit now and then, where digits are not promised. */
  static float nearlyFma(float a, float b, float c) {
    return (float) ((double) a * b + c);
  }
}
