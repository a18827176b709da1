package dojo.kata;

/**
 * An answer that somebody tried, and the verdict that it must get: so that a wrong one never passes
 * and is never told a false reason, and a right one is never refused.
 *
 * @param verdict the id of a diagnosis; {@link #NONE} for a red without one; {@link #GREEN} for a
 *     right answer that looks unusual
 * @param answer what it changes in the solution; its id is its description
 */
public record Tried(String verdict, Mistake answer) {

  /** The verdict on a right answer. */
  public static final String GREEN = "green";

  /** The verdict on a wrong answer that no diagnosis describes. */
  public static final String NONE = "none";
}
