package dojo.expect;

import dojo.kata.Seen;

/** A check of a kata that failed: what was seen and, where they are known, mistake and method. */
final class Misstep extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient Seen seen;
  private final transient Signs.Found found;

  /** Without a diagnosis. */
  Misstep(Seen seen) {
    this(seen, "");
  }

  Misstep(Seen seen, String diagnosis) {
    this(seen, new Signs.Found(diagnosis, ""));
  }

  Misstep(Seen seen, Signs.Found found) {
    super(seen.toString());
    this.seen = seen;
    this.found = found;
  }

  Seen seen() {
    return seen;
  }

  /** The id of the classic mistake, or an empty text where none was recognised. */
  String diagnosis() {
    return found.diagnosis();
  }

  /** The method at fault, or an empty text where the check names none. */
  String method() {
    return found.method();
  }
}
