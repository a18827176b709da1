package dojo.data;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;

/**
 * A text and the characters it may use, each known by its place in the alphabet.
 *
 * <p>Characters are UTF-16 code units, as in {@link String#charAt}; a character outside the Basic
 * Multilingual Plane counts as two.
 *
 * @param characters the text
 * @param alphabet each character that may occur, once
 */
public record Text(String characters, String alphabet) {

  /**
   * Checks that the alphabet has every character of the text.
   *
   * @param characters the text
   * @param alphabet each character that may occur, once
   * @throws IllegalArgumentException if a character is not in the alphabet or is there twice
   */
  public Text {
    if (alphabet.chars().distinct().count() < alphabet.length()) {
      throw new IllegalArgumentException(
          "an alphabet has every character once, but was \"" + alphabet + "\"");
    }
    for (int i = 0; i < characters.length(); i++) {
      if (alphabet.indexOf(characters.charAt(i)) < 0) {
        throw new IllegalArgumentException(
            "every character must be in the alphabet, but number "
                + i
                + " was \""
                + characters.charAt(i)
                + "\"");
      }
    }
  }

  /**
   * Returns a text with the alphabet that it uses, in the order of Unicode.
   *
   * @param characters the text
   * @return the text
   */
  public static Text of(String characters) {
    int[] used = characters.chars().distinct().sorted().toArray();
    return new Text(characters, new String(used, 0, used.length));
  }

  /**
   * Returns how many characters this text has.
   *
   * @return n
   */
  public int size() {
    return characters.length();
  }

  /**
   * Returns the text in numbers.
   *
   * @return the place of each character in the alphabet
   */
  public int[] indices() {
    return characters.chars().map(alphabet::indexOf).toArray();
  }

  /**
   * Returns the characters of some numbers: the inverse of {@link #indices}.
   *
   * @param indices places in the alphabet
   * @return the characters
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public String decode(int... indices) {
    StringBuilder decoded = new StringBuilder();
    for (int index : indices) {
      decoded.append(alphabet.charAt(index));
    }
    return decoded.toString();
  }

  /**
   * Returns a passage of this text, with the alphabet of the whole.
   *
   * <p>To hold data out, cut a text in two passages: windows of one text overlap, and a random
   * split of them would leak.
   *
   * @param from the first character, counted from 0
   * @param to the character after the last
   * @return the passage
   * @throws IndexOutOfBoundsException if it is not within the text
   */
  public Text passage(int from, int to) {
    return new Text(characters.substring(from, to), alphabet);
  }

  /**
   * Returns windows on this text, each with the character that comes next.
   *
   * @param length the characters in a window, at least 1
   * @param step how far the next window starts after the last, at least 1
   * @return x {@code [n, length, alphabet]}: 1 at the place of each character, 0 elsewhere; y
   *     {@code [n, alphabet]}: the character after the window
   * @throws IllegalArgumentException if a number is below 1, or the windows hold more numbers than
   *     a tensor: a longer step makes fewer
   */
  public Dataset windows(int length, int step) {
    if (length < 1 || step < 1) {
      throw new IllegalArgumentException(
          "the length and step of windows must be at least 1, but were " + length + " and " + step);
    }
    int n = size() <= length ? 0 : (size() - length - 1) / step + 1;
    int letters = alphabet.length();
    int[] text = indices();
    int[] next = new int[n];
    float[] x = new float[Shape.size(n, length, letters)];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < length; t++) {
        x[(i * length + t) * letters + text[i * step + t]] = 1;
      }
      next[i] = text[i * step + length];
    }
    return Dataset.of(Floats.tensor(x, n, length, letters), next, letters);
  }

  /**
   * Returns this text cut into sequences, each with its own characters one place further on: what a
   * model that reads on is to predict at each step.
   *
   * <pre>{@code
   * new Text("abcabca", "abc").sequences(3); // x: abc, abc   y: bca, bca
   * }</pre>
   *
   * <p>The sequences do not overlap, so one pass through them sees each character once.
   *
   * @param length the characters in a sequence, at least 1
   * @return x and y {@code [n, length]}, places in the alphabet; characters that fill no sequence
   *     are left out
   * @throws IllegalArgumentException if the length is below 1
   */
  public Sequences sequences(int length) {
    if (length < 1) {
      throw new IllegalArgumentException(
          "the length of sequences must be at least 1, but was " + length);
    }
    int n = Math.max(0, size() - 1) / length;
    int[] text = indices();
    return new Sequences(
        Tensor.generate(i -> text[i], n, length), Tensor.generate(i -> text[i + 1], n, length));
  }

  @Override
  public String toString() {
    return size() + " characters of an alphabet of " + alphabet.length();
  }
}
