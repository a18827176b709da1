package dojo.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** By what a failed check recognises the classic mistakes; the first that is there is named. */
final class Signs {
  private final List<Sign> signs = new ArrayList<>();

  private record Sign(String id, BooleanSupplier there) {}

  void add(String id, BooleanSupplier there) {
    signs.add(new Sign(id, there));
  }

  /** The id of the first mistake whose sign is there, or an empty text. */
  String first() {
    return signs.stream()
        .filter(sign -> isThere(sign.there()))
        .map(Sign::id)
        .findFirst()
        .orElse("");
  }

  /** Where the student's class throws, or gives what cannot be looked at, nothing is recognised. */
  private static boolean isThere(BooleanSupplier sign) {
    try {
      return sign.getAsBoolean();
    } catch (RuntimeException | Misstep e) {
      return false;
    }
  }
}
