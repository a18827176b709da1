package dojo.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** By what a failed check recognises the classic mistakes; the first that is there is named. */
final class Signs {
  /** First the check itself, without a mistake; then the mistakes. */
  private final List<Sign> signs = new ArrayList<>();

  /** A mistake; its method is the one at fault, or an empty text where none was named. */
  private record Sign(String id, String method, BooleanSupplier there) {}

  /**
   * What a failed check points to.
   *
   * @param diagnosis the id of the mistake, or an empty text
   * @param method the method at fault, or an empty text: the one that was called last
   */
  record Found(String diagnosis, String method) {}

  Signs() {
    add("", () -> true);
  }

  void add(String id, BooleanSupplier there) {
    signs.add(new Sign(id, "", there));
  }

  /** Names the method at fault: of the mistake that was added last, before any of the check. */
  void at(String method) {
    int last = signs.size() - 1;
    signs.set(last, new Sign(signs.get(last).id(), method, signs.get(last).there()));
  }

  /** No mistake: what the check itself points to. */
  Found none() {
    return new Found("", signs.get(0).method());
  }

  /** The first mistake whose sign is there, otherwise none. */
  Found first() {
    Sign check = signs.get(0);
    Sign first =
        signs.stream().skip(1).filter(sign -> isThere(sign.there())).findFirst().orElse(check);
    return new Found(first.id(), first.method().isEmpty() ? check.method() : first.method());
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
