package dojo.expect;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** The beginning of what a student's class prints; the rest is forgotten. */
final class Printout extends OutputStream {
  /** More than is shown. */
  static final int LONGEST = 10_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int value) {
    if (bytes.size() < LONGEST) {
      bytes.write(value);
    }
  }

  @Override
  public synchronized void write(byte[] more, int from, int count) {
    bytes.write(more, from, Math.min(count, LONGEST - bytes.size()));
  }

  /** Returns it, and begins anew. */
  synchronized byte[] take() {
    byte[] taken = bytes.toByteArray();
    bytes.reset();
    return taken;
  }
}
