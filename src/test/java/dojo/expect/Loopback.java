package dojo.expect;

/**
 * Judges the student's class in this JVM as if it were in another one: every call and every answer
 * goes through bytes. It proves that the seam carries all that a test can see.
 */
public final class Loopback implements SubjectFactory {

  /** For the configuration parameter. */
  public Loopback() {}

  @Override
  public Seam open(String className, ClassLoader loader, Seam back) {
    Wire test = new Wire(0);
    Wire student = new Wire(1);
    Seam here = new StudentSide(className, loader, call -> through(student, test, back, call));
    return call -> through(test, student, here, call);
  }

  private static Answer through(Wire from, Wire to, Seam seam, Call call) {
    Answer answer = seam.call(to.call(from.bytes(call)));
    return from.answer(to.bytes(answer));
  }
}
