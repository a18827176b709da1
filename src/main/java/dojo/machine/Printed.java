package dojo.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The beginning of what a process prints. The rest is read, so that the process never waits for a
 * reader, and forgotten.
 */
public final class Printed {

  /** What stands for the rest. */
  public static final String MORE = "…";

  /** A process that outlives the one that was asked may hold the stream open: then it is left. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final int cap;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Thread reader;

  /** Starts to read a stream, which it closes at its end. */
  Printed(InputStream stream, int cap) {
    this.cap = cap;
    this.reader = new Thread(() -> drain(stream), "what a process prints");
    reader.setDaemon(true);
    reader.start();
  }

  private void drain(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        if (bytes.size() <= 4L * cap) { // no character of UTF-8 is longer
          bytes.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      bytes.write('\n'); // the stream of a process that was killed
    }
  }

  /**
   * Returns the text, once the process has ended.
   *
   * @return what it printed, in UTF-8; if this is longer than the cap, its beginning and an
   *     ellipsis on a line of its own
   */
  public String text() {
    try {
      reader.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.length() > cap ? beginning(text, cap) + "\n" + MORE : text;
  }

  /**
   * Returns the beginning of a text, which is not cut within a character.
   *
   * @param text the text
   * @param most how many {@code char}s may be left, at least 1; a text that is shorter stays
   * @return as many of them, or one less
   */
  public static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean cutsOne =
        Character.isHighSurrogate(text.charAt(most - 1))
            && Character.isLowSurrogate(text.charAt(most));
    return text.substring(0, cutsOne ? most - 1 : most);
  }
}
