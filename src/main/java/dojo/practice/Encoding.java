package dojo.practice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the bytes of a source as text, or says in which encoding they seem to be. */
public final class Encoding {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Encoding() {}

  /** The bytes of a source are no text in UTF-8. */
  public static final class UnknownException extends CharacterCodingException {
    private static final long serialVersionUID = 1;

    /** The name of an encoding; empty if the bytes seem to be no text at all. */
    private final String looksLike;

    private UnknownException(String looksLike) {
      this.looksLike = looksLike;
    }

    /**
     * Returns what the bytes seem to be.
     *
     * @return the name of an encoding; empty if the bytes seem to be no text at all
     */
    public String looksLike() {
      return looksLike;
    }
  }

  /**
   * Reads text in UTF-8. Some editors begin it with a byte-order mark, which javac does not know:
   * it is left out.
   *
   * @param bytes what is in the file
   * @return the text
   * @throws UnknownException if the bytes are something else
   */
  public static String text(byte[] bytes) throws UnknownException {
    String wide = wide(bytes);
    if (!wide.isEmpty()) {
      throw new UnknownException(wide);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnknownException(isPrintable(bytes) ? "Windows-1252" : "");
    }
  }

  /** The name of the encoding, if each character of the alphabet takes two or four bytes. */
  private static String wide(byte[] bytes) {
    int zeros = 0;
    for (byte each : bytes) {
      zeros += each == 0 ? 1 : 0;
    }
    boolean manyZeros = zeros >= bytes.length / 4.0 && zeros < bytes.length;
    if (!manyZeros && !isMarked(bytes)) {
      return ""; // stray zeros: the compiler shows where
    }
    return zeros > bytes.length * 0.6 ? "UTF-32" : "UTF-16";
  }

  /** Whether the bytes begin with a byte-order mark of UTF-16. */
  private static boolean isMarked(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** Whether no byte is a control character, as in text of any encoding of one byte. */
  private static boolean isPrintable(byte[] bytes) {
    for (byte each : bytes) {
      if (each >= 0 && each < ' ' && "\t\n\f\r".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }
}
