package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;

class ModeTest {
  private static final RandomKey KEY = RandomKey.of(1);

  @Test
  void the_parts_of_a_training_pass_have_keys_of_their_own() {
    Mode mode = Mode.train(KEY);
    assertEquals(Mode.train(KEY.split(0)), mode.split(0));
    assertNotEquals(mode.split(0), mode.split(1));
    assertNotEquals(mode, mode.split(0));
  }

  @Test
  void the_parts_of_an_evaluating_pass_evaluate() {
    assertEquals(Mode.eval(), Mode.eval().split(3));
    assertNotEquals(Mode.eval(), Mode.train(KEY));
  }
}
