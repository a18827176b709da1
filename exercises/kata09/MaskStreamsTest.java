package kata09;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.Chance;
import dojo.expect.Constructor;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The mask of a layer at a step depends on the seed, the layer and the step, and on nothing else.
 */
@KataTest("kata09.MaskStreams")
class MaskStreamsTest {

  interface Subject {
    @Constructor
    Streams streams(long seed, double p);
  }

  interface Streams {
    float[] mask(int layer, int step, int units);
  }

  /** Numbers by which a layer or a step may be multiplied to make one number of both. */
  private static final int[] STRIDES = {
    10,
    11,
    16,
    31,
    32,
    37,
    64,
    100,
    128,
    256,
    512,
    1_000,
    1_024,
    10_000,
    65_536,
    100_000,
    1_000_000,
    1_000_003,
    1_048_576,
    10_000_000,
    16_777_216
  };

  /** Pairs of a layer and a step, of which one is 0 or 1 and the other may be as large. */
  private static final List<int[]> FAR =
      Stream.concat(
              Stream.of(new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 0}, new int[] {1, 1}),
              IntStream.of(STRIDES).boxed().flatMap(MaskStreamsTest::pairs))
          .toList();

  private static Stream<int[]> pairs(int far) {
    return Stream.of(
        new int[] {0, far}, new int[] {1, far}, new int[] {far, 0}, new int[] {far, 1});
  }

  @Test
  void a_mask_is_zero_or_one_for_each_unit(Subject make, RandomKey key) {
    float[] mask = make.streams(seed(key), 0.4).mask(1, 2, 6);

    expect("mask(1, 2, 6)", mask).remark("zero-or-one").toBe(zeroOne(mask, 6));
  }

  @Test
  void the_order_of_the_calls_does_not_matter(Subject make, RandomKey key) {
    List<Integer> order = List.of(0, 1, 2, 3, 4, 5);
    List<Integer> reversed = List.of(5, 4, 3, 2, 1, 0);
    float[][] forwards = ask(make, seed(key), order);
    float[][] backwards = ask(make, seed(key), reversed);

    expect("mask(layer, step, 6)", backwards)
        .remark("reversed")
        .diagnoseIf(
            "GLOBAL_RANDOM", () -> !Arrays.deepEquals(forwards, ask(make, seed(key), order)))
        .diagnoseIf(
            "SHARED_RNG", () -> Arrays.deepEquals(backwards, ask(make, seed(key), reversed)))
        .toBe(forwards);
  }

  @Test
  void the_same_question_has_the_same_answer(Subject make, RandomKey key) {
    Streams streams = make.streams(seed(key), 0.4);
    float[] first = streams.mask(1, 2, 40).clone();
    streams.mask(0, 3, 7);

    expect("mask(1, 2, 40)", streams.mask(1, 2, 40)).remark("again").toBe(first);
  }

  @Test
  void another_run_in_the_same_program_changes_nothing(Subject make, RandomKey key) {
    float[] alone = make.streams(seed(key), 0.4).mask(1, 2, 40).clone();
    Streams first = make.streams(seed(key), 0.4);
    make.streams(seed(key.split("other")), 0.1).mask(1, 2, 40);

    expect("mask(1, 2, 40)", first.mask(1, 2, 40)).remark("other-run").toBe(alone);
  }

  @Test
  void another_seed_gives_another_mask(Subject make, RandomKey key, Chance chance) {
    String call = "new MaskStreams(key.bits(0), 0.4).mask(0, 0, 2000)";
    chance
        .draws(call, 0.4, key, child -> make.streams(seed(child), 0.4).mask(0, 0, 2_000))
        .diagnoseOneSeed("RESEEDS")
        .toDependOnTheKey();
  }

  @Test
  void each_unit_is_dropped_with_probability_p(Subject make, RandomKey key, Chance chance) {
    small(make, 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                small(make, 0.1, key, chance).areZeroWith(0.9)
                    && small(make, 0.3, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
  }

  private static Draws small(Subject make, double p, RandomKey key, Chance chance) {
    String call = "new MaskStreams(key.bits(0), " + p + ").mask(2, 1, 5)";
    return chance.draws(call, p, key, child -> make.streams(seed(child), p).mask(2, 1, 5));
  }

  @Test
  void every_layer_step_and_unit_has_a_draw_of_its_own(Subject make, RandomKey key, Chance chance) {
    String call = "mask(layer, step, 4)";
    chance
        .draws(call, 0.4, key, child -> masks(make.streams(seed(child), 0.4), 4, 5, 4))
        .diagnoseSharing("SAME_MASK", at -> at.get(2))
        .diagnoseSharing("SAME_EVERY_STEP", at -> 10 * at.get(0) + at.get(2))
        .diagnoseSharing("SAME_ALL_LAYERS", at -> 10 * at.get(1) + at.get(2))
        .diagnoseSharing("ONE_DRAW", at -> 10 * at.get(0) + at.get(1))
        .diagnoseSharing("ADDS_UP", at -> 10 * (at.get(0) + at.get(1)) + at.get(2))
        .diagnoseSharing("OVERLAPS", at -> at.get(0) + at.get(1) + at.get(2))
        .diagnoseSharing("OVERLAPS", at -> 10 * at.get(0) + at.get(1) + at.get(2))
        .diagnoseSharing("OVERLAPS", at -> 10 * at.get(1) + at.get(0) + at.get(2))
        .toBeOnePerElement();
  }

  @Test
  void neighbouring_seeds_have_no_draw_in_common(Subject make, RandomKey key, Chance chance) {
    String call = "new MaskStreams(seed + n, 0.4).mask(layer, step, 2)"; // [n][layer][step][unit]
    chance
        .draws(call, 0.4, key, child -> neighbours(make, seed(child)))
        .diagnoseSharing("ADDS_TO_SEED", at -> mix(at.get(0) + at.get(1), at.get(2), at.get(3)))
        .diagnoseSharing("ADDS_TO_SEED", at -> mix(at.get(0) + at.get(2), at.get(1), at.get(3)))
        .diagnoseSharing("ADDS_TO_SEED", at -> mix(at.get(0) ^ at.get(1), at.get(2), at.get(3)))
        .diagnoseSharing("ADDS_TO_SEED", at -> mix(at.get(0) ^ at.get(2), at.get(1), at.get(3)))
        .toBeOnePerElement();
  }

  @Test
  void seeds_far_apart_have_no_mask_in_common(Subject make, RandomKey key) {
    long seed = seed(key) >> 8; // so that a number can be added
    Streams run = make.streams(seed, 0.4);
    for (int far : STRIDES) { // by chance two masks are the same in one of 10^16 runs
      int[][] pairs = {{0, far, 0, 0, 1}, {far, 0, 0, 0, 1}, {0, 1, 0, 0, far}, {1, 0, 0, 0, far}};
      for (int[] at : pairs) {
        float[] mask = run.mask(at[0], at[1], 64).clone();
        float[] other = make.streams(seed + at[4], 0.4).mask(at[2], at[3], 64);

        expectThat(!Arrays.equals(mask, other), "far-seeds", at[0], at[1], at[2], at[3], at[4])
            .orDiagnose("ADDS_TO_SEED");
      }
    }
  }

  @Test
  void numbers_far_apart_have_no_mask_in_common(Subject make, RandomKey key) {
    Streams streams = make.streams(seed(key), 0.4);
    List<float[]> masks = FAR.stream().map(at -> streams.mask(at[0], at[1], 64).clone()).toList();
    for (int i = 0; i < FAR.size(); i++) {
      for (int j = 0; j < i; j++) { // by chance two are the same in one of 10^14 runs
        int[] one = FAR.get(j);
        int[] other = FAR.get(i);
        boolean differ = !Arrays.equals(masks.get(i), masks.get(j));
        boolean strided = !differ && isStrided(masks);

        expectThat(differ, "far", one[0], one[1], other[0], other[1])
            .orDiagnose(strided ? "STRIDE_TOO_SHORT" : "");
      }
    }
  }

  /** Whether exactly those masks are the same for which one number made of both is the same. */
  private static boolean isStrided(List<float[]> masks) {
    return IntStream.of(STRIDES)
        .anyMatch(
            stride ->
                areSameBy(at -> stride * at[0] + at[1], masks) // of ints, which may overflow
                    || areSameBy(at -> stride * at[1] + at[0], masks)
                    || areSameBy(at -> (long) stride * at[0] + at[1], masks)
                    || areSameBy(at -> (long) stride * at[1] + at[0], masks));
  }

  private static boolean areSameBy(ToLongFunction<int[]> number, List<float[]> masks) {
    for (int i = 0; i < FAR.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean same = number.applyAsLong(FAR.get(i)) == number.applyAsLong(FAR.get(j));
        if (Arrays.equals(masks.get(i), masks.get(j)) != same) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void long_masks_have_no_pattern(Subject make, RandomKey key, Chance chance) {
    chance
        .draws(
            "mask(layer, step, 8000)",
            0.4,
            key,
            child -> masks(make.streams(seed(child), 0.4), 2, 2, 8_000))
        .toNeverRepeat();
  }

  @Test
  void with_p_0_everything_is_kept(Subject make, RandomKey key) {
    float[] ones = {1, 1, 1, 1};

    expect("mask(1, 2, 4)", make.streams(seed(key), 0).mask(1, 2, 4)).remark("p", 0).toBe(ones);
  }

  @Test
  void with_p_1_everything_is_dropped(Subject make, RandomKey key) {
    float[] mask = make.streams(seed(key), 1).mask(1, 2, 4);

    expect("mask(1, 2, 4)", mask).remark("p", 1).toBe(new float[4]);
  }

  @Test
  void without_units_there_is_nothing_to_draw(Subject make, RandomKey key) {
    expect("mask(1, 2, 0)", make.streams(seed(key), 0.4).mask(1, 2, 0)).toBe(new float[0]);
  }

  @Test
  void a_later_mask_leaves_an_earlier_one_as_it_was(Subject make, RandomKey key) {
    Streams streams = make.streams(seed(key), 0.4);
    float[] first = streams.mask(1, 2, 40);
    float[] before = first.clone();

    streams.mask(1, 3, 40);

    expect("mask(1, 2, 40)", first).remark("after", "mask(1, 3, 40)").toBe(before);
  }

  private static long seed(RandomKey key) {
    return key.bits(0);
  }

  /** The masks of three layers at two steps, asked for in an order, in places of their own. */
  private static float[][] ask(Subject make, long seed, List<Integer> order) {
    Streams streams = make.streams(seed, 0.4);
    float[][] masks = new float[6][];
    order.forEach(i -> masks[i] = streams.mask(i / 2, i % 2, 6).clone());
    return masks;
  }

  /** The masks of the first layers at the first steps: [layer, step, unit]. */
  private static float[][][] masks(Streams streams, int layers, int steps, int units) {
    float[][][] masks = new float[layers][steps][];
    for (int layer = 0; layer < layers; layer++) {
      for (int step = 0; step < steps; step++) {
        masks[layer][step] = streams.mask(layer, step, units).clone();
      }
    }
    return masks;
  }

  /** The first masks of four seeds that differ by 1, the first a multiple of 256. */
  private static float[][][][] neighbours(Subject make, long seed) {
    return IntStream.range(0, 4)
        .mapToObj(i -> masks(make.streams((seed << 8) + i, 0.4), 3, 3, 2))
        .toArray(float[][][][]::new);
  }

  private static int mix(int a, int b, int c) {
    return 100 * a + 10 * b + c;
  }

  /** Returns the mask of so many units that is 1 where the other one is 1. */
  private static float[] zeroOne(float[] mask, int units) {
    float[] clean = new float[units];
    for (int i = 0; i < Math.min(units, mask.length); i++) {
      clean[i] = mask[i] == 1 ? 1 : 0;
    }
    return clean;
  }
}
