package dojo.experiment;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchingTest {
  @Test
  void everyone_gets_the_nearest_who_is_still_free() {
    Matching matching =
        Matching.nearest(new double[] {1, 1.1, 5}, new double[] {9, 1.2, .95, 5.3}, 1);
    assertArrayEquals(new int[] {0, 1, 2}, matching.firsts());
    assertArrayEquals(new int[] {2, 1, 3}, matching.seconds());
  }

  @Test
  void who_finds_nobody_within_the_caliper_is_left_out() {
    Matching matching = Matching.nearest(new double[] {1, 3, 8}, new double[] {2, 3}, .5);
    assertEquals(List.of(new Matching.Pair(1, 1)), matching.pairs());
    assertEquals(
        List.of(new Matching.Pair(0, 0)),
        Matching.nearest(new double[] {1}, new double[] {1.5}, .5).pairs());
    double[] nan = {Double.NaN};
    assertEquals(List.of(), Matching.nearest(nan, nan, 1).pairs());
  }

  @Test
  void nobody_is_paired_twice_and_no_pair_is_wider_than_the_caliper() {
    RandomKey key = RandomKey.of(5);
    double[] first = IntStream.range(0, 100).mapToDouble(key::uniform).toArray();
    double[] second = IntStream.range(100, 160).mapToDouble(key::uniform).toArray();
    Matching matching = Matching.nearest(first, second, .05);
    int[] partners = matching.seconds();
    assertEquals(partners.length, Arrays.stream(partners).distinct().count());
    for (Matching.Pair pair : matching.pairs()) {
      assertTrue(Math.abs(first[pair.first()] - second[pair.second()]) <= .05, pair.toString());
    }
    assertTrue(partners.length > 30, "only " + partners.length + " pairs");
  }

  @Test
  void a_caliper_that_is_none_is_refused() {
    assertRejected(
        "a caliper must be at least 0, but was -1.0",
        () -> Matching.nearest(new double[0], new double[0], -1));
    assertRejected(
        "a caliper must be at least 0, but was NaN",
        () -> Matching.nearest(new double[0], new double[0], Double.NaN));
  }
}
