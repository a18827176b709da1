package dojo.practice;

import dojo.kata.KataFileException;
import dojo.words.Sentence;

/** What a student reads while the katas are watched. */
public sealed interface Page {

  /** The verdict on the kata in hand. */
  record OfVerdict() implements Page {}

  /**
   * A hint.
   *
   * @param level from 1
   */
  record OfHint(int level) implements Page {}

  /** The list of all katas. */
  record OfList() implements Page {}

  /** The solution of the kata in hand. */
  record OfSolution() implements Page {}

  /**
   * A file of the kata in hand is missing or broken.
   *
   * @param broken which, and what mends it
   */
  record OfBrokenFile(KataFileException broken) implements Page {}

  /** Every kata was checked again, and is green. */
  record OfTheEnd() implements Page {}

  /**
   * Why nothing happens.
   *
   * @param sentence the reason, and what to do instead
   */
  record OfReason(Sentence sentence) implements Page {}
}
