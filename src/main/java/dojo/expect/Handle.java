package dojo.expect;

/**
 * An object that stays on its own side of the {@link Seam}; the other side knows its number.
 *
 * @param owner where the object is
 * @param number from 0
 */
public record Handle(Owner owner, int number) {

  /** Where an object is. */
  public enum Owner {
    /**
     * The student's class itself, as one subject of the test: its static methods, and those of one
     * object, made without arguments when it is first needed.
     */
    SUBJECT,
    /** Beside the student's class: an object that it made. */
    STUDENT,
    /** Beside the test: a function or an object that the test hands to the student's class. */
    TEST
  }
}
