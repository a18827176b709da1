package dojo.expect;

/** Bytes that are no message: too long, cut short, or about what does not exist. */
final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WireException(String what) {
    super(what);
  }

  WireException(Throwable cause) {
    super(cause);
  }
}
