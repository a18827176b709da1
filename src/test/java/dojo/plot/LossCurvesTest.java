package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.experiment.Experiment;
import dojo.random.RandomKey;
import dojo.train.History;
import dojo.train.Score;
import dojo.train.Units;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LossCurvesTest {
  private static final List<History.Epoch> EPOCHS =
      List.of(
          new History.Epoch(1, new Score(2, 0.5), new Score(3, 0.75)),
          new History.Epoch(2, new Score(1, 0.25), new Score(4, 1)));

  private static final History HISTORY =
      new History(EPOCHS, new Units("nats per example", Units.Errors.WRONG_ANSWERS, "%"));

  private static final History NUMBERS =
      new History(EPOCHS, new Units("knots²", Units.Errors.ROOT_MEAN_SQUARE, "knots"));

  @Test
  void a_run_shows_its_test_loss_and_its_train_loss() {
    var series = LossCurves.of("title", HISTORY).chart();
    assertArrayEquals(new double[] {3, 4}, series.getSeries("test loss").getYData());
    assertArrayEquals(new double[] {2, 1}, series.getSeries("train loss").getYData());
    assertArrayEquals(new double[] {1, 2}, series.getSeries("test loss").getXData());
  }

  @Test
  void errors_are_shown_in_percent() {
    var chart = LossCurves.ofErrors("title", HISTORY).chart();
    assertArrayEquals(new double[] {75, 100}, chart.getSeries("test error").getYData());
    assertEquals("wrong answers (%)", chart.getYAxisTitle());
  }

  @Test
  void errors_of_numbers_are_shown_as_they_are() {
    var chart = LossCurves.ofErrors("title", NUMBERS).chart();
    assertArrayEquals(new double[] {0.75, 1}, chart.getSeries("test error").getYData());
    assertArrayEquals(new double[] {0.5, 0.25}, chart.getSeries("train error").getYData());
    assertEquals("root-mean-square error (knots)", chart.getYAxisTitle());
    assertEquals("loss (knots²)", LossCurves.of("title", NUMBERS).chart().getYAxisTitle());
    var results = Experiment.over(0.0).run((p, key) -> NUMBERS);
    assertEquals("loss (knots²)", LossCurves.of("title", "p", results).chart().getYAxisTitle());
    chart = LossCurves.ofErrors("title", "p", results).chart();
    assertArrayEquals(new double[] {0.75, 1}, chart.getSeries("p = 0.0, test").getYData());
    assertEquals("root-mean-square error (knots)", chart.getYAxisTitle());
  }

  @Test
  void the_words_of_axes_and_legends_are_those_of_a_language() {
    Locale esperanto = Locale.forLanguageTag("eo");
    var chart = LossCurves.of("titolo", HISTORY, esperanto).chart();
    assertEquals("epoko", chart.getXAxisTitle());
    assertEquals("perdo (natoj po ekzemplo)", chart.getYAxisTitle());
    assertEquals(
        List.of("testa perdo", "train loss"),
        chart.getSeriesCollection().stream().map(series -> series.getName()).toList());
    var results = Experiment.over(0.5).withSeeds(2).run((p, key) -> HISTORY);
    chart = LossCurves.of("titolo", "p", results, esperanto).chart();
    assertEquals("meznombro de 2: titolo", chart.getTitle());
    assertArrayEquals(new double[] {3, 4}, chart.getSeries("testo ĉe p = 0.5").getYData());
    chart = LossCurves.ofErrors("titolo", HISTORY, esperanto).chart();
    assertArrayEquals(new double[] {75, 100}, chart.getSeries("testa eraro").getYData());
    chart = LossCurves.ofErrors("titolo", "p", results, esperanto).chart();
    assertArrayEquals(new double[] {75, 100}, chart.getSeries("testo ĉe p = 0.5").getYData());
  }

  @Test
  void curves_in_different_units_are_not_drawn_into_one_chart() {
    var results = Experiment.over(true, false).run((classes, key) -> classes ? HISTORY : NUMBERS);
    var e =
        assertThrows(IllegalArgumentException.class, () -> LossCurves.of("title", "s", results));
    assertEquals(
        "the curves of a chart need one unit, but were [loss (nats per example), loss (knots²)]:"
            + " draw a chart for each",
        e.getMessage());
  }

  /** Whichever comes first, the shortest or the longest. */
  @Test
  void runs_that_were_stopped_early_are_shown_to_the_end_of_the_longest() {
    for (int shortest : new int[] {0, 1}) {
      var results =
          Experiment.over(0.5)
              .withSeeds(2)
              .run(
                  (p, key) ->
                      key.equals(RandomKey.of(shortest))
                          ? new History(EPOCHS.subList(0, 1), HISTORY.units())
                          : HISTORY);
      var chart = LossCurves.of("title", "p", results).chart();
      assertEquals(
          "title (mean of 2 seeds ± 1 sd while they train: 1 to 2 epochs)", chart.getTitle());
      assertArrayEquals(new double[] {3, 4}, chart.getSeries("p = 0.5, test").getYData());
      assertArrayEquals(new double[] {1, 2}, chart.getSeries("p = 0.5, train").getXData());
    }
  }

  @Test
  void a_run_that_diverged_shows_where() {
    Score nan = new Score(Double.NaN, 1);
    History diverged =
        new History(List.of(EPOCHS.get(0), new History.Epoch(2, nan, nan)), HISTORY.units());
    LineChart chart = LossCurves.of("title", diverged, Locale.ENGLISH);
    assertEquals(
        "test loss: 3 at epoch 1. Not finite: 1 of 2 points, the first at epoch 2.",
        chart.picture().text(Locale.ENGLISH).lines().toList().get(2));
    assertArrayEquals(
        new double[] {3, Double.NaN},
        chart.chart().getSeries("test loss (1 of 2 not finite: ×)").getYData());
  }

  @Test
  void an_experiment_shows_a_mean_for_each_setting_and_says_over_how_many_seeds() {
    var results = Experiment.over(0.0, 0.5).withSeeds(3).run((p, key) -> HISTORY);
    var chart = LossCurves.of("title", "p", results).chart();
    assertEquals("title (mean of 3 seeds ± 1 sd)", chart.getTitle());
    assertArrayEquals(new double[] {3, 4}, chart.getSeries("p = 0.5, test").getYData());
    assertArrayEquals(new double[] {2, 1}, chart.getSeries("p = 0.0, train").getYData());
  }

  @Test
  void a_single_seed_has_no_mean() {
    var results = Experiment.over(0.0, 0.5).withSeeds(1).run((p, key) -> HISTORY);
    var chart = LossCurves.of("title", "p", results).chart();
    assertEquals("title (1 seed, so no band of ± 1 sd)", chart.getTitle());
  }

  @Test
  void any_curve_of_an_experiment_has_one_line_for_each_setting() {
    var results = Experiment.over(0.0, 0.5).withSeeds(3).run((p, key) -> HISTORY);
    var chart =
        LossCurves.ofCurve("title", "share", "p", results, History::trainErrors, Locale.ENGLISH)
            .chart();
    assertEquals("title (mean of 3 seeds ± 1 sd)", chart.getTitle());
    assertEquals("share", chart.getYAxisTitle());
    assertArrayEquals(new double[] {0.5, 0.25}, chart.getSeries("p = 0.5").getYData());
    assertEquals(4, chart.getSeriesCollection().size()); // a line and a band each
  }
}
