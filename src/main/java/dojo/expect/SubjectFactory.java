package dojo.expect;

/**
 * Makes the object that a kata's test calls, and thereby decides where the student's code runs: in
 * this JVM ({@link DirectSubject}, the default) or, to be added, in another process.
 *
 * <p>The JUnit configuration parameter {@code dojo.subject} names the factory's class, which needs
 * a constructor without parameters.
 */
public interface SubjectFactory {

  /** The configuration parameter that names the factory. */
  String PARAMETER = "dojo.subject";

  /**
   * Makes an object whose methods are those of the student's class, found by name.
   *
   * @param <T> the interface that the test declares
   * @param subject that interface
   * @param className the full name of the student's class
   * @param loader where the student's class is loaded from, if it is loaded in this JVM
   * @return the object; a missing class or method is reported when it is called
   */
  <T> T create(Class<T> subject, String className, ClassLoader loader);
}
