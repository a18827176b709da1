package dojo.expect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * One message between the process of the tests and that of a student's class.
 *
 * @param kind what it is
 * @param bytes what it says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(Kind kind, byte[] bytes) {

  /** So long a message may be. */
  static final int LONGEST = 1 << 24;

  private static final List<Kind> KINDS = List.of(Kind.values());

  /** What a message is. */
  enum Kind {
    /** To the student's side: another test begins, perhaps of another class. */
    OPEN,
    /** To either side: a call. */
    CALL,
    /** To either side: what came of a call. */
    ANSWER,
    /** From the student's side: what came of the call cannot be sent. */
    UNSENDABLE,
    /** To the student's side: say what was printed; and from it: what was. */
    PRINTED
  }

  /** Sends it. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(1 + bytes.length);
    out.writeByte(KINDS.indexOf(kind));
    out.write(bytes);
    out.flush();
  }

  /**
   * Waits for one.
   *
   * @throws EOFException if none will come
   * @throws WireException if what comes is none
   */
  static Frame read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > LONGEST) {
      throw new WireException("a message of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    if (bytes[0] < 0 || bytes[0] >= KINDS.size()) {
      throw new WireException("no message: " + bytes[0]);
    }
    return new Frame(KINDS.get(bytes[0]), Arrays.copyOfRange(bytes, 1, length));
  }
}
