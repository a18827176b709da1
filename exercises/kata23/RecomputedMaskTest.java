package kata23;

import static dojo.expect.Expect.expect;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Unit n of an array of any length is kept if number n of the key is below q, whoever asks. */
@KataTest("kata23.RecomputedMask")
class RecomputedMaskTest {

  interface Subject {
    long[] pack(long from, int count, double p, RandomKey key);

    float[] forward(float[] x, long from, double p, RandomKey key);

    float[] backward(float[] dy, long from, double p, RandomKey key);
  }

  /** Which of the first six units the {@link #example} keeps. */
  private static final int[] KEPT = {1, 0, 1, 1, 0, 0};

  /** So many units that their draws cannot be taken for others. */
  private static final int MANY = 150;

  /** Beyond what an int can count. */
  private static final long FAR = 5_000_000_000L;

  @Test
  void the_lowest_bit_is_the_first_unit(Subject mask, RandomKey key) {
    RandomKey example = example(key);
    long[] bits = mask.pack(0, 6, 0.4, example);

    expect("pack(0, 6, 0.4, key)", bits)
        .given("kept", KEPT)
        .diagnoseIf("ONE_LONG_EACH", bits.length == 6)
        .diagnoseIf("P_IS_KEEP", () -> packs(mask, key, i -> key.uniform(i) < 0.4))
        .diagnoseIf("P_IS_KEEP", () -> packs(mask, key, i -> key.uniform(i) >= 0.6))
        .diagnoseIf("BIT_ORDER", () -> alwaysPacks(mask, key, Long.reverse(13)))
        .diagnoseIf("BIT_ORDER", () -> alwaysPacks(mask, key, Long.reverse(13) >>> 56))
        .diagnoseIf("BIT_ORDER", () -> alwaysPacks(mask, key, Long.reverse(13) >>> 58))
        .toBe(new long[] {13});
  }

  /** Whether the six units are packed as this long under several keys that keep the same ones. */
  private static boolean alwaysPacks(Subject mask, RandomKey key, long bits) {
    return IntStream.range(0, 5)
        .mapToObj(i -> mask.pack(0, 6, 0.4, example(key.split(i))))
        .allMatch(packed -> Arrays.equals(packed, new long[] {bits}));
  }

  private static boolean packs(Subject mask, RandomKey key, IntPredicate kept) {
    return Arrays.equals(mask.pack(0, MANY, 0.4, key), packed(MANY, kept));
  }

  @Test
  void a_long_holds_64_units(Subject mask, RandomKey key) {
    long[] ints = new long[3];
    kept(key, 0, MANY, 0.4).forEach(i -> ints[(int) i / 64] |= 1 << i % 64);
    long[] bits = mask.pack(0, MANY, 0.4, key);

    expect("pack(0, 150, 0.4, key)", bits)
        .diagnoseIf("LOSES_THE_REST", bits.length == MANY / 64)
        .diagnose("INT_SHIFT", ints)
        .toBe(stored(key, 0, MANY, 0.4));
  }

  @Test
  void no_long_is_wasted(Subject mask, RandomKey key) {
    for (int count : new int[] {0, 1, 63, 64, 65, 128}) {
      int length = mask.pack(0, count, 0.4, key).length;

      expect("pack(0, " + count + ", 0.4, key).length", length)
          .diagnoseIf("LOSES_THE_REST", count % 64 > 0 && length == count / 64)
          .diagnoseIf("ONE_LONG_TOO_MANY", count % 64 == 0 && length == count / 64 + 1)
          .toBe((count + 63) / 64);
    }
  }

  @Test
  void a_part_is_the_same_wherever_it_begins(Subject mask, RandomKey key) {
    for (int from : new int[] {100, 5, 1, 63, 64, 1_000}) {
      long[] atPosition = new long[2];
      kept(key, from, 70, 0.4).forEach(i -> atPosition[(int) i / 64] |= 1L << from + i);

      expect("pack(" + from + ", 70, 0.4, key)", mask.pack(from, 70, 0.4, key))
          .diagnose("RESTARTS_PER_CHUNK", stored(key, 0, 70, 0.4))
          .diagnose("BIT_AT_POSITION", atPosition)
          .toBe(stored(key, from, 70, 0.4));
    }
  }

  @Test
  void a_position_may_be_beyond_the_ints(Subject mask, RandomKey key) {
    expect("pack(5000000000, 70, 0.4, key)", mask.pack(FAR, 70, 0.4, key))
        .diagnose("INT_POSITION", stored(key, (int) FAR, 70, 0.4))
        .toBe(stored(key, FAR, 70, 0.4));
  }

  @Test
  void u_equal_to_q_is_dropped(Subject mask, RandomKey key) {
    double p = 1 - key.uniform(5); // exact, and so is q = 1 - p

    expect("pack(5, 1, p, key)", mask.pack(5, 1, p, key))
        .remark("u-is-q")
        .diagnose("LE_FOR_LT", new long[] {1})
        .toBe(new long[] {0});
  }

  @Test
  void with_p_0_every_bit_is_1_and_with_p_1_none(Subject mask, RandomKey key) {
    expect("pack(0, 70, 0, key)", mask.pack(0, 70, 0, key)).toBe(new long[] {-1, 63});
    expect("pack(0, 70, 1, key)", mask.pack(0, 70, 1, key)).toBe(new long[2]);
  }

  @Test
  void forward_drops_what_is_not_kept(Subject mask, RandomKey key) {
    float[] y = mask.forward(x(), 0, 0.4, example(key));

    expect("forward(x, 0, 0.4, key)", y)
        .given("x", x())
        .given("kept", KEPT)
        .diagnose("NO_SCALE", new float[] {3, 0, 9, 12, 0, 0})
        .toBe(new float[] {5, 0, 15, 20, 0, 0});
  }

  @Test
  void forward_gives_the_same_in_any_parts_and_order(Subject mask, RandomKey key) {
    for (int length : new int[] {50, 7, 1, 64}) {
      for (int from = MANY - length; from >= 0; from -= length) {
        float[] part = wave(length, from);

        expect("forward(x, " + from + ", 0.4, key)", mask.forward(part.clone(), from, 0.4, key))
            .remark("part", length)
            .diagnose("RESTARTS_PER_CHUNK", dropped(part, 0, 0.4, key))
            .toBe(dropped(part, from, 0.4, key));
      }
    }
  }

  @Test
  void forward_reaches_positions_beyond_the_ints(Subject mask, RandomKey key) {
    float[] part = wave(70, 0);

    expect("forward(x, 5000000000, 0.4, key)", mask.forward(part.clone(), FAR, 0.4, key))
        .remark("part", 70)
        .diagnose("INT_POSITION", dropped(part, (int) FAR, 0.4, key))
        .toBe(dropped(part, FAR, 0.4, key));
  }

  @Test
  void forward_leaves_x_as_it_was(Subject mask, RandomKey key) {
    float[] x = x();

    mask.forward(x, 0, 0.4, key);

    expect("x", x)
        .remark("after", "forward(x, 0, 0.4, key)")
        .diagnoseIf("IN_PLACE", true)
        .toBeExactly(x());
  }

  @Test
  void the_result_is_a_new_array(Subject mask, RandomKey key) {
    float[] x = x();

    mask.forward(x, 0, 0, key)[0] = 7;
    mask.backward(x, 0, 0, key)[1] = 7;

    expect("x", x).remark("is-new").toBeExactly(x());
  }

  @Test
  void a_dropped_unit_is_plus_zero(Subject mask, RandomKey key) {
    float[] x = {Float.NaN, Float.POSITIVE_INFINITY, -2, 3};
    float[] y = mask.forward(x, 0, 1, key);

    expect("forward(x, 0, 1, key)", y)
        .given("x", x)
        .diagnoseIf("MULTIPLIES", hasNanOrMinusZero(y))
        .toBeExactly(new float[4]);
  }

  @Test
  void backward_has_the_mask_of_forward(Subject mask, RandomKey key) {
    float[] dy = wave(MANY, 0);
    float[] dx = mask.backward(dy.clone(), 0, 0.4, key);

    expect("backward(dy, 0, 0.4, key)", dx)
        .remark("dy")
        .diagnose("NO_MASK_BACK", dy)
        .diagnose("NO_MASK_BACK", times(dy, 1 / 0.6))
        .diagnose("NO_SCALE_BACK", times(dropped(dy, 0, 0.4, key), 0.6))
        .diagnoseIf("NEXT_KEY_BACK", hasAnotherMask(dy, dx, dropped(dy, 0, 0.4, key)))
        .toBe(dropped(dy, 0, 0.4, key));
  }

  @Test
  void backward_gives_the_same_in_any_parts_and_order(Subject mask, RandomKey key) {
    for (int from : new int[] {100, 50, 0, 7, 64}) {
      float[] dy = wave(50, from);

      expect("backward(dy, " + from + ", 0.4, key)", mask.backward(dy.clone(), from, 0.4, key))
          .remark("part-of-dy", 50)
          .diagnose("RESTARTS_PER_CHUNK", dropped(dy, 0, 0.4, key))
          .toBe(dropped(dy, from, 0.4, key));
    }
  }

  @Test
  void a_dropped_gradient_is_plus_zero(Subject mask, RandomKey key) {
    float[] dy = {Float.NaN, Float.POSITIVE_INFINITY, -2, 3};
    float[] dx = mask.backward(dy, 0, 1, key);

    expect("backward(dy, 0, 1, key)", dx)
        .given("dy", dy)
        .diagnoseIf("MULTIPLIES", hasNanOrMinusZero(dx))
        .toBeExactly(new float[4]);
  }

  @Test
  void backward_leaves_dy_as_it_was(Subject mask, RandomKey key) {
    float[] dy = x();

    mask.backward(dy, 0, 0.4, key);

    expect("dy", dy).remark("after", "backward(dy, 0, 0.4, key)").toBeExactly(x());
  }

  @Test
  void with_p_0_every_value_stays(Subject mask, RandomKey key) {
    expect("forward(x, 3, 0, key)", mask.forward(x(), 3, 0, key)).toBeExactly(x());
    expect("backward(dy, 3, 0, key)", mask.backward(x(), 3, 0, key)).toBeExactly(x());
  }

  @Test
  void without_units_there_is_nothing_to_do(Subject mask, RandomKey key) {
    expect("forward(x, 3, 0.4, key)", mask.forward(new float[0], 3, 0.4, key)).toBe(new float[0]);
    expect("backward(dy, 3, 0.4, key)", mask.backward(new float[0], 3, 0.4, key))
        .toBe(new float[0]);
  }

  @Test
  void many_units_and_other_rates(Subject mask, RandomKey key) {
    float[] x = wave(9_000, 0);
    for (double p : new double[] {0.1, 0.5, 0.8, 0.975}) {
      expect("forward(x, 1048576, " + p + ", key)", mask.forward(x.clone(), 1 << 20, p, key))
          .remark("part", 9_000)
          .toBe(dropped(x, 1 << 20, p, key));
      expect("pack(1048576, 9000, " + p + ", key)", mask.pack(1 << 20, 9_000, p, key))
          .toBe(stored(key, 1 << 20, 9_000, p));
    }
  }

  private static float[] x() {
    return new float[] {3, -6, 9, 12, -15, 18};
  }

  /** A child of the key that keeps the first units as {@link #KEPT} says. */
  private static RandomKey example(RandomKey key) {
    return LongStream.range(0, 100_000)
        .mapToObj(key::split)
        .filter(child -> child.uniform(0) > 0.4) // on the other side of p than of q
        .filter(
            child -> IntStream.range(0, 6).allMatch(i -> child.uniform(i) < 0.6 == (KEPT[i] == 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Numbers none of which is 0. */
  private static float[] wave(int length, int from) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = (float) Math.sin(1 + from + i);
    }
    return x;
  }

  /** The units that are kept, counted from the beginning of the part. */
  private static LongStream kept(RandomKey key, long from, int count, double p) {
    return LongStream.range(0, count).filter(i -> key.uniform(from + i) < 1 - p);
  }

  private static long[] stored(RandomKey key, long from, int count, double p) {
    return packed(count, i -> key.uniform(from + i) < 1 - p);
  }

  private static long[] packed(int count, IntPredicate kept) {
    long[] bits = new long[(count + 63) / 64];
    IntStream.range(0, count).filter(kept).forEach(i -> bits[i / 64] |= 1L << i % 64);
    return bits;
  }

  private static float[] dropped(float[] x, long from, double p, RandomKey key) {
    float[] y = new float[x.length];
    kept(key, from, x.length, p).forEach(i -> y[(int) i] = (float) (x[(int) i] / (1 - p)));
    return y;
  }

  private static float[] times(float[] x, double factor) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) (x[i] * factor);
    }
    return y;
  }

  /** Whether each is dropped, or divided by q as it should be, under a mask that is not related. */
  private static boolean hasAnotherMask(float[] dy, float[] dx, float[] right) {
    IntPredicate falls = i -> dx[i] == 0;
    IntPredicate stays = i -> Math.abs(dx[i] - dy[i] / 0.6) < 1e-5;
    IntPredicate shouldFall = i -> right[i] == 0;
    return dx.length == MANY
        && IntStream.range(0, MANY).allMatch(falls.or(stays))
        && IntStream.range(0, MANY).anyMatch(falls.and(shouldFall))
        && IntStream.range(0, MANY).anyMatch(stays.and(shouldFall.negate()));
  }

  private static boolean hasNanOrMinusZero(float[] x) {
    return IntStream.range(0, x.length)
        .anyMatch(i -> Float.isNaN(x[i]) || Float.compare(x[i], -0f) == 0);
  }
}
