package dojo.playground.web;

import dojo.tensor.Cores;
import dojo.tensor.Tensor;
import dojo.tensor.VectorKernel;
import java.util.Arrays;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;

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

  /** What a cast to {@code float} does where all numbers are float64. */
  static float rounded(float x) {
    return fround(x);
  }

  @JSBody(params = "x", script = "return Math.fround(x);")
  private static native float fround(float x);
}
