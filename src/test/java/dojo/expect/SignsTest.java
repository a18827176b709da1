package dojo.expect;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A check points to the method at fault, which need not be the one that was called last. */
class SignsTest {
  private static final Chance CHANCE = new Chance(Chance.ALPHA, 42);

  @Test
  void without_a_name_it_is_the_method_that_was_called_last() {
    assertEquals("", method(() -> expect("f(x)", 1).diagnose("ONE", 1).toBe(2)));
  }

  @Test
  void a_method_is_named_for_the_check_or_for_one_mistake() {
    Signs signs = new Signs();
    signs.at("eval");
    signs.add("FIRST", () -> false);
    signs.at("never");
    assertEquals(new Signs.Found("", "eval"), signs.first());

    signs.add("SECOND", () -> true);
    assertEquals(new Signs.Found("SECOND", "eval"), signs.first());
    signs.at("train");
    assertEquals(new Signs.Found("SECOND", "train"), signs.first());
  }

  @Test
  void every_kind_of_check_can_name_it() {
    assertEquals("eval", method(() -> expect("f(x)", 1).at("eval").toBe(2)));
    assertEquals("eval", method(() -> expectThat(false, "x").at("eval").orFail()));
    assertEquals("eval", method(() -> CHANCE.count("x", 0, 100).at("eval").toBeBinomial(0.5)));
    Draws draws = CHANCE.draws("f(key)", 0.4, RandomKey.of(42), key -> new float[20]);
    assertEquals("eval", method(draws.at("eval")::toDependOnTheKey));
    assertEquals("eval", method(draws::toBeOnePerElement));
  }

  private static String method(Executable check) {
    return assertThrows(Misstep.class, check).method();
  }
}
