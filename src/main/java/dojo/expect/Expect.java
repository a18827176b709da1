package dojo.expect;

import dojo.kata.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check in the test of a kata that knows the classic mistakes: it says what was expected, what
 * came instead, and, if what came is what a known mistake gives, which mistake that is.
 *
 * <pre>{@code
 * expect("forward(x, 0.6, key)", y)
 *     .given("x", x)
 *     .diagnose("NO_SCALE", kept)
 *     .toBe(times(kept, 1 / 0.4));
 * }</pre>
 */
public final class Expect {
  /** Two float roundings apart is the same: x / q and x · (1 / q) are both right. */
  private static final double TOLERANCE = 1e-6;

  private final String call;
  private final float[][] actual;
  private final Map<String, double[][]> shown = new LinkedHashMap<>();
  private final List<Map.Entry<String, Boolean>> diagnoses = new ArrayList<>();

  private Expect(String call, float[][] actual) {
    this.call = call;
    this.actual = actual;
  }

  /**
   * Begins a check of a matrix that the student's method returned.
   *
   * @param call the call as the student would write it, for example {@code forward(x, 0.6, key)}
   * @param actual what it returned
   * @return the check, to be ended by {@link #toBe} or {@link #toBeExactly}
   */
  public static Expect expect(String call, float[][] actual) {
    return new Expect(call, actual);
  }

  /**
   * Begins a check of a condition.
   *
   * @param holds what must be true
   * @return the check, to be ended by its {@code orDiagnose} or {@code orSay}
   */
  public static Condition expect(boolean holds) {
    return new Condition(holds);
  }

  /**
   * Begins a check that a call is refused by an {@link IllegalArgumentException}.
   *
   * @param call the call as the student would write it
   * @param refused the call itself
   * @return the check, to be ended by its {@code orDiagnose} or {@code orSay}
   */
  public static Refusal expectRefusal(String call, Runnable refused) {
    return new Refusal(call, refused);
  }

  /**
   * Shows an argument beside what was expected and what came.
   *
   * @param name the name of the argument
   * @param value its value
   * @return this check
   */
  public Expect given(String name, float[][] value) {
    return given(name, Matrix.widen(value));
  }

  /**
   * Shows an argument beside what was expected and what came.
   *
   * @param name the name of the argument
   * @param value its value
   * @return this check
   */
  public Expect given(String name, double[][] value) {
    shown.put(name, value);
    return this;
  }

  /**
   * Names the mistake that gives this wrong matrix.
   *
   * @param id the id of the mistake
   * @param mistaken what it gives
   * @return this check
   */
  public Expect diagnose(String id, float[][] mistaken) {
    return diagnose(id, close(actual, mistaken, TOLERANCE));
  }

  /**
   * Names the mistake that is recognised by a sign of its own.
   *
   * @param id the id of the mistake
   * @param sign whether the sign is there; it counts only if the check fails
   * @return this check
   */
  public Expect diagnose(String id, boolean sign) {
    diagnoses.add(Map.entry(id, sign));
    return this;
  }

  /**
   * Ends the check: the matrix must be this one, but for rounding.
   *
   * @param expected the right matrix
   */
  public void toBe(float[][] expected) {
    judge(expected, close(actual, expected, TOLERANCE));
  }

  /**
   * Ends the check: the matrix must be this one to the bit, +0 and −0 told apart.
   *
   * @param expected the right matrix
   */
  public void toBeExactly(float[][] expected) {
    judge(expected, close(actual, expected, 0));
  }

  private void judge(float[][] expected, boolean right) {
    if (right) {
      return;
    }
    shown.put("expected", Matrix.widen(expected));
    shown.put("but was", Matrix.widen(actual));
    throw new Misstep(
        diagnoses.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst(),
        call + "\n" + Matrix.sideBySide(shown));
  }

  private static boolean close(float[][] a, float[][] b, double tolerance) {
    boolean close = a.length == b.length;
    for (int i = 0; close && i < a.length; i++) {
      close = a[i].length == b[i].length;
      for (int j = 0; close && j < a[i].length; j++) {
        close = close(a[i][j], b[i][j], tolerance);
      }
    }
    return close;
  }

  private static boolean close(float a, float b, double tolerance) {
    return Float.compare(a, b) == 0
        || (tolerance > 0 && Math.abs((double) a - b) <= tolerance * Math.abs((double) b));
  }
}
