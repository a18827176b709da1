package dojo.grade;

import dojo.words.Sentence;
import java.io.IOException;

/** Something in a submission that is not as it should be: a remark, not an error. */
final class OddException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence what;

  /**
   * Says what is odd.
   *
   * @param key the key of a sentence of this room, which follows the name of the file
   * @param values what its places hold
   */
  OddException(String key, Object... values) {
    super(key);
    this.what = Sentence.of(OddException.class, key, values);
  }

  Sentence what() {
    return what;
  }
}
