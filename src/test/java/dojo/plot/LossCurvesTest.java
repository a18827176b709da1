package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.experiment.Experiment;
import dojo.train.History;
import dojo.train.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossCurvesTest {
  private static final History HISTORY =
      new History(
          List.of(
              new History.Epoch(1, new Score(2, 0.5), new Score(3, 0.75)),
              new History.Epoch(2, new Score(1, 0.25), new Score(4, 1))));

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
  void an_experiment_shows_a_mean_for_each_setting_and_says_over_how_many_seeds() {
    var results = Experiment.over(0.0, 0.5).seeds(3).run((p, key) -> HISTORY);
    var chart = LossCurves.of("title", "p", results).chart();
    assertEquals("title (mean of 3 seeds ± 1 sd)", chart.getTitle());
    assertArrayEquals(new double[] {3, 4}, chart.getSeries("p = 0.5, test").getYData());
    assertArrayEquals(new double[] {2, 1}, chart.getSeries("p = 0.0, train").getYData());
  }
}
