package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where draws come from is told by what falls: from the key, from one seed, from a wrong index. */
class DrawnTest {
  private static final Chance CHANCE = new Chance(Chance.ALPHA, 42);
  private static final RandomKey KEY = RandomKey.of(42);

  /** Ways to ask the key that answers take, in the order of rows. */
  static List<IntToDoubleFunction> ways() {
    return List.of(
        KEY::uniform,
        i -> KEY.uniform(99_999 + i),
        i -> KEY.uniform(7 + i % 40 * 3 + i / 40),
        i -> KEY.split(999).uniform(i),
        i -> KEY.split(i / 40).uniform(i % 40),
        i -> 1 - KEY.uniform(i));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void what_a_key_gave_is_known_in_whatever_way_it_was_asked(IntToDoubleFunction way) {
    for (double p : new double[] {0.4, 0.6}) {
      assertTrue(Drawn.isFrom(KEY, p, array(3, 40, i -> way.applyAsDouble(i) < 1 - p)));
    }
  }

  @Test
  void what_a_generator_of_its_own_gave_is_not_from_the_key() {
    RandomKey own = RandomKey.of(7);
    assertFalse(Drawn.isFrom(KEY, 0.4, array(3, 40, i -> own.uniform(i) < 0.6)));
    assertFalse(Drawn.isFrom(KEY, 0.4, array(3, 40, i -> KEY.uniform(i / 2) < 0.6)));
  }

  @Test
  void one_seed_for_every_key_is_told_from_all_that_is_no_seed() {
    RandomKey fixed = RandomKey.of(7);
    assertEquals("RESEEDS", ofEveryKey(i -> fixed.uniform(i) < 0.6));
    assertEquals("RESEEDS", ofEveryKey(i -> KEY.uniform(i) < 0.6)); // the key of an earlier call
    assertEquals("", ofEveryKey(i -> fixed.uniform(i) < 0.5)); // another rate
    assertEquals("", ofEveryKey(i -> true));
    assertEquals("", ofEveryKey(i -> i % 2 == 0));
    assertEquals("", ofEveryKey(i -> i % 5 < 3));
    assertEquals("", ofEveryKey(i -> i * 0.6180339887 % 1 < 0.6));
    assertEquals("", ofEveryKey(i -> fixed.uniform(i / 2) < 0.6));
    assertEquals("", ofEveryKey(i -> fixed.uniform(i % 7) < 0.6));
  }

  private static String ofEveryKey(Kept kept) {
    Draws draws = CHANCE.draws("f(key)", 0.4, KEY, any -> array(20, 100, kept));
    return diagnosis(draws.diagnoseOneSeed("RESEEDS")::toDependOnTheKey);
  }

  @Test
  void of_few_elements_nobody_can_say_that_they_look_fair() {
    RandomKey fixed = RandomKey.of(7);
    Draws draws =
        CHANCE.draws("f(key)", 0.4, KEY, any -> array(9, 100, i -> fixed.uniform(i) < 0.6));
    assertEquals("", diagnosis(draws.diagnoseOneSeed("RESEEDS")::toDependOnTheKey));
  }

  static List<IntBinaryOperator> colliding() {
    return List.of(
        (i, j) -> i + j,
        (i, j) -> i * 3 + j,
        (i, j) -> j * 2 + i,
        (i, j) -> i * j,
        (i, j) -> (i + 1) * (j + 1),
        (i, j) -> i ^ j,
        (i, j) -> Math.abs(i - j));
  }

  @ParameterizedTest
  @MethodSource("colliding")
  void a_number_from_row_and_column_that_several_have_is_known(IntBinaryOperator number) {
    assertEquals("INDEX_COLLIDES", collision(key -> masked(key, number)));
  }

  @Test
  void elements_that_share_a_draw_for_another_reason_have_no_colliding_number() {
    assertEquals("", collision(key -> masked(key, (i, j) -> (i * 40 + j) / 2)));
    assertEquals("", collision(key -> masked(key, (i, j) -> (i * 40 + j) % 64)));
    assertEquals("", collision(key -> masked(key, (i, j) -> i))); // a row, which has its own name
    assertEquals("", collision(key -> array(120, i -> key.uniform(i / 2) < 0.6)));
  }

  private static String collision(Function<RandomKey, ?> draw) {
    Draws draws = CHANCE.draws("f(key)", 0.4, KEY, draw);
    return diagnosis(draws.diagnoseCollisions("INDEX_COLLIDES")::toBeOnePerElement);
  }

  private static String diagnosis(Runnable check) {
    return assertThrows(Misstep.class, check::run).diagnosis();
  }

  private static float[][] masked(RandomKey key, IntBinaryOperator number) {
    return array(3, 40, i -> key.uniform(number.applyAsInt(i / 40, i % 40)) < 0.6);
  }

  /** Whether an element survives, by its number. */
  private interface Kept {
    boolean at(int i);
  }

  private static float[][] array(int rows, int columns, Kept kept) {
    float[][] array = new float[rows][];
    for (int i = 0; i < rows; i++) {
      int first = i * columns;
      array[i] = array(columns, j -> kept.at(first + j));
    }
    return array;
  }

  private static float[] array(int length, Kept kept) {
    float[] array = new float[length];
    for (int i = 0; i < length; i++) {
      array[i] = kept.at(i) ? 1 : 0;
    }
    return array;
  }
}
