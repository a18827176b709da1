package dojo.practice;

import java.util.Set;

/** What happens while the katas are watched. */
public sealed interface Event {

  /**
   * Files were saved.
   *
   * @param katas the numbers of their katas
   */
  record Saved(Set<Integer> katas) implements Event {}

  /**
   * A key was pressed.
   *
   * @param letter the letter on it
   */
  record Pressed(char letter) implements Event {}

  /** The screen must be drawn anew, for example since it has another size. */
  record Resized() implements Event {}
}
