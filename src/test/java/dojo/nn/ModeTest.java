package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void sampling_draws_the_noise_of_training_without_the_statistics_of_the_batch() {
    Mode.Train train = (Mode.Train) Mode.train(KEY);
    Mode.Train sample = (Mode.Train) Mode.sample(KEY);
    assertEquals(train.key(), sample.key());
    assertTrue(train.batchStatistics());
    assertFalse(sample.batchStatistics());
    assertEquals(Mode.sample(KEY.split(3)), sample.split(3)); // and so do its parts
  }
}
