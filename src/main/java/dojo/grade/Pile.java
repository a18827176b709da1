package dojo.grade;

import java.io.IOException;

/** Hears of each file that lies in a folder or in an archive. */
interface Pile {

  /**
   * Hears of a file.
   *
   * @param path where it lies, as its archive says: nobody has looked at it yet
   * @param size how many bytes it is said to have
   * @param content what it holds, to be asked for before the next file comes
   * @throws OddException if no more can be taken
   */
  void file(String path, long size, Content content) throws IOException;

  /**
   * Hears of what lies in the place of a file.
   *
   * @param path where it lies
   * @param key the key of the sentence that says what it is
   */
  void odd(String path, String key);

  /** What a file holds. */
  interface Content {

    /**
     * Reads it.
     *
     * @param most how many bytes it may have
     * @return its bytes
     * @throws OddException if it has more, or is damaged
     */
    byte[] bytes(int most) throws IOException;
  }
}
