package dojo.expect;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.kata.Value;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check in the test of a kata that knows the classic mistakes: it sees what was expected, what
 * came instead, and, if what came is what a known mistake gives, which mistake that is.
 *
 * <pre>{@code
 * expect("forward(x, 0.6, key)", y)
 *     .given("x", x)
 *     .diagnose("NO_SCALE", kept)
 *     .toBe(times(kept, 1 / 0.4));
 * }</pre>
 *
 * <p>A value is a number, a boolean, a text, an array of up to four dimensions, or a {@link
 * Grids#pair pair}. The call is code; whatever else is to be said stands in the kata's {@code
 * messages.properties}, and the test names its key.
 *
 * @param <T> the type of the value
 */
public final class Expect<T> {
  private final String call;
  private final T actual;
  private final List<Label> remarks = new ArrayList<>();
  private static final int MOST_SHOWN = 1 << 14;

  private final List<Seen.Argument> given = new ArrayList<>();
  private final Signs signs = new Signs();

  private Expect(String call, T actual) {
    this.call = call;
    this.actual = actual;
  }

  /**
   * Begins a check of what the student's method returned.
   *
   * @param <T> the type of the value
   * @param call the call as the student would write it, for example {@code forward(x, 0.6, key)}
   * @param actual what it returned
   * @return the check, to be ended by {@link #toBe}, {@link #toBeExactly} or {@link #toBeWithin}
   */
  public static <T> Expect<T> expect(String call, T actual) {
    return new Expect<>(call, actual);
  }

  /**
   * Begins a check of a condition.
   *
   * @param holds what must be true
   * @param key the sentence that says what must be true: {@code check.<key>} in the kata's {@code
   *     messages.properties}
   * @param values what was seen, for the places of the sentence
   * @return the check, to be ended by its {@code orDiagnose} or {@code orFail}
   */
  public static Condition expectThat(boolean holds, String key, Object... values) {
    return new Condition(holds, Label.of(key, values));
  }

  /**
   * Begins a check that a call is refused by an {@link IllegalArgumentException}.
   *
   * @param call the call as the student would write it
   * @param refused the call itself
   * @return the check, to be ended by its {@code orDiagnose} or {@code orFail}
   */
  public static Refusal expectRefusal(String call, Runnable refused) {
    return new Refusal(call, IllegalArgumentException.class, refused);
  }

  /**
   * Says more about the call, for example what an argument is that is too large to be shown.
   *
   * @param key the sentence: {@code check.<key>} in the kata's {@code messages.properties}
   * @param values for the places of the sentence
   * @return this check
   */
  public Expect<T> remark(String key, Object... values) {
    remarks.add(Label.of(key, values));
    return this;
  }

  /**
   * Shows an argument beside what was expected and what came.
   *
   * @param name the name of the argument
   * @param value its value
   * @return this check
   */
  public Expect<T> given(String name, Object value) {
    given.add(new Seen.Argument(name, new Value(isLarge(value, value) ? form(value) : value)));
    return this;
  }

  /**
   * Names the mistake that gives this wrong value.
   *
   * @param id the id of the mistake
   * @param mistaken what it gives
   * @return this check
   */
  public Expect<T> diagnose(String id, T mistaken) {
    return diagnoseIf(id, Tolerance.ROUNDING.accepts(actual, mistaken));
  }

  /**
   * Names the mistake that is recognised by a sign of its own.
   *
   * @param id the id of the mistake
   * @param sign whether the sign is there; it counts only if the check fails
   * @return this check
   */
  public Expect<T> diagnoseIf(String id, boolean sign) {
    return diagnoseIf(id, () -> sign);
  }

  /**
   * Names the mistake that is recognised by a sign for which the student's class is asked again.
   *
   * @param id the id of the mistake
   * @param sign whether the sign is there; asked only if the check fails
   * @return this check
   */
  public Expect<T> diagnoseIf(String id, BooleanSupplier sign) {
    signs.add(id, sign);
    return this;
  }

  /**
   * Names the method at fault, to whose line the verdict points: that of the mistake that was named
   * last or, before any was named, that of the whole check.
   *
   * @param method its name; {@code new} for a constructor; without one, it is the method that the
   *     test called last
   * @return this check
   */
  public Expect<T> at(String method) {
    signs.at(method);
    return this;
  }

  /**
   * Ends the check: the value must be this one, but for rounding.
   *
   * @param expected the right value
   */
  public void toBe(T expected) {
    judge(expected, Tolerance.ROUNDING);
  }

  /**
   * Ends the check: the value must be this one to the bit, +0 and −0 told apart.
   *
   * @param expected the right value
   */
  public void toBeExactly(T expected) {
    judge(expected, Tolerance.NONE);
  }

  /**
   * Ends the check: every number must be as close as said, for example because it was measured.
   *
   * @param relative how far it may be away, relative to the size of the right one
   * @param absolute how far it may be away in addition, for numbers near 0
   * @param expected the right value
   */
  public void toBeWithin(double relative, double absolute, T expected) {
    judge(expected, new Tolerance(relative, absolute));
  }

  private void judge(T expected, Tolerance tolerance) {
    if (tolerance.accepts(actual, expected)) {
      return;
    }
    if (isLarge(actual, expected)) {
      throw new Misstep(new Seen.Unusable(form(actual), ""), signs.first());
    }
    List<Integer> place =
        Tolerance.sameShape(actual, expected)
            ? tolerance.difference(actual, expected).orElse(List.of())
            : List.of();
    Seen seen =
        new Seen.Difference(call, remarks, given, new Value(expected), new Value(actual), place);
    throw new Misstep(seen, signs.first());
  }

  /**
   * Whether an array is so large that nobody can look at it, and many of them fill the memory: only
   * a test knows better, which expects one that is as large.
   */
  private static boolean isLarge(Object actual, Object expected) {
    return count(actual) > MOST_SHOWN
        && (actual == expected || count(actual) > 2 * count(expected));
  }

  private static long count(@Nullable Object value) {
    if (value instanceof Object[] rows) {
      return Stream.of(rows).mapToLong(Expect::count).sum() + rows.length;
    }
    if (value instanceof Value.Pair pair) {
      return count(pair.first().content()) + count(pair.second().content());
    }
    return value != null && value.getClass().isArray() ? Array.getLength(value) : 1;
  }

  /** As Java writes it where an array is made: {@code float[1000][1000]}. */
  private static String form(Object array) {
    StringBuilder lengths = new StringBuilder();
    Object at = array;
    while (at.getClass().isArray()) {
      lengths.append('[').append(Array.getLength(at)).append(']');
      at = at instanceof Object[] rows && rows.length > 0 && rows[0] != null ? rows[0] : "";
    }
    return array.getClass().getSimpleName().replaceAll("\\[]", "") + lengths;
  }
}
