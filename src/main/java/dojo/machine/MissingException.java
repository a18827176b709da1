package dojo.machine;

/** Says in one line what the kit needs and does not find, and the command that mends it. */
public final class MissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The command or the step that mends it. */
  private final String remedy;

  /** What is missing. */
  private final String what;

  /**
   * Names what is missing.
   *
   * @param what what is missing, a clause such as {@code "Python 3.10 or newer is missing"}
   * @param remedy the command or the step that mends it
   */
  public MissingException(String what, String remedy) {
    super(what + ": " + remedy);
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * Returns what mends it.
   *
   * @return a command or a step
   */
  public String remedy() {
    return remedy;
  }

  /**
   * Returns what is missing.
   *
   * @return a clause
   */
  public String what() {
    return what;
  }
}
