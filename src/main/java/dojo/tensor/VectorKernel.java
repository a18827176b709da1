package dojo.tensor;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An inner loop that is written twice: in plain Java, and with the Vector API.
 *
 * <p>The second needs {@code --add-modules jdk.incubator.vector}, which {@code ./dojo} passes to
 * each virtual machine that computes; so no other class refers to it by name. Until HotSpot has
 * compiled it, it is a hundred times slower than the first. So a background thread runs it on a
 * sample until it is the faster one, and all others use the first until then. Both give the same
 * bits; only the time differs.
 *
 * @param <T> what both implement
 */
public final class VectorKernel<T> {
  /** Samples in haste, most of what HotSpot has to count before it compiles; then it needs time. */
  private static final int ENOUGH = 500;

  /** A millisecond between later samples, in which the compiler may use this core. */
  private static final long PAUSE = 1_000_000;

  /** Samples after which the plain loop stays: on this machine vectors are slower. */
  private static final int PATIENCE = 10_000;

  /** Half a second in which HotSpot compiles the program, before it compiles these vectors. */
  private static final long HEAD_START = 500_000_000;

  /** Times in a row that vectors must be faster. */
  private static final int SURE = 5;

  private final AtomicReference<T> fastest;

  private VectorKernel(T plain) {
    fastest = new AtomicReference<>(plain);
  }

  /**
   * Returns a kernel that begins with plain Java.
   *
   * @param <T> what it implements
   * @param type what it implements
   * @param name the class that uses vectors
   * @param plain the implementation in plain Java
   * @param sample runs typical work on an implementation, for a few microseconds
   * @return the kernel
   */
  static <T> VectorKernel<T> of(Class<T> type, String name, T plain, Consumer<T> sample) {
    VectorKernel<T> kernel = new VectorKernel<>(plain);
    warm(kernel, type, name, plain, sample);
    return kernel;
  }

  /** Looks for vectors and tries them, on a thread of its own: where there are threads. */
  private static <T> void warm(
      VectorKernel<T> kernel, Class<T> type, String name, T plain, Consumer<T> sample) {
    find(type, name)
        .ifPresent(
            vectors -> {
              Thread thread = new Thread(() -> kernel.warmUp(plain, vectors, sample), name);
              thread.setDaemon(true);
              thread.start();
            });
  }

  /**
   * Returns an implementation that uses vectors, if this virtual machine can run it.
   *
   * @param <T> what it implements
   * @param type what it implements
   * @param name the class, which has a constructor without parameters
   * @return the implementation
   */
  static <T> Optional<T> find(Class<T> type, String name) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.empty();
    }
    try {
      var constructor = Class.forName(name).asSubclass(type).getDeclaredConstructor();
      return Optional.of(constructor.newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // an incubating module may change: slower, the same bits
    }
  }

  /**
   * Returns the faster implementation, as far as is known now.
   *
   * @return an implementation
   */
  T fastest() {
    return Objects.requireNonNull(fastest.get());
  }

  private void warmUp(T plain, T vectors, Consumer<T> sample) {
    LockSupport.parkNanos(HEAD_START);
    int faster = 0;
    for (int i = 0; i < PATIENCE && faster < SURE; i++) {
      if (i >= ENOUGH) {
        LockSupport.parkNanos(PAUSE);
        sample.accept(plain); // whichever is first after a pause finds its code and data far away
        sample.accept(vectors);
      }
      faster = time(vectors, sample) < time(plain, sample) ? faster + 1 : 0;
    }
    if (faster == SURE) {
      fastest.set(vectors);
    }
  }

  private static <T> long time(T kernel, Consumer<T> sample) {
    long start = System.nanoTime();
    sample.accept(kernel);
    return System.nanoTime() - start;
  }
}
