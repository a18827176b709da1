package dojo.tensor;

/**
 * Memory for what a kernel copies, an array for each thread, used again for every product.
 *
 * <p>To make it anew would take a twentieth of the time of a training step, since Java fills new
 * arrays with zeros. What an array holds from the last time must not matter to the next.
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
