package dojo.expect;

/**
 * Decides where the student's class lives: in this JVM ({@link DirectSubject}, the default) or in
 * another process.
 *
 * <p>The JUnit configuration parameter {@code dojo.subject} names the factory's class, which needs
 * a constructor without parameters.
 */
public interface SubjectFactory {

  /** The configuration parameter that names the factory. */
  String PARAMETER = "dojo.subject";

  /**
   * Opens the way to the student's class, once for each test.
   *
   * @param className the full name of the student's class
   * @param loader where the class is loaded from, if it is loaded in this JVM
   * @param back the way back to the test, for calls of what it hands over
   * @return the way; a missing class or method is reported when it is called
   */
  Seam open(String className, ClassLoader loader, Seam back);
}
