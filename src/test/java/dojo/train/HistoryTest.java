package dojo.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.data.Dataset;
import dojo.data.Regression;
import dojo.nn.GaussianNll;
import dojo.nn.Loss;
import dojo.nn.MeanSquare;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class HistoryTest {
  private static final Units UNITS = new Units("nats per example", Units.Errors.WRONG_ANSWERS, "%");

  private static final History HISTORY =
      history(
          List.of(
              new History.Epoch(1, new Score(1.5, 0.5), new Score(1.25, 0.75)),
              new History.Epoch(2, new Score(0.5, 0.25), new Score(0.75, 0.125)),
              new History.Epoch(3, new Score(0.25, 0), new Score(1, 0.25))));

  private static History history(List<History.Epoch> epochs) {
    return new History(epochs, UNITS);
  }

  @Test
  void a_table_shows_what_is_not_a_number_as_such() {
    Score nan = new Score(Double.NaN, 1);
    Score infinite = new Score(Double.POSITIVE_INFINITY, 0.5);
    String text = history(List.of(new History.Epoch(1, nan, infinite))).table().print();
    assertEquals(
        List.of("1", "NaN", "∞", "1.0000", "0.5000"),
        List.of(
            text.lines().skip(3).findFirst().orElseThrow().replace("|", "").trim().split(" +")));
  }

  @Test
  void each_curve_is_one_number_per_epoch() {
    assertArrayEquals(new double[] {1.5, 0.5, 0.25}, HISTORY.trainLosses());
    assertArrayEquals(new double[] {1.25, 0.75, 1}, HISTORY.testLosses());
    assertArrayEquals(new double[] {0.5, 0.25, 0}, HISTORY.trainErrors());
    assertArrayEquals(new double[] {0.75, 0.125, 0.25}, HISTORY.testErrors());
  }

  @Test
  void the_four_numbers_are_those_of_the_last_epoch() {
    assertEquals(0.25, HISTORY.trainLoss());
    assertEquals(1, HISTORY.testLoss());
    assertEquals(0, HISTORY.trainError());
    assertEquals(0.25, HISTORY.testError());
  }

  @Test
  void the_last_epoch_is_where_training_ended_and_the_best_has_the_lowest_test_loss() {
    assertEquals(3, HISTORY.last().number());
    assertEquals(2, HISTORY.best().number());
  }

  @Test
  void an_epoch_whose_loss_is_no_number_is_never_the_best() {
    Score nan = new Score(Double.NaN, 1);
    History diverged = history(List.of(new History.Epoch(1, nan, nan), HISTORY.last()));
    assertEquals(3, diverged.best().number());
  }

  @Test
  void the_table_has_a_row_per_epoch() {
    Table table = HISTORY.table();
    assertEquals("history", table.name());
    assertEquals(
        List.of("epoch", "train loss", "test loss", "train error", "test error"),
        table.columnNames());
    assertEquals(3, table.rowCount());
    assertArrayEquals(new int[] {1, 2, 3}, table.intColumn("epoch").asIntArray());
    assertArrayEquals(HISTORY.trainLosses(), table.doubleColumn("train loss").asDoubleArray());
    assertArrayEquals(HISTORY.testLosses(), table.doubleColumn("test loss").asDoubleArray());
    assertArrayEquals(HISTORY.trainErrors(), table.doubleColumn("train error").asDoubleArray());
    assertArrayEquals(HISTORY.testErrors(), table.doubleColumn("test error").asDoubleArray());
  }

  @Test
  void the_table_prints_four_decimals_and_keeps_all() {
    History exact =
        history(List.of(new History.Epoch(1, new Score(1 / 3.0, 0), HISTORY.last().test())));
    assertEquals("0.3333", exact.table().doubleColumn("train loss").getString(0));
    assertEquals(1 / 3.0, exact.table().doubleColumn("train loss").getDouble(0));
    History large =
        history(List.of(new History.Epoch(1, new Score(1e300, 1e14), HISTORY.last().test())));
    assertEquals("1e300", large.table().doubleColumn("train loss").getString(0)); // not 301 digits
    assertEquals("100000000000000.0000", large.table().doubleColumn("train error").getString(0));
  }

  @Test
  void scores_are_counted_in_the_unit_of_the_loss_and_of_the_answers() {
    Dataset classes = Dataset.of(Tensor.zeros(2, 1), new int[] {0, 1}, 2);
    Regression numbers = new Regression(Tensor.zeros(2, 1), Tensor.zeros(2, 1));
    String wrong = "wrong answers (%)";
    String rmse = "root-mean-square error (unit of the targets)";
    assertEquals(UNITS, Units.of(new SoftmaxCrossEntropy(), classes));
    assertUnits("loss (nats per example)", wrong, 100, UNITS);
    assertUnits("loss (squared unit of the targets)", rmse, 1, Units.of(new MeanSquare(), numbers));
    assertUnits("loss (nats per target)", rmse, 1, Units.of(new GaussianNll(), numbers));
    Loss mine = (output, target) -> new Loss.Value(0, output);
    assertUnits("loss", wrong, 100, Units.of(mine, classes));
  }

  private static void assertUnits(String loss, String error, double factor, Units units) {
    assertEquals(loss, units.loss(Locale.ENGLISH));
    assertEquals(error, units.error(Locale.ENGLISH));
    assertEquals(factor, units.errorFactor());
  }

  @Test
  void units_have_names_in_another_language_and_units_of_others_are_shown_as_they_are() {
    Locale esperanto = Locale.forLanguageTag("eo");
    assertEquals("perdo (natoj po ekzemplo)", UNITS.loss(esperanto));
    assertEquals("wrong answers (%)", UNITS.error(esperanto)); // not translated
    Units knots = new Units("knots²", Units.Errors.ROOT_MEAN_SQUARE, "knots");
    assertEquals("perdo (knots²)", knots.loss(esperanto));
    assertEquals("root-mean-square error (knots)", knots.error(Locale.ENGLISH));
  }

  @Test
  void a_list_given_cannot_be_changed_later() {
    List<History.Epoch> epochs = new ArrayList<>(HISTORY.epochs());
    History copy = history(epochs);
    epochs.clear();
    assertEquals(HISTORY, copy);
  }

  @Test
  void a_history_without_epochs_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> history(List.of()));
    assertEquals("a history has at least one epoch, but had none", e.getMessage());
  }

  @Test
  void the_beginning_of_a_history_is_a_history() {
    assertEquals(HISTORY.epochs().subList(0, 2), HISTORY.upTo(2).epochs());
    assertEquals(UNITS, HISTORY.upTo(1).units());
    assertEquals(HISTORY, HISTORY.upTo(3));
    assertThrows(IndexOutOfBoundsException.class, () -> HISTORY.upTo(4));
    assertThrows(IllegalArgumentException.class, () -> HISTORY.upTo(0));
  }

  @Test
  void what_was_watched_has_curves_of_its_own() {
    Score train = new Score(1, 0.5);
    History history =
        history(
            List.of(
                new History.Epoch(1, train, train, Map.of("wrong", new Score(3, 0.75))),
                new History.Epoch(2, train, train, Map.of("wrong", new Score(2, 0.25)))));
    assertArrayEquals(new double[] {3, 2}, history.losses("wrong"));
    assertArrayEquals(new double[] {0.75, 0.25}, history.errors("wrong"));
    var e = assertThrows(IllegalArgumentException.class, () -> history.errors("right"));
    assertEquals("nothing called \"right\" was watched, only [wrong]", e.getMessage());
  }
}
