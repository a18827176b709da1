package dojo.expect;

/** Calls the student's class in this JVM; arrays cross as they are. */
final class DirectSubject implements SubjectFactory {

  /** For the configuration parameter. */
  DirectSubject() {}

  @Override
  public Seam open(String className, ClassLoader loader, Seam back) {
    return new StudentSide(className, loader, back);
  }
}
