package kata28;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.ones;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mask of an example, whoever draws it, and whatever else is drawn. */
@KataTest("kata28.ThreadedMasks")
class ThreadedMasksTest {

  interface Subject {
    float[][] masks(int[] examples, int size, double p, RandomKey key, int threads);
  }

  private interface Position {
    long of(int example, int element);
  }

  /** So many elements that no two masks are alike by chance. */
  private static final int WIDE = 60;

  private static final int[] SHUFFLED = {7, 3, 0, 9, 4, 1, 8, 2, 6, 5};

  @Test
  void any_number_of_threads(Subject draw, RandomKey key) {
    int[] examples = upTo(6);
    for (int threads : new int[] {1, 2, 3, 20}) {
      expect(
              "masks(examples, 5, 0.4, key, " + threads + ")",
              draw.masks(examples.clone(), 5, 0.4, key, threads))
          .remark("in-order", 5)
          .diagnoseIf("COUNT_PER_THREAD", () -> countsPerThread(draw, key))
          .diagnoseIf("SAME_MASK", () -> takes(draw, key, (e, j) -> j))
          .diagnoseIf("OVERLAPS", () -> takes(draw, key, (e, j) -> e + j))
          .diagnoseIf("SHARED_COUNT", () -> countsTogether(draw, key))
          .diagnoseIf("BY_THREAD", () -> dependsOnTheThread(draw, key))
          .diagnoseIf("CHANGES_THE_RUN", () -> dependsOnTheExampleAlone(draw, key))
          .toBe(right(examples, 5, 0.4, key));
    }
  }

  @Test
  void any_order_and_any_part(Subject draw, RandomKey key) {
    for (int[] examples : new int[][] {SHUFFLED, {5}, {3, 3, 4}, {12, 2}}) {
      for (int threads : new int[] {1, 3}) {
        expect(
                "masks(examples, 8, 0.3, key, " + threads + ")",
                draw.masks(examples.clone(), 8, 0.3, key, threads))
            .given("examples", examples)
            .diagnoseIf("BY_PLACE", () -> goesByPlace(draw, key))
            .diagnoseIf("SHARED_COUNT", () -> countsTogether(draw, key))
            .toBe(right(examples, 8, 0.3, key));
      }
    }
  }

  @Test
  void an_example_far_behind(Subject draw, RandomKey key) {
    int[] examples = {3_000_000, 5_000_000};
    float[][] masks = draw.masks(examples.clone(), 1_000, 0.4, key, 2);

    expect("masks({3000000, 5000000}, 1000, 0.4, key, 2)", masks)
        .remark("far")
        .diagnose("INT_OVERFLOW", taking(examples, 1_000, 0.4, key, (e, j) -> e * 1_000 + j))
        .toBe(right(examples, 1_000, 0.4, key));
  }

  @Test
  void any_p_and_any_key(Subject draw, RandomKey key) {
    for (double p : new double[] {0.1, 0.5, 0.9}) {
      RandomKey child = key.split((long) (10 * p));

      expect("masks(examples, 5, " + p + ", key, 2)", draw.masks(upTo(9), 5, p, child, 2))
          .remark("in-order", 8)
          .toBe(right(upTo(9), 5, p, child));
    }
  }

  @Test
  void the_same_call_gives_the_same_masks(Subject draw, RandomKey key) {
    draw.masks(upTo(4), 6, 0.4, key, 3);

    expect("masks(examples, 6, 0.4, key, 3)", draw.masks(upTo(4), 6, 0.4, key, 3))
        .remark("again")
        .toBe(right(upTo(4), 6, 0.4, key));
  }

  @Test
  void with_p_0_and_p_1_nothing_is_left_to_chance(Subject draw, RandomKey key) {
    expect("masks(examples, 4, 0, key, 2)", draw.masks(upTo(3), 4, 0, key, 2))
        .remark("whatever-the-key")
        .toBe(filled(3, 4, 1));
    expect("masks(examples, 4, 1, key, 2)", draw.masks(upTo(3), 4, 1, key, 2))
        .remark("whatever-the-key")
        .toBe(new float[3][4]);
  }

  @Test
  void without_examples_or_elements_nothing_is_drawn(Subject draw, RandomKey key) {
    expect("masks(new int[0], 4, 0.4, key, 2)", draw.masks(new int[0], 4, 0.4, key, 2))
        .toBe(new float[0][]);
    expect("masks(examples, 0, 0.4, key, 2)", draw.masks(upTo(3), 0, 0.4, key, 2))
        .toBe(new float[3][0]);
  }

  @Test
  void the_examples_stay_as_they_were(Subject draw, RandomKey key) {
    int[] examples = SHUFFLED.clone();

    draw.masks(examples, 6, 0.4, key, 3);

    expect("examples", examples).remark("after").toBe(SHUFFLED);
  }

  /** One thread draws all masks right; with a thread for each, all are the first one. */
  private static boolean countsPerThread(Subject draw, RandomKey key) {
    return same(draw.masks(upTo(10), WIDE, 0.4, key, 1), right(upTo(10), WIDE, 0.4, key))
        && same(draw.masks(upTo(10), WIDE, 0.4, key, 10), taking(upTo(10), key, (e, j) -> j));
  }

  /**
   * One thread takes the numbers in the order of the call; several take the same numbers, so that
   * as many elements are kept, but each gets another share of them.
   */
  private static boolean countsTogether(Subject draw, RandomKey key) {
    return IntStream.range(0, 4)
        .mapToObj(key::split)
        .allMatch(
            child -> {
              float[][] inOrder = right(upTo(10), WIDE, 0.4, child);
              float[][] threaded = draw.masks(upTo(10), WIDE, 0.4, child, 4);
              return same(draw.masks(SHUFFLED.clone(), WIDE, 0.4, child, 1), inOrder)
                  && ones(threaded) == ones(inOrder)
                  && !same(threaded, inOrder);
            });
  }

  private static boolean goesByPlace(Subject draw, RandomKey key) {
    float[][] inOrder = right(upTo(10), WIDE, 0.4, key);
    float[][] firstTwo = right(upTo(2), WIDE, 0.4, key);
    return same(draw.masks(new int[] {12, 3}, WIDE, 0.4, key, 1), firstTwo)
        && IntStream.rangeClosed(1, 4)
            .mapToObj(threads -> draw.masks(SHUFFLED.clone(), WIDE, 0.4, key, threads))
            .allMatch(masks -> same(masks, inOrder));
  }

  /**
   * Neither order nor threads matter, no two masks are alike, and as many are kept as should be.
   */
  private static boolean dependsOnTheExampleAlone(Subject draw, RandomKey key) {
    float[][] inOrder = draw.masks(upTo(10), WIDE, 0.4, key, 1);
    return IntStream.rangeClosed(1, 4)
            .mapToObj(threads -> draw.masks(SHUFFLED.clone(), WIDE, 0.4, key, threads))
            .allMatch(
                masks ->
                    IntStream.range(0, SHUFFLED.length)
                        .allMatch(k -> Arrays.equals(masks[k], inOrder[SHUFFLED[k]])))
        && Math.abs(ones(inOrder) - 360) < 74 // of 600, by 6.1 standard deviations
        && Arrays.stream(inOrder).map(Arrays::toString).distinct().count() == 10;
  }

  /**
   * A thread draws the same for its examples, in a row or by their numbers, however many threads
   * there are; no two masks are alike; and an example that goes to another thread has another mask.
   */
  private static boolean dependsOnTheThread(Subject draw, RandomKey key) {
    Map<List<Integer>, float[]> inARow = new HashMap<>();
    Map<List<Integer>, float[]> byNumber = new HashMap<>();
    Set<String> ofExample1 = new HashSet<>();
    boolean counts = true;
    boolean numbers = true;
    for (int threads = 1; threads <= 4; threads++) {
      float[][] masks = draw.masks(upTo(10), WIDE, 0.4, key, threads);
      if (!areTenMasks(masks)) {
        return false;
      }
      for (int e = 0; e < 10; e++) {
        int thread = e % threads;
        counts &= repeats(inARow, List.of(thread, e / threads), masks[e]);
        numbers &= repeats(byNumber, List.of(thread, e), masks[e]);
      }
      ofExample1.add(Arrays.toString(masks[1]));
    }
    return (counts || numbers) && ofExample1.size() == 2; // it goes to thread 0 or to thread 1
  }

  private static boolean repeats(
      Map<List<Integer>, float[]> known, List<Integer> place, float[] mask) {
    float[] before = known.putIfAbsent(place, mask);
    return before == null || Arrays.equals(before, mask);
  }

  /** No two are alike, and each keeps 36 of 60, by 6.1 standard deviations. */
  private static boolean areTenMasks(float[][] masks) {
    return Arrays.stream(masks).map(Arrays::toString).distinct().count() == 10
        && Arrays.stream(masks).allMatch(m -> Math.abs(ones(new float[][] {m}) - 36) < 24);
  }

  private static boolean takes(Subject draw, RandomKey key, Position position) {
    return IntStream.rangeClosed(1, 4)
        .allMatch(
            threads ->
                same(
                    draw.masks(SHUFFLED.clone(), WIDE, 0.4, key, threads),
                    taking(SHUFFLED, key, position)));
  }

  private static boolean same(float[][] masks, float[][] others) {
    return Arrays.deepEquals(masks, others);
  }

  private static int[] upTo(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static float[][] right(int[] examples, int size, double p, RandomKey key) {
    return taking(examples, size, p, key, (e, j) -> (long) e * size + j);
  }

  private static float[][] taking(int[] examples, RandomKey key, Position position) {
    return taking(examples, WIDE, 0.4, key, position);
  }

  private static float[][] taking(
      int[] examples, int size, double p, RandomKey key, Position position) {
    float[][] masks = new float[examples.length][size];
    for (int k = 0; k < examples.length; k++) {
      for (int j = 0; j < size; j++) {
        masks[k][j] = key.uniform(position.of(examples[k], j)) < 1 - p ? 1 : 0;
      }
    }
    return masks;
  }
}
