package dojo.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.support.CraftedKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomKeyTest {
  private static final RandomKey KEY = RandomKey.of(42);

  @Test
  void the_numbers_of_a_state_are_those_of_splitmix64() {
    // the published first numbers for seed 1234567
    assertArrayEquals(
        new long[] {
          6457827717110365317L,
          3203168211198807973L,
          Long.parseUnsignedLong("9817491932198370423"),
          4593380528125082431L,
          Long.parseUnsignedLong("16408922859458223821")
        },
        LongStream.range(0, 5).map(new RandomKey(1234567)::bits).toArray());
  }

  /** Every figure of the course hangs on these: computed by a second program, written in Python. */
  @Test
  void the_generator_has_not_changed() {
    assertEquals(0xBDD732262FEB6E95L, KEY.state());
    assertEquals(0xE220A8397B1DCDAFL, RandomKey.of(0).state());
    assertEquals(0xE4D971771B652C20L, RandomKey.of(-1).state());
    assertEquals(0x57E1FABA65107204L, KEY.bits(0));
    assertEquals(0xF4ABD143FEB24055L, KEY.bits(1));
    assertEquals(0xB29ED950786F5AE3L, KEY.bits(-1));
    assertEquals(0xBAA060E70583934DL, KEY.bits(Long.MAX_VALUE));
    assertEquals(0xD9F8020D8BF22543L, KEY.split(0).state());
    assertEquals(0x5A5666E17C09AF40L, KEY.split(1).state());
    assertEquals(0xDEF2FBC5774E533DL, KEY.split(-1).state());
    assertEquals(0x2E1EE19B49BFCFB3L, KEY.split("").state());
    assertEquals(0xFB1CD8474D9E9425L, KEY.split("mask").state());
    assertEquals(0x8A8CCBC0E92AB5ECL, KEY.split("Maß").state());
    assertEquals(0.34329192209867343, KEY.uniform(0));
    assertEquals(0.9557467261317436, KEY.uniform(1));
    assertArrayEquals(
        new int[] {3, 9, 4, 0, 6, 0, 1, 7},
        IntStream.range(0, 8).map(i -> KEY.below(i, 10)).toArray());
    assertArrayEquals(new int[] {5, 8, 1, 4, 0, 7, 2, 9, 6, 3}, KEY.permutation(10));
  }

  @Test
  void the_normal_numbers_have_not_changed() {
    // Python's log and cos may differ from StrictMath in the last digit
    double digit = 1e-15;
    assertEquals(0.8818545873573221, KEY.normal(0), digit);
    assertEquals(1.052462856238756, KEY.normal(1), digit);
    assertEquals(1.3700036369000232, KEY.normal(2), digit);
    assertEquals(-1.200952648946069, KEY.normal(-3), digit);
  }

  @Test
  void equal_keys_give_equal_numbers_however_often_and_in_whatever_order() {
    RandomKey again = new RandomKey(KEY.state());
    assertEquals(KEY, again);
    for (long i = 99; i >= 0; i--) {
      assertEquals(KEY.bits(i), again.bits(i));
      assertEquals(KEY.uniform(i), again.uniform(i));
      assertEquals(KEY.normal(i), again.normal(i));
      assertEquals(KEY.split(i), again.split(i));
      assertEquals(KEY.split("layer " + i), again.split("layer " + i));
    }
  }

  @Test
  void seeds_children_and_names_give_different_keys() {
    Set<RandomKey> keys = new HashSet<>();
    for (long i = -500; i < 500; i++) {
      keys.add(RandomKey.of(i));
      keys.add(KEY.split(i));
      keys.add(KEY.split(0).split(i));
      keys.add(KEY.split(String.valueOf(i))); // a name that reads like a number is not that number
    }
    assertEquals(4000, keys.size());
  }

  @Test
  void the_order_of_splitting_matters() {
    assertNotEquals(KEY.split(1).split(2), KEY.split(2).split(1));
    assertNotEquals(KEY, KEY.split(0));
  }

  @Test
  void a_uniform_number_is_a_multiple_of_two_to_the_minus_53_below_1() {
    assertEquals(0.0, CraftedKey.withBits(0).uniform(0));
    assertEquals(0.0, CraftedKey.withBits(0x7FF).uniform(0)); // the lowest 11 bits are not used
    assertEquals(0x1.0p-53, CraftedKey.withBits(0x800).uniform(0));
    assertEquals(0.5, CraftedKey.withBits(Long.MIN_VALUE).uniform(0));
    assertEquals(1 - 0x1.0p-53, CraftedKey.withBits(-1).uniform(0));
    for (int i = 0; i < 1000; i++) {
      double whole = KEY.uniform(i) * 0x1.0p53;
      assertEquals(Math.rint(whole), whole);
      assertTrue(whole >= 0 && whole < 0x1.0p53);
    }
  }

  @Test
  void crafted_keys_are_what_they_claim() {
    for (long bits : new long[] {0, 1, -1, 42, Long.MIN_VALUE, 0x123456789ABCDEFL}) {
      assertEquals(bits, CraftedKey.withBits(bits).bits(0));
    }
  }

  @Test
  void a_normal_number_is_finite_even_where_the_uniform_one_is_0_or_almost_1() {
    assertEquals(0, CraftedKey.withBits(0).normal(0), 0); // 1 − u = 1, whose logarithm is 0
    double largest = Math.sqrt(-2 * Math.log(0x1.0p-53));
    assertTrue(Math.abs(CraftedKey.withBits(-1).normal(0)) <= largest);
  }

  @Test
  void a_whole_number_is_the_upper_half_of_a_product_of_128_bits() {
    for (int i = 0; i < 1_000_000; i++) {
      int bound = (int) (KEY.split("bounds").bits(i) >>> 33 + i % 31) + 1;
      long exact = Math.multiplyHigh(KEY.bits(i) >>> 1, (long) bound << 1);
      if (KEY.below(i, bound) != exact) {
        assertEquals(exact, KEY.below(i, bound), "number " + i + " below " + bound);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1 << 30, Integer.MAX_VALUE})
  void a_whole_number_lies_below_its_bound_at_both_extremes(int bound) {
    assertEquals(0, CraftedKey.withBits(0).below(0, bound));
    assertEquals(bound - 1, CraftedKey.withBits(-1).below(0, bound));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 1000})
  void a_permutation_holds_every_number_once(int size) {
    int[] sorted = KEY.permutation(size);
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, size).toArray(), sorted);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_bound_below_1_is_rejected(int bound) {
    var e = assertThrows(IllegalArgumentException.class, () -> KEY.below(0, bound));
    assertEquals("bound must be at least 1, but was " + bound, e.getMessage());
  }

  @Test
  void a_negative_size_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> KEY.permutation(-1));
    assertEquals("size must be at least 0, but was -1", e.getMessage());
  }

  @Test
  void a_block_holds_the_numbers_that_are_read_one_by_one() {
    for (long from : new long[] {0, 1, 256, 1000, -5, Long.MAX_VALUE - 100}) {
      for (int length : new int[] {0, 1, 7, RandomKey.BLOCK}) {
        long[] block = new long[length];
        KEY.bits(from, block);
        for (int i = 0; i < length; i++) {
          assertEquals(KEY.bits(from + i), block[i]);
        }
      }
    }
  }
}
