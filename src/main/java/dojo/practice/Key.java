package dojo.practice;

import java.util.Arrays;
import java.util.Optional;

/** What a student can ask for with a single key, whatever the language. */
public enum Key {
  /** The next hint. */
  HINT('h'),
  /** The next kata that was not passed yet. */
  NEXT('n'),
  /** The list of all katas. */
  LIST('l'),
  /** Another check. */
  RUN('r'),
  /** The student's file in the editor. */
  OPEN('o'),
  /** The solution, once the kata was passed. */
  SOLUTION('s'),
  /** The end. */
  QUIT('q');

  private final char letter;

  Key(char letter) {
    this.letter = letter;
  }

  /**
   * Returns the letter on the key.
   *
   * @return a small letter
   */
  public char letter() {
    return letter;
  }

  /**
   * Returns what a key asks for.
   *
   * @param pressed the letter, small or capital
   * @return the wish, if the key has one
   */
  public static Optional<Key> of(char pressed) {
    return Arrays.stream(values())
        .filter(key -> key.letter == Character.toLowerCase(pressed))
        .findFirst();
  }
}
