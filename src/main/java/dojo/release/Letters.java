package dojo.release;

/** The letters by which texts are compared. */
final class Letters {
  /** What is not compared. */
  static final int NONE = -1;

  private Letters() {}

  /**
   * Returns a byte as it is compared: a capital letter of ASCII as a small one; no white space, no
   * zero, which makes UTF-16 of ASCII, and no quote or backslash, which a notebook and a string
   * escape.
   *
   * @return 0 to 255, or {@link #NONE}
   */
  static int compared(byte letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return letter + 'a' - 'A';
    }
    boolean passed =
        (letter >= 0 && letter <= ' ') || letter == '"' || letter == '\\' || letter == 0x7F;
    return passed ? NONE : letter & 0xFF;
  }
}
