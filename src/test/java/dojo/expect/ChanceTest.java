package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChanceTest {
  private static final Chance CHANCE = new Chance(Chance.ALPHA, 42);
  private static final RandomKey KEY = RandomKey.of(42);

  @ParameterizedTest
  @CsvSource({"400, 0.6", "1000, 0.52", "10000, 0.1", "10, 0.5", "50, 0", "50, 1"})
  void a_right_solution_is_refused_with_at_most_the_stated_probability(int n, double q) {
    BinomialDistribution right = BinomialDistribution.of(n, q);
    double refused =
        IntStream.rangeClosed(0, n)
            .filter(seen -> !accepted(seen, n, q))
            .mapToDouble(right::probability)
            .sum();
    assertTrue(refused <= Chance.ALPHA, "refused with probability " + refused);
  }

  @Test
  void the_bound_that_is_told_is_the_bound_that_is_applied() {
    int n = 10_000;
    int lowest = IntStream.rangeClosed(0, n).filter(k -> accepted(k, n, 0.9)).min().orElseThrow();
    int highest = IntStream.rangeClosed(0, n).filter(k -> accepted(k, n, 0.9)).max().orElseThrow();
    Misstep misstep =
        assertThrows(Misstep.class, () -> CHANCE.count("kept", lowest - 1, n).toBeBinomial(0.9));
    assertEquals(
        new Seen.Count(Label.of("kept"), lowest - 1, n, 0.9, Chance.ALPHA, lowest, highest, 42),
        misstep.seen());
  }

  @Test
  void with_a_rate_of_1_every_check_fails() {
    Chance strict = new Chance(1, 42);
    assertThrows(Misstep.class, () -> strict.count("kept", 50, 100).toBeBinomial(0.5));
    Draws draws = strict.draws("f(key)", 0.5, KEY, key -> mask(key, i -> i));
    assertThrows(Misstep.class, draws::toBeOnePerElement);
    assertThrows(Misstep.class, draws::toDependOnTheKey);
  }

  @Test
  void the_first_mistake_that_explains_the_count_is_named() {
    Misstep half =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .count("kept", 5_003, 10_000)
                    .diagnose("P_IS_KEEP", 0.1)
                    .diagnose("NEXT_BOOLEAN", 0.5)
                    .toBeBinomial(0.9));
    assertEquals("NEXT_BOOLEAN", half.diagnosis());
  }

  @Test
  void a_sign_of_its_own_names_a_mistake_that_the_count_alone_does_not() {
    assertEquals("SECOND", diagnosis(false));
    assertEquals("FIRST", diagnosis(true));
  }

  private static String diagnosis(boolean sign) {
    return assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .count("kept", 10_000, 10_000)
                    .diagnoseIf("FIRST", () -> sign)
                    .diagnose("SECOND", 1.0)
                    .toBeBinomial(0.9))
        .diagnosis();
  }

  @Test
  void a_count_that_no_mistake_explains_has_no_diagnosis() {
    Misstep odd =
        assertThrows(
            Misstep.class,
            () -> CHANCE.count("kept", 7_000, 10_000).diagnose("HALF", 0.5).toBeBinomial(0.9));
    assertEquals("", odd.diagnosis());
  }

  /** What students wrote for the index of an element, where it should be its own. */
  static List<LongUnaryOperator> shared() {
    return List.of(
        i -> 0, // one for all
        i -> i / 40, // one for a row
        i -> i % 40, // one for a column
        i -> i / 40 + i % 40, // on diagonals
        i -> i / 40 * 3 + i % 40, // the number of rows instead of columns
        i -> (i / 40) * (i % 40),
        i -> (i / 40) ^ (i % 40),
        i -> i / 2,
        i -> i % 64);
  }

  @ParameterizedTest
  @MethodSource("shared")
  void two_elements_with_one_draw_are_found(LongUnaryOperator index) {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .draws("mask(3, 40, 0.4, key)", 0.4, KEY, key -> mask(key, index))
                    .diagnose("SHARED")
                    .toBeOnePerElement());
    Seen.SharedDraw shared = (Seen.SharedDraw) misstep.seen();
    assertEquals(
        index.applyAsLong(number(shared.one())), index.applyAsLong(number(shared.other())));
    assertEquals("SHARED", misstep.diagnosis());
    assertEquals(120, shared.n());
    assertEquals(52, shared.keys()); // 2 · 120 · 0.6^52 is the first below 1e-9
  }

  private static long number(List<Integer> place) {
    return place.get(0) * 40L + place.get(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
  void a_draw_for_each_element_passes_at_any_rate(double p) {
    Draws draws = CHANCE.draws("f(key)", p, KEY, key -> mask(key, i -> i, p)).diagnose("NEVER");
    draws.toBeOnePerElement();
    draws.toDependOnTheKey();
  }

  @Test
  void an_ignored_key_is_found() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .draws("f(key)", 0.4, KEY, key -> mask(RandomKey.of(1), i -> i))
                    .toDependOnTheKey());
    assertEquals(new Seen.IgnoredKey("f(key)", 100, 120, Chance.ALPHA, 42), misstep.seen());
  }

  @Test
  void a_small_outcome_is_looked_at_under_more_keys() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () -> CHANCE.draws("f(key)", 0.1, KEY, key -> new float[] {1}).toDependOnTheKey());
    assertEquals(197, ((Seen.IgnoredKey) misstep.seen()).keys()); // 0.9^197 < 1e-9
  }

  @Test
  void keys_that_give_one_outcome_are_found_among_others() {
    Draws draws =
        CHANCE.draws("f(key)", 0.4, KEY, key -> mask(RandomKey.of(key.state() & 0xFF), i -> i));
    draws.toDependOnTheKey();
    Misstep misstep = assertThrows(Misstep.class, draws::toBeOnePerElement);
    assertEquals(new Seen.IgnoredKey("f(key)", 2, 120, Chance.ALPHA, 42), misstep.seen());
  }

  @Test
  void an_element_without_a_draw_shares_none() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .draws("f(key)", 0.4, KEY, key -> firstIsKept(key))
                    .diagnoseSharing("ROW_DRAW", place -> place.get(0))
                    .toBeOnePerElement());
    Seen.Count count = (Seen.Count) misstep.seen();
    assertEquals(Label.of("zeros-at", "[0][0]", "f(key)", 52), count.what());
    assertEquals(0, count.seen());
    assertTrue(count.low() > 0, count::toString);
  }

  private static float[][] firstIsKept(RandomKey key) {
    float[][] mask = mask(key, i -> i);
    mask[0][0] = 1;
    return mask;
  }

  @Test
  void each_element_is_counted_under_many_keys() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .draws("f(key)", 0.4, KEY, key -> firstIsKept(key))
                    .diagnoseIf("NEVER", () -> false)
                    .diagnoseIf("FIRST", () -> true)
                    .toBeZeroWith(0.4));
    Seen.Count count = (Seen.Count) misstep.seen();
    assertEquals(Label.of("zeros-at", "[0][0]", "f(key)", 500), count.what());
    assertEquals(Chance.ALPHA / 120, count.alpha());
    assertEquals("FIRST", misstep.diagnosis());
  }

  @Test
  void exactly_the_elements_that_share_a_draw_show_why() {
    Misstep rows = sharing(i -> i / 40);
    assertEquals("ROW_DRAW", rows.diagnosis());
    assertEquals("", sharing(i -> i / 20).diagnosis());
    assertEquals("", sharing(i -> 0).diagnosis());
  }

  private static Misstep sharing(LongUnaryOperator index) {
    return assertThrows(
        Misstep.class,
        () ->
            CHANCE
                .draws("f(key)", 0.4, KEY, key -> mask(key, index))
                .diagnoseSharing("ROW_DRAW", place -> place.get(0))
                .toBeOnePerElement());
  }

  @Test
  void who_shares_a_draw_can_be_asked_where_no_check_has_failed() {
    Draws rows = CHANCE.draws("f(key)", 0.4, KEY, key -> mask(key, i -> i / 40));
    assertTrue(rows.areSharedBy(place -> place.get(0)));
    assertFalse(rows.areSharedBy(place -> place.get(1)));
    Draws own = CHANCE.draws("f(key)", 0.4, KEY, key -> mask(key, i -> i));
    assertFalse(own.areSharedBy(place -> place.get(0) * 40 + place.get(1)));
  }

  @Test
  void runs_that_come_again_are_found_wherever_they_begin() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE.draws("f(key)", 0.4, KEY, key -> row(key, i -> i % 1_000)).toNeverRepeat());
    assertEquals(
        new Seen.RepeatedDraws("f(key)", List.of(0), List.of(1_000), 64, 20_000, Chance.ALPHA, 42),
        misstep.seen());
    CHANCE.draws("f(key)", 0.4, KEY, key -> row(key, i -> i)).toNeverRepeat();
  }

  @Test
  void where_runs_come_again_by_chance_they_cannot_be_judged() {
    Draws draws = CHANCE.draws("f(key)", 0.1, KEY, key -> row(key, i -> i));
    assertTrue(
        assertThrows(Misstep.class, draws::toNeverRepeat)
            .getMessage()
            .contains("by chance, runs of 64 repeat too often among 20000 with p = 0.1"));
  }

  private static float[] row(RandomKey key, LongUnaryOperator index) {
    float[] row = new float[20_000];
    for (int i = 0; i < row.length; i++) {
      row[i] = key.uniform(index.applyAsLong(i)) < 0.6 ? 1 : 0;
    }
    return row;
  }

  @Test
  void a_sign_for_which_the_class_throws_is_not_there() {
    Misstep odd =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .count("kept", 0, 100)
                    .diagnoseIf("BROKEN", () -> List.of().get(0) == null)
                    .diagnoseIf("NEXT", () -> true)
                    .toBeBinomial(0.5));
    assertEquals("NEXT", odd.diagnosis());
  }

  @Test
  void where_nothing_is_left_to_chance_no_draw_can_be_judged() {
    assertEquals(
        "p must be between 0 and 1, but was 1.0",
        assertThrows(
                IllegalArgumentException.class,
                () -> CHANCE.draws("f(key)", 1, KEY, key -> new float[1]))
            .getMessage());
  }

  private static float[][] mask(RandomKey key, LongUnaryOperator index) {
    return mask(key, index, 0.4);
  }

  private static float[][] mask(RandomKey key, LongUnaryOperator index, double p) {
    float[][] mask = new float[3][40];
    for (int i = 0; i < 120; i++) {
      mask[i / 40][i % 40] = key.uniform(index.applyAsLong(i)) < 1 - p ? 1 : 0;
    }
    return mask;
  }

  private static boolean accepted(int seen, int n, double q) {
    try {
      CHANCE.count("kept", seen, n).toBeBinomial(q);
      return true;
    } catch (Misstep refused) {
      return false;
    }
  }
}
