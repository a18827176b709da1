package dojo.expect;

import java.util.Optional;

/** A check of a kata that failed: what was seen and, where the mistake is known, its name. */
final class Misstep extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String diagnosis;

  Misstep(Optional<String> diagnosis, String seen) {
    super(seen);
    this.diagnosis = diagnosis.orElse("");
  }

  /** The id of the classic mistake, or an empty text where none was recognised. */
  String diagnosis() {
    return diagnosis;
  }
}
