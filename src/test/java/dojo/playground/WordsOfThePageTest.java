package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.nn.Mode;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code words.json} says of several seeds, counted. What a tour claims of its own seed, the
 * page counts itself.
 */
class WordsOfThePageTest {
  private static final int TRAIN_LOSS = 5;
  private static final int TEST_LOSS = 6;
  private static final int TEST_ERROR = 8;
  private static final int WITHOUT = 4; // the same number of the net without dropout stands before

  private static final String DIGITS = text(OptDigits.train(), 700) + text(OptDigits.test(), 300);

  private static String text(Dataset digits, int n) {
    return DigitText.text(digits.rows(IntStream.range(0, n).toArray()));
  }

  private static Game game(String settings) {
    return Game.start(Settings.of(settings), DIGITS).after(2000);
  }

  private static double[] last(Game game) {
    double[] all = game.losses();
    return Arrays.copyOfRange(all, all.length - Scores.LINE, all.length);
  }

  private static double[] last(String settings, int seed) {
    return last(game(settings + "&seed=" + seed));
  }

  /** Returns the seeds, of 1 to n, with which the numbers at the end fulfil a condition. */
  private static List<Integer> seeds(int n, IntPredicate condition) {
    return IntStream.rangeClosed(1, n)
        .parallel()
        .filter(condition)
        .boxed()
        .collect(Collectors.toList());
  }

  @Test
  void of_twenty_seeds_dropout_has_fewer_test_errors_with_twelve() {
    List<Integer> fewer =
        seeds(
            20,
            seed -> {
              double[] m = last("", seed);
              return m[TEST_ERROR] < m[TEST_ERROR - WITHOUT];
            });
    assertEquals(12, fewer.size(), fewer.toString());
  }

  @Test
  void of_twenty_seeds_a_p_of_a_fifth_raises_the_test_loss_with_the_second_alone() {
    List<Integer> higher =
        seeds(
            20,
            seed -> {
              double[] m = last("p1=0.2&p2=0.2", seed);
              return m[TEST_LOSS] > m[TEST_LOSS - WITHOUT];
            });
    assertEquals(List.of(2), higher);
  }

  @Test
  void without_dropout_the_first_seed_recites_its_wrong_labels_and_with_it_few() {
    Game game = game("");
    assertEquals(1, recited(game, 0), 0);
    assertTrue(recited(game, 1) < 0.25, "recited: " + recited(game, 1));
  }

  /** Returns the share of wrong labels that a net gives as its answer. */
  private static double recited(Game game, int player) {
    Tensor x = game.pool().train().x();
    int[] labels = game.pool().train().labels();
    int[] right = game.pool().right().labels();
    float[] p = Player.probabilities(game.players().get(player).net(), x, Mode.eval()).toArray();
    int[] wrong = IntStream.range(0, labels.length).filter(i -> labels[i] != right[i]).toArray();
    double answered =
        IntStream.of(wrong).filter(i -> p[2 * i + labels[i]] > p[2 * i + right[i]]).count();
    return answered / wrong.length;
  }

  private static void most(int n, String settings, String mistake, BiPredicate<Game, Game> shows) {
    List<Integer> seeds =
        seeds(
            n,
            seed ->
                shows.test(
                    game(settings + "&seed=" + seed),
                    game(settings + "&seed=" + seed + "&mistake=" + mistake)));
    assertTrue(2 * seeds.size() > n, mistake + ", " + settings + ", shows with seeds " + seeds);
  }

  private static BiPredicate<Game, Game> higher(int number) {
    return (right, wrong) -> !(last(wrong)[number] <= last(right)[number]);
  }

  private static BiPredicate<Game, Game> lower(int number) {
    return (right, wrong) -> last(wrong)[number] < last(right)[number];
  }

  @ParameterizedTest
  @ValueSource(strings = {"moons", "circles", "spirals", "digits"})
  void a_fresh_mask_keeps_the_train_loss_higher_with_most_seeds(String data) {
    most(5, "data=" + data, "fresh-mask", higher(TRAIN_LOSS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"moons", "circles", "spirals"})
  void without_the_scale_a_map_is_surer(String data) {
    most(5, "data=" + data, "no-scale", (right, wrong) -> sureness(wrong) > sureness(right));
  }

  private static double sureness(Game game) {
    return game.answers(1, 0, 1, Plane.grid()).map(p -> Math.abs(p - 0.5f)).mean();
  }

  @Test
  void without_the_scale_the_test_loss_is_lower_with_wrong_labels_and_higher_with_right_ones() {
    most(11, "", "no-scale", lower(TEST_LOSS));
    most(11, "noise=0", "no-scale", higher(TEST_LOSS));
    most(5, "data=digits", "no-scale", higher(TEST_LOSS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"moons", "spirals", "digits"})
  void noise_in_evaluation_costs_test_errors_with_most_seeds(String data) {
    most(9, "data=" + data, "on-in-evaluation", higher(TEST_ERROR));
  }

  @Test
  void noise_in_evaluation_often_costs_no_test_error_on_two_rings() {
    String on = "data=circles&mistake=on-in-evaluation";
    List<Integer> notMore =
        seeds(20, seed -> last(on, seed)[TEST_ERROR] <= last("data=circles", seed)[TEST_ERROR]);
    assertTrue(notMore.size() >= 5, "no more test errors with seeds " + notMore);
  }
}
