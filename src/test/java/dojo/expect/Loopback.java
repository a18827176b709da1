package dojo.expect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Judges the student's class in this JVM as if it were in another one: every call and every answer
 * goes through bytes. It proves that the seam carries all that a test can see.
 */
public final class Loopback implements SubjectFactory {

  /** For the configuration parameter. */
  public Loopback() {}

  @Override
  public Seam open(String className, ClassLoader loader, Seam back) {
    Wire test = Wire.ofTest();
    Wire student = Wire.ofStudent();
    Seam here = new StudentSide(className, loader, call -> through(student, test, back, call));
    return call -> through(test, student, here, call);
  }

  private static Answer through(Wire from, Wire to, Seam seam, Call call) {
    Answer answer = seam.call(to.call(framed(Frame.Kind.CALL, from.bytes(call))));
    return from.answer(framed(Frame.Kind.ANSWER, to.bytes(answer)));
  }

  private static byte[] framed(Frame.Kind kind, byte[] bytes) {
    try {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      new Frame(kind, bytes).write(new DataOutputStream(stream));
      return Frame.read(new DataInputStream(new ByteArrayInputStream(stream.toByteArray())))
          .bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
