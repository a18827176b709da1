package dojo.random;

import static dojo.support.Statistics.assertCoins;
import static dojo.support.Statistics.assertEven;
import static dojo.support.Statistics.assertLaw;
import static dojo.support.Statistics.assertStandardNormal;
import static dojo.support.Statistics.assertUncorrelated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same questions are put to every way of getting numbers: positions, children, seeds, names.
 */
class RandomKeyStatisticsTest {
  private static final RandomKey KEY = RandomKey.of(2026);
  private static final int N = 100_000;

  /** A way of getting 64 bits for each of 0, 1, 2, … */
  enum Source {
    POSITIONS(KEY::bits),
    POSITIONS_FAR_APART(i -> KEY.bits(i << 32)),
    POSITIONS_GOING_DOWN(i -> KEY.bits(-i)),
    CHILDREN(i -> KEY.split(i).bits(0)),
    CHILDREN_IN_TURN(i -> KEY.split(i & 7).bits(i >> 3)),
    GRANDCHILDREN(i -> KEY.split(i >> 8).split(i & 0xFF).bits(0)),
    SEEDS(i -> RandomKey.of(i).bits(0)),
    NAMES(i -> KEY.split("layer " + i).bits(0));

    private final LongUnaryOperator source;

    Source(LongUnaryOperator source) {
      this.source = source;
    }

    long bits(long i) {
      return source.applyAsLong(i);
    }

    double uniform(long i) {
      return (bits(i) >>> 11) * 0x1.0p-53;
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbers_are_uniform(Source source) {
    long[] cells = new long[256];
    long[] lowBits = new long[256];
    for (int i = 0; i < N; i++) {
      cells[(int) (source.uniform(i) * 256)]++;
      lowBits[(int) source.bits(i) & 0xFF]++;
    }
    assertEven("256 cells of " + source, cells, KEY);
    assertEven("the lowest 8 bits of " + source, lowBits, KEY);
    double[] numbers = LongStream.range(0, N).mapToDouble(source::uniform).toArray();
    assertLaw(source + " against the uniform law", numbers, u -> u, KEY);
  }

  @ParameterizedTest
  @EnumSource
  void each_of_the_64_bits_is_a_fair_coin(Source source) {
    int[] ones = countBits(N, source::bits);
    for (int bit = 0; bit < 64; bit++) {
      assertCoins("ones in bit " + bit + " of " + source, ones[bit], N, 0.5, KEY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_bit_changes_from_one_number_to_the_next_as_a_fair_coin(Source source) {
    int[] changes = countBits(N, i -> source.bits(i) ^ source.bits(i + 1));
    for (int bit = 0; bit < 64; bit++) {
      assertCoins("changes of bit " + bit + " of " + source, changes[bit], N, 0.5, KEY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neighbours_are_independent(Source source) {
    long[] pairs = new long[256];
    for (int i = 0; i < N; i++) {
      pairs[(int) (source.uniform(2L * i) * 16) * 16 + (int) (source.uniform(2L * i + 1) * 16)]++;
    }
    assertEven("pairs of neighbours of " + source, pairs, KEY);
    for (int lag : new int[] {1, 2, 3, 8, 64}) {
      assertUncorrelated(
          source + " with lag " + lag, source::uniform, i -> source.uniform(i + lag), N, KEY);
    }
  }

  @Test
  void parents_children_and_siblings_are_uncorrelated() {
    for (int child = 0; child < 8; child++) {
      RandomKey one = KEY.split(child);
      RandomKey next = KEY.split(child + 1);
      assertUncorrelated("parent and child", KEY::uniform, one::uniform, N, KEY);
      assertUncorrelated("siblings", one::uniform, next::uniform, N, KEY);
      assertUncorrelated("child and grandchild", one::uniform, one.split(child)::uniform, N, KEY);
    }
    assertUncorrelated(
        "a name and a number", KEY.split("0")::uniform, KEY.split(0)::uniform, N, KEY);
    assertUncorrelated(
        "child i at position 0 and the parent at position i",
        i -> KEY.split(i).uniform(0),
        KEY::uniform,
        N,
        KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "position", "child"})
  void one_bit_changed_in_the_input_changes_each_bit_of_the_output_as_a_fair_coin(String input) {
    int n = 4096;
    for (int bit = 0; bit < 64; bit++) {
      long flip = 1L << bit;
      int[] changes =
          countBits(
              n,
              i -> {
                long from = KEY.bits(i);
                return switch (input) {
                  case "state" -> new RandomKey(from).bits(0) ^ new RandomKey(from ^ flip).bits(0);
                  case "position" -> KEY.bits(from) ^ KEY.bits(from ^ flip);
                  default -> KEY.split(from).bits(0) ^ KEY.split(from ^ flip).bits(0);
                };
              });
      for (int out = 0; out < 64; out++) {
        assertCoins(input + " bit " + bit + " to bit " + out, changes[out], n, 0.5, KEY);
      }
    }
  }

  @Test
  void normal_numbers_follow_the_normal_law() {
    double[] z = LongStream.range(0, N).mapToDouble(KEY::normal).toArray();
    assertLaw("normal", z, NormalDistribution.of(0, 1)::cumulativeProbability, KEY);
    double sum = 0;
    double squares = 0;
    double neighbours = 0;
    for (int i = 0; i < N; i++) {
      sum += z[i];
      squares += z[i] * z[i] - 1; // whose variance is 2
      neighbours += i == 0 ? 0 : z[i] * z[i - 1];
    }
    assertStandardNormal("mean", sum / Math.sqrt(N), N, KEY);
    assertStandardNormal("variance", squares / Math.sqrt(2.0 * N), N, KEY);
    assertStandardNormal("lag 1", neighbours / Math.sqrt(N), N, KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 7, 10, 100, 257})
  void whole_numbers_are_uniform(int bound) {
    long[] counts = new long[bound];
    for (int i = 0; i < N; i++) {
      counts[KEY.below(i, bound)]++;
    }
    assertEven("below " + bound, counts, KEY);
  }

  @Test
  void a_bound_that_is_no_power_of_two_favours_no_part_of_its_range() {
    int bound =
        3 << 29; // cutting a number off at 31 bits would give the first third twice as often
    long[] thirds = new long[3];
    for (int i = 0; i < N; i++) {
      thirds[KEY.below(i, bound) >> 29]++;
    }
    assertEven("thirds below " + bound, thirds, KEY);
  }

  @Test
  void every_order_of_a_permutation_is_equally_likely() {
    long[] orders = new long[256];
    for (int i = 0; i < N; i++) {
      int[] order = KEY.split(i).permutation(4);
      orders[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
    }
    long[] seen = LongStream.of(orders).filter(count -> count > 0).toArray();
    assertEquals(24, seen.length);
    assertEven("the 24 orders of 4 numbers", seen, KEY);
  }

  @Test
  void every_number_is_equally_likely_at_every_place_of_a_permutation() {
    int size = 50;
    int n = 20_000;
    int[][] counts = new int[size][size];
    for (int i = 0; i < n; i++) {
      int[] order = KEY.split(i).permutation(size);
      for (int place = 0; place < size; place++) {
        counts[place][order[place]]++;
      }
    }
    for (int place = 0; place < size; place++) {
      for (int number = 0; number < size; number++) {
        assertCoins(number + " at place " + place, counts[place][number], n, 1.0 / size, KEY);
      }
    }
  }

  private static int[] countBits(int n, LongUnaryOperator words) {
    int[] ones = new int[64];
    for (int i = 0; i < n; i++) {
      long word = words.applyAsLong(i);
      for (int bit = 0; bit < 64; bit++) {
        ones[bit] += (int) (word >>> bit) & 1;
      }
    }
    return ones;
  }
}
