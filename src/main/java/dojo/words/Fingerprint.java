package dojo.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short mark of a text that changes whenever the text does. */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * Returns the fingerprint of a text.
   *
   * @param text any text
   * @return the first 16 hexadecimal digits of its SHA-256, in UTF-8
   */
  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
