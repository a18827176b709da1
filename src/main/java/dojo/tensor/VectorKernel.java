package dojo.tensor;

import java.util.Optional;

/**
 * Finds inner loops that are written with the Vector API.
 *
 * <p>They need {@code --add-modules jdk.incubator.vector}, which {@code ./dojo} gives to each
 * machine that computes. So they are classes that nobody else can name.
 */
public final class VectorKernel {
  private VectorKernel() {}

  /**
   * Returns an implementation, if this virtual machine can run it.
   *
   * @param <T> what it implements
   * @param type what it implements
   * @param name the class, which has a constructor without parameters
   * @return the implementation
   */
  public static <T> Optional<T> find(Class<T> type, String name) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.empty();
    }
    try {
      var constructor = Class.forName(name).asSubclass(type).getDeclaredConstructor();
      constructor.setAccessible(true); // of another room
      return Optional.of(constructor.newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // an incubating module may change: slower, the same bits
    }
  }
}
