package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModeTest {
  private static final RandomKey KEY = RandomKey.of(1);

  @Test
  void the_parts_of_a_random_pass_are_of_its_kind_with_keys_of_their_own() {
    assertEquals(Mode.train(KEY.split(3)), Mode.train(KEY).split(3));
    assertEquals(Mode.sample(KEY.split(3)), Mode.sample(KEY).split(3));
    for (Mode mode : List.of(Mode.train(KEY), Mode.sample(KEY))) {
      assertNotEquals(mode.split(0), mode.split(1));
      assertNotEquals(mode, mode.split(0));
    }
  }

  @Test
  void the_parts_of_an_evaluating_pass_evaluate() {
    assertEquals(Mode.eval(), Mode.eval().split(3));
  }

  @Test
  void training_and_sampling_have_noise_and_evaluating_has_none() {
    assertEquals(Optional.of(KEY), Mode.train(KEY).noise());
    assertEquals(Optional.of(KEY), Mode.sample(KEY).noise());
    assertEquals(Optional.empty(), Mode.eval().noise());
  }

  @Test
  void training_alone_uses_the_statistics_of_the_batch() {
    assertTrue(Mode.train(KEY).usesBatchStatistics());
    assertFalse(Mode.sample(KEY).usesBatchStatistics());
    assertFalse(Mode.eval().usesBatchStatistics());
  }

  @Test
  void the_three_cases_differ_even_with_one_key() {
    assertNotEquals(Mode.train(KEY), Mode.sample(KEY));
    assertNotEquals(Mode.train(KEY), Mode.eval());
    assertNotEquals(Mode.sample(KEY), Mode.eval());
  }
}
