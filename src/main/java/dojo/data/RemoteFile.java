package dojo.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file on a server, and how to verify it. It is sent compressed, but verified by its uncompressed
 * bytes: two mirrors may compress it differently.
 *
 * @param name of the uncompressed file
 * @param size of the uncompressed file, in bytes
 * @param sha256 of the uncompressed file, in lower-case hexadecimal digits
 */
record RemoteFile(String name, int size, String sha256) {

  /** Returns the name under which mirrors have it. */
  String compressedName() {
    return name + ".gz";
  }

  /** Returns more bytes than any compressed form has: gzip makes nothing much larger. */
  int compressedLimit() {
    return size + size / 100 + 1000;
  }

  /**
   * Returns the uncompressed bytes, never more of them than the right file has.
   *
   * @throws IOException if they are not the right ones; the message is the end of a sentence
   */
  byte[] uncompressed(byte[] compressed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size || in.read() >= 0) {
        throw new IOException(
            "has "
                + (bytes.length < size ? bytes.length : "more")
                + " instead of "
                + size
                + " bytes");
      }
      return checked(bytes);
    } catch (EOFException e) {
      throw new IOException("is cut short", e);
    } catch (ZipException e) {
      throw new IOException("is no gzip file", e);
    }
  }

  /**
   * Returns these bytes.
   *
   * @throws IOException if they are not the right ones; the message is the end of a sentence
   */
  byte[] checked(byte[] bytes) throws IOException {
    String found = sha256(bytes);
    if (!found.equals(sha256)) {
      throw new IOException("has the wrong SHA-256: " + found + " instead of " + sha256);
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
