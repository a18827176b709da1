package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.OptDigits;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import dojo.train.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameTest {
  private static Game game(String settings) {
    return Game.start(Settings.of(settings), "");
  }

  private static String digits() {
    return DigitText.text(OptDigits.train().rows(IntStream.range(0, 100).toArray()))
        + DigitText.text(OptDigits.test().rows(IntStream.range(0, 300).toArray()));
  }

  /** 100 examples are four batches, the last of them with 4. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "inverted", "standard", "gaussian", "dropconnect"})
  void a_game_ends_in_the_weights_of_a_run_of_the_trainer(String variant) {
    Game start = game("examples=100&p0=0.1&variant=" + variant);
    Trainer trainer = new Trainer(new SoftmaxCrossEntropy(), new Sgd(0.03, 0.9), 32, 5);
    Game end = start.after(20);
    for (int player = 0; player < 2; player++) {
      assertEquals(
          trainer
              .fit(
                  start.players().get(player).net(),
                  start.pool().train(),
                  start.pool().test(),
                  RandomKey.of(1))
              .model()
              .parameters(),
          end.players().get(player).net().parameters());
    }
  }

  @Test
  void a_game_is_a_value_and_steps_can_be_made_in_any_portions() {
    Game start = game("");
    String before = start.fingerprint(1);
    Game portions = start.after(7).after(0).after(33);
    assertEquals(start.after(40).fingerprint(1), portions.fingerprint(1));
    assertArrayEquals(start.after(40).losses(), portions.losses());
    assertEquals(before, start.fingerprint(1));
  }

  @Test
  void both_nets_begin_with_the_same_weights_and_part() {
    Game start = game("variant=dropconnect");
    assertEquals(start.fingerprint(0), start.fingerprint(1));
    Game end = start.after(1);
    assertNotEquals(end.fingerprint(0), end.fingerprint(1));
  }

  @Test
  void both_nets_stay_the_same_without_dropout() {
    Game end = game("variant=none").after(40);
    assertEquals(end.fingerprint(0), end.fingerprint(1));
  }

  @Test
  void the_curves_have_a_point_before_the_first_step_and_after_every_twentieth() {
    double[] losses = game("").after(45).losses();
    assertEquals(3 * Scores.LINE, losses.length);
    assertArrayEquals(
        new double[] {0, 20, 40},
        IntStream.range(0, 3).mapToDouble(i -> losses[i * Scores.LINE]).toArray());
    assertTrue(losses[18 + 1] < losses[1], "the train loss falls");
  }

  @Test
  void the_mask_is_that_of_the_next_step() {
    float[] mask = game("width=16&p1=0.5").mask(1);
    assertEquals(32 * 16, mask.length);
    for (float factor : mask) {
      assertTrue(factor == 0 || factor == 2, "a unit is dropped or doubled, but was " + factor);
    }
  }

  /** 60 examples are a batch of 32 and one of 28. */
  @Test
  void the_mask_has_a_row_for_each_example_of_its_batch() {
    Game first = game("examples=60&width=16");
    Game second = first.after(1);
    assertEquals(32 * 16, first.mask(1).length);
    assertEquals(28 * 16, second.mask(1).length);
    assertEquals(28, second.after(1).batches().get(1).size());
    assertEquals(32 * 16, second.after(1).mask(1).length);
  }

  @Test
  void a_layer_that_drops_nothing_has_no_mask() {
    assertEquals(0, game("p0=0").mask(0).length);
    assertEquals(0, game("variant=none").mask(1).length);
  }

  @Test
  void the_mask_of_dropconnect_is_one_of_weights() {
    float[] mask = game("variant=dropconnect&width=8&p1=0.5").mask(1);
    assertEquals(8 * 8, mask.length);
  }

  @Test
  void the_mask_of_a_mistaken_layer_is_that_of_its_forward_pass() {
    assertArrayEquals(game("p1=0.5").mask(1).clone(), freshMask());
  }

  private static float[] freshMask() {
    return game("p1=0.5&mistake=fresh-mask").mask(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-scale", "on-in-evaluation", "fresh-mask"})
  void a_mistake_changes_what_is_seen_of_the_second_net_alone(String mistake) {
    double[] right = game("").after(20).losses();
    double[] wrong = game("mistake=" + mistake).after(20).losses();
    for (int i = 0; i < 5; i++) {
      assertEquals(right[9 + i], wrong[9 + i], 0);
    }
    assertNotEquals(right[9 + 5], wrong[9 + 5]);
  }

  /** All mistakes with all variants, where something is dropped and where nothing is. */
  @ParameterizedTest
  @ValueSource(strings = {"no-scale", "on-in-evaluation", "fresh-mask"})
  void a_mistake_is_idle_exactly_where_it_changes_nothing(String mistake) {
    for (String variant : Settings.VARIANT.choices()) {
      for (String rates : List.of("p1=0&p2=0", "p0=0.1&p1=0&p2=0", "p1=0.5&p2=0")) {
        String right = "variant=" + variant + "&" + rates;
        String wrong = right + "&mistake=" + mistake;
        boolean changes =
            !Arrays.equals(game(right).after(20).losses(), game(wrong).after(20).losses());
        assertEquals(changes, Idle.why(Settings.of(wrong)).isEmpty(), wrong);
      }
    }
  }

  @Test
  void without_the_scale_evaluation_is_too_loud() {
    Game game = game("mistake=no-scale").after(200);
    Tensor grid = Plane.grid();
    double whole = confidence(game.answers(1, 0, 1, grid));
    double members = confidence(game.answers(1, 2, 30, grid));
    assertTrue(whole > members, whole + " > " + members);
  }

  /** Returns the mean distance of probabilities from one half. */
  private static double confidence(Tensor probabilities) {
    return probabilities.map(p -> Math.abs(p - 0.5f)).mean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inverted", "standard", "gaussian", "dropconnect"})
  void the_mean_of_many_subnetworks_is_near_the_whole_net(String variant) {
    Game game = game("variant=" + variant + "&p1=0.2&p2=0.2").after(100);
    float[] whole = game.map(1, 0, 1);
    float[] one = game.map(1, 1, 3);
    float[] many = game.map(1, 2, 60);
    assertEquals(Plane.SIDE * Plane.SIDE, whole.length);
    assertTrue(distance(whole, many) < 0.05, "" + distance(whole, many));
    assertTrue(distance(whole, many) < distance(whole, one));
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  @Test
  void subnetworks_of_a_net_without_dropout_do_not_differ() {
    Game game = game("").after(20);
    assertArrayEquals(game.map(0, 0, 1), game.map(0, 1, 5));
    for (float spread : game.map(0, 3, 5)) {
      assertEquals(0, spread, 1e-6);
    }
  }

  @Test
  void digits_are_learned_too_and_have_answers_in_place_of_a_map() {
    Game game = Game.start(Settings.of("data=digits&noise=0&width=64"), digits()).after(200);
    double[] losses = game.losses();
    assertTrue(losses[losses.length - 5] < 0.5, "error without dropout");
    assertTrue(losses[losses.length - 1] < 0.5, "error with dropout");
    assertEquals(0, game.map(1, 0, 1).length);
    assertEquals(24 * 10, game.answers(1, 0, 1).length);
    assertEquals(24 * 65, game.data().length);
  }

  @Test
  void points_say_which_labels_are_wrong() {
    float[] data = game("examples=100&noise=0.2").data();
    int wrong = 0;
    for (int i = 0; i < 100; i++) {
      wrong += data[5 * i + 3] == 0 ? 1 : 0;
    }
    assertEquals(20, wrong);
    assertEquals(400 * 5, data.length);
  }

  @Test
  void weights_come_with_their_biases() {
    assertEquals(16 * 16 + 16, game("").weights(1, 1).length);
  }

  @Test
  void twenty_steps_end_in_the_same_weights_every_time() {
    assertEquals(TwentySteps.run(), TwentySteps.run());
    assertTrue(TwentySteps.run().matches("[0-9a-f]{16} [0-9a-f]{16}"), TwentySteps.run());
  }
}
