package dojo.expect;

import dojo.kata.Seen;

/** A check of a kata that failed: what was seen and, where the mistake is known, its name. */
final class Misstep extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient Seen seen;
  private final String diagnosis;

  /** Without a diagnosis. */
  Misstep(Seen seen) {
    this(seen, "");
  }

  Misstep(Seen seen, String diagnosis) {
    super(seen.toString());
    this.seen = seen;
    this.diagnosis = diagnosis;
  }

  Seen seen() {
    return seen;
  }

  /** The id of the classic mistake, or an empty text where none was recognised. */
  String diagnosis() {
    return diagnosis;
  }
}
