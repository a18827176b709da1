package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.dropout.DropRate;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.train.History;
import dojo.train.Run;
import dojo.train.Score;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final RandomKey KEY = RandomKey.of(17);
  private static final Dataset TRAIN = OptDigits.train();
  private static final Dataset TEST = OptDigits.test();
  private static final Recipe HEADLINE = Recipe.headline(TRAIN, TEST);

  @Test
  void a_recipe_is_described_in_a_language() {
    assertEquals("1000 ekzemploj", HEADLINE.text(Locale.forLanguageTag("eo")));
  }

  @Test
  void the_headline_is_a_wide_net_on_a_thousand_examples_a_tenth_of_them_mislabelled() {
    assertEquals(new Recipe(TRAIN, TEST, 1000, 0.1, 256, 60, new DropRate(0)), HEADLINE);
    assertEquals("1000 examples, 10 % label noise, width 256, 60 epochs", HEADLINE.toString());
  }

  @Test
  void one_ingredient_is_changed_at_a_time() {
    assertEquals(
        new Recipe(TRAIN, TEST, 200, 0.2, 32, 5, new DropRate(0.5)),
        HEADLINE.withExamples(200).withLabelNoise(0.2).withWidth(32).withEpochs(5).withRate(0.5));
    assertEquals(HEADLINE, HEADLINE.withRate(0.5).withRate(0));
  }

  @Test
  void the_examples_are_stratified_before_the_noise() {
    Dataset clean = HEADLINE.withLabelNoise(0).data(KEY);
    Dataset noisy = HEADLINE.data(KEY);
    assertEquals(clean.x(), noisy.x());
    int[] before = clean.labels();
    int[] after = noisy.labels();
    int[] ofEach = new int[10];
    int wrong = 0;
    for (int i = 0; i < 1000; i++) {
      ofEach[before[i]]++;
      wrong += before[i] == after[i] ? 0 : 1;
    }
    for (int count : ofEach) {
      assertEquals(100, count);
    }
    assertEquals(100, wrong);
  }

  @Test
  void the_drop_rate_has_no_part_in_examples_and_first_weights() {
    Recipe dropped = HEADLINE.withRate(0.5);
    assertEquals(HEADLINE.data(KEY), dropped.data(KEY));
    assertEquals(HEADLINE.net(KEY).parameters(), dropped.net(KEY).parameters());
    assertNotEquals(HEADLINE.net(KEY), dropped.net(KEY));
    assertNotEquals(HEADLINE.net(KEY).parameters(), HEADLINE.net(KEY.split(0)).parameters());
  }

  @Test
  void the_net_has_two_hidden_layers_with_dropout_behind_each() {
    assertEquals(
        """
        Sequential(
          0: Linear(64 → 32)
          1: Relu
          2: Dropout(p = 0.5)
          3: Linear(32 → 32)
          4: Relu
          5: Dropout(p = 0.5)
          6: Linear(32 → 10)
        )  3466 parameters""",
        HEADLINE.withWidth(32).withRate(0.5).net(KEY).toString());
  }

  @Test
  void a_run_is_a_function_of_its_key() {
    Recipe quick = HEADLINE.withExamples(100).withWidth(16).withEpochs(2).withRate(0.5);
    assertEquals(quick.run(KEY), quick.run(KEY));
    assertNotEquals(quick.run(KEY), quick.run(KEY.split(0)));
    assertEquals(2, quick.run(KEY).history().epochs().size());
  }

  @Test
  void a_drop_rate_outside_0_to_1_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> HEADLINE.withRate(1.5));
    assertEquals("drop rate must be in [0, 1], but was 1.5", e.getMessage());
  }

  @Test
  void a_recipe_with_dropout_says_so() {
    assertEquals(
        "1000 examples, 10 % label noise, width 256, 60 epochs, p = 0.5",
        HEADLINE.withRate(0.5).toString());
  }

  @Test
  void the_mislabelled_are_a_tenth_and_the_unused_are_all_others() {
    Dataset wrong = HEADLINE.mislabelled(KEY);
    assertEquals(100, wrong.size());
    Dataset clean = HEADLINE.withLabelNoise(0).data(KEY);
    assertEquals(wrong.x(), clean.rows(HEADLINE.data(KEY).mislabelled(clean)).x());
    Dataset unused = HEADLINE.unused(KEY);
    assertEquals(TRAIN.size() - 1000, unused.size());
    assertEquals(TRAIN.stratifiedSplit(1000, KEY.split("subset")).heldOut(), unused);
  }

  @Test
  void a_run_tells_which_share_of_the_wrong_labels_was_recited() {
    Recipe quick = HEADLINE.withExamples(100).withWidth(16).withEpochs(2);
    Run run = quick.run(KEY);
    double[] recited = Recipe.recited(run.history());
    assertEquals(2, recited.length);
    Score last = Score.of(run.model(), quick.mislabelled(KEY), new SoftmaxCrossEntropy());
    assertEquals(1 - last.error(), recited[1]);
    History clean = quick.withLabelNoise(0).run(KEY).history();
    assertThrows(IllegalArgumentException.class, () -> Recipe.recited(clean));
  }

  @Test
  void another_net_sees_the_same_examples_in_the_same_batches() {
    Recipe quick = HEADLINE.withExamples(100).withWidth(16).withEpochs(2);
    assertEquals(quick.run(KEY), quick.run(quick.net(KEY), KEY));
    assertEquals(quick.withRate(0.5).run(KEY), quick.run(quick.withRate(0.5).net(KEY), KEY));
  }

  @Test
  void a_run_that_is_scored_once_has_the_net_and_the_last_scores_of_the_run() {
    Recipe quick = HEADLINE.withExamples(100).withWidth(16).withEpochs(3).withRate(0.5);
    Run whole = quick.run(KEY);
    Run once = quick.runScoredOnce(KEY);
    assertEquals(whole.model().parameters(), once.model().parameters());
    assertEquals(List.of(whole.history().last()), once.history().epochs());
    assertEquals(once, quick.runScoredOnce(quick.net(KEY), KEY));
  }
}
