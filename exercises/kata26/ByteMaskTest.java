package kata26;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept, byte by byte. */
@KataTest("kata26.ByteMask")
class ByteMaskTest {

  interface Subject {
    float[] mask(int n, double p, RandomKey key);
  }

  private interface Rule {
    boolean keeps(double u, double p);
  }

  /** So many elements that no value of a byte is missing. */
  private static final int MANY = 6_144;

  /** Multiples of 1/256 and others, and what is as close to 0 and 1 as can be. */
  private static final double[] RATES = {
    0.25, 0.6, 0.7, 255 / 256.0, 1 / 256.0, Double.MIN_VALUE, Math.nextDown(1.0)
  };

  @Test
  void with_p_0_all_are_kept(Subject draw, RandomKey key) {
    RandomKey with0 = holding(0, key);

    expect("mask(6, 0, key)", draw.mask(6, 0, with0))
        .remark("bytes")
        .given("bytes", bytes(0, 6, with0))
        .diagnoseIf("ABOVE_P", () -> follows(draw, key, (u, p) -> u > p))
        .diagnoseIf("P_IS_KEEP", () -> follows(draw, key, (u, p) -> u < p))
        .diagnoseIf("REACHES_1", () -> scales(draw, key, u -> Math.rint(u * 256) / 255))
        .diagnoseIf("NEVER_0", () -> scales(draw, key, u -> u + 1 / 256.0))
        .toBe(new float[] {1, 1, 1, 1, 1, 1});
  }

  @Test
  void with_p_1_none_is_kept(Subject draw, RandomKey key) {
    RandomKey with0 = holding(0, key);

    expect("mask(6, 1, key)", draw.mask(6, 1, with0))
        .remark("bytes")
        .given("bytes", bytes(0, 6, with0))
        .diagnoseIf("LE_FOR_LT", () -> follows(draw, key, (u, p) -> u <= 1 - p))
        .diagnoseIf("PATCHES_U_0", () -> follows(draw, key, (u, p) -> u == 0 || u > p))
        .toBe(new float[6]);
  }

  @Test
  void every_element_is_decided_by_its_byte(Subject draw, RandomKey key) {
    for (double p : RATES) {
      float[] mask = draw.mask(MANY, p, key);
      float[] right = right(MANY, p, key);
      int from = firstDifference(mask, right) / 6 * 6;

      expect("mask(" + MANY + ", " + p + ", key)", Arrays.copyOfRange(mask, from, from + 6))
          .remark("elements", from, from + 5)
          .given("bytes", bytes(from, 6, key))
          .diagnoseIf("OTHER_END", () -> follows(draw, key, (u, rate) -> u >= rate))
          .diagnoseIf("PATCHES_P_0", () -> follows(draw, key, (u, rate) -> rate == 0 || u > rate))
          .diagnoseIf("REACHES_1", () -> scales(draw, key, u -> Math.rint(u * 256) / 255))
          .diagnoseIf("NEVER_0", () -> scales(draw, key, u -> u + 1 / 256.0))
          .toBe(Arrays.copyOfRange(right, from, from + 6));
    }
  }

  @Test
  void the_last_elements_need_no_full_number(Subject draw, RandomKey key) {
    for (int n = 0; n <= 9; n++) {
      expect("mask(" + n + ", 0.6, key)", draw.mask(n, 0.6, key)).toBe(right(n, 0.6, key));
    }
  }

  @Test
  void another_key_has_another_mask(Subject draw, RandomKey key) {
    for (int k = 0; k < 10; k++) {
      expect("mask(24, 0.3, key.split(" + k + "))", draw.mask(24, 0.3, key.split(k)))
          .toBe(right(24, 0.3, key.split(k)));
    }
  }

  @Test
  void p_outside_0_to_1_is_refused(Subject draw, RandomKey key) {
    for (double p : new double[] {-0.1, 1.5, Double.NaN}) {
      expectRefusal("mask(8, " + p + ", key)", () -> draw.mask(8, p, key)).orFail();
    }
  }

  /** A child of the key whose first six bytes hold this one. */
  private static RandomKey holding(int value, RandomKey key) {
    return IntStream.range(0, 100_000)
        .mapToObj(key::split)
        .filter(child -> IntStream.of(bytes(0, 6, child)).anyMatch(drawn -> drawn == value))
        .findFirst()
        .orElseThrow();
  }

  private static int[] bytes(int from, int n, RandomKey key) {
    return IntStream.range(from, from + n)
        .map(i -> (int) (key.bits(i / 8) >>> 8 * (i % 8)) & 0xFF)
        .toArray();
  }

  private static float[] right(int n, double p, RandomKey key) {
    return decided(n, p, key, (u, rate) -> u < 1 - rate);
  }

  private static float[] decided(int n, double p, RandomKey key, Rule rule) {
    int[] bytes = bytes(0, n, key);
    float[] mask = new float[n];
    for (int i = 0; i < n; i++) {
      mask[i] = rule.keeps(bytes[i] / 256.0, p) ? 1 : 0;
    }
    return mask;
  }

  private static int firstDifference(float[] mask, float[] right) {
    return Math.max(0, Arrays.mismatch(Arrays.copyOf(mask, right.length), right));
  }

  /** Whether another number is made of the byte, and compared with q, or with p as in the bug. */
  private static boolean scales(Subject draw, RandomKey key, DoubleUnaryOperator made) {
    return follows(draw, key, (u, p) -> made.applyAsDouble(u) < 1 - p)
        || follows(draw, key, (u, p) -> made.applyAsDouble(u) > p);
  }

  /** Whether another rule decides, at the ends and in between. */
  private static boolean follows(Subject draw, RandomKey key, Rule rule) {
    return DoubleStream.concat(DoubleStream.of(0, 1), DoubleStream.of(RATES))
        .allMatch(p -> Arrays.equals(draw.mask(MANY, p, key), decided(MANY, p, key, rule)));
  }
}
