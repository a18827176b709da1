package dojo.tensor;

/**
 * Memory for what a kernel copies: an array for each thread, reused for every product.
 *
 * <p>Allocating it anew would take a twentieth of the time of a training step, because Java fills
 * new arrays with zeros. A kernel must not rely on what an array still holds.
 */
final class Scratch {
  private final ThreadLocal<float[]> arrays;

  /** Makes arrays of a size, one when a thread first needs it. */
  Scratch(int size) {
    arrays = ThreadLocal.withInitial(() -> new float[size]);
  }

  /** Returns the array of this thread. */
  float[] get() {
    return arrays.get();
  }
}
