package dojo.data;

import java.nio.charset.StandardCharsets;

/**
 * 1.1 million characters from the plays of Shakespeare, with the names of the speakers.
 *
 * <p>The set comes with the kit: the text is in the public domain, the compilation is Karpathy's.
 *
 * @see <a href="https://karpathy.github.io/2015/05/21/rnn-effectiveness/">Karpathy (2015), The
 *     unreasonable effectiveness of recurrent neural networks</a>
 */
public final class TinyShakespeare {

  /** How many characters the course reads: enough to learn from, and quick. */
  private static final int BEGINNING = 100_000;

  private TinyShakespeare() {}

  /**
   * Returns the beginning, from Coriolanus.
   *
   * @return the first 100,000 characters, with the 65 characters of the whole as alphabet
   */
  public static Text text() {
    return all().passage(0, BEGINNING);
  }

  /**
   * Returns everything.
   *
   * @return 1,115,394 characters, with an alphabet of 65: newline, blank, punctuation, the digit 3,
   *     letters
   */
  public static Text all() {
    return Text.of(
        new String(
            Embedded.bytes("tiny-shakespeare/tinyshakespeare.txt.gz"), StandardCharsets.US_ASCII));
  }
}
