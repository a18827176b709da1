package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import dojo.words.PlainNumber;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChartTextTest {
  private static final LineChart EMPTY = LineChart.of("Loss & error", "epoch", "loss (nats)");
  private static final double[] X = {1, 2, 3, 4};
  private static final double[] FALLS_AND_RISES = {2.5, 0.33333333, 0.25, 0.5};

  @Test
  void a_chart_says_title_axes_and_what_each_line_does() {
    assertEquals(
        """
        Chart: Loss & error.
        Horizontal axis: epoch. Vertical axis: loss (nats).
        test: falls from 2.5 at epoch 1 to 0.25 at epoch 3, then rises to 0.5 at epoch 4.""",
        text(EMPTY.line("test", X, FALLS_AND_RISES)));
  }

  @Test
  void an_axis_that_is_cut_says_where() {
    String text = text(EMPTY.line("test", X, FALLS_AND_RISES).withRange(0, 0.9));
    assertTrue(text.contains("Vertical axis: loss (nats), shown from 0 to 0.9."), text);
  }

  @Test
  void a_band_says_its_half_width_at_both_ends() {
    LineChart chart =
        EMPTY.band(
            "p = 0.5", new double[] {1, 2}, List.of(new double[] {1, 4}, new double[] {3, 4}));
    assertEquals(
        "p = 0.5: rises from 2 at epoch 1 to 4 at epoch 2."
            + " Band: ± 1.414 at the start, ± 0 at the end.",
        lastLine(text(chart)));
  }

  @Test
  void dots_are_told_from_left_to_right_whatever_their_order() {
    LineChart chart = EMPTY.dots("d", new double[] {3, 1, 2}, new double[] {30, 10, 40});
    assertEquals(
        "d: rises from 10 at epoch 1 to 40 at epoch 2, then falls to 30 at epoch 3.",
        lastLine(text(chart)));
  }

  @Test
  void every_sentence_is_true_of_its_curve() {
    Pattern told =
        Pattern.compile(
            "(falls|rises|flat|changes|then|lowest|highest|to|from|;|,)|(\\S+) at epoch (\\d+)");
    int moves = 0;
    for (int trial = 0; trial < 500; trial++) {
      RandomKey key = RandomKey.of(trial);
      double[] y = new double[2 + key.below(0, 40)];
      double wild = key.uniform(1);
      for (int i = 0; i < y.length; i++) {
        y[i] = 3.0 / (i + 1 + 10 * wild) + 0.004 * i * wild + 0.03 * wild * key.normal(i + 2);
      }
      String text = lastLine(text(EMPTY.line("c", Numbers.from1(y.length), y)));
      String what = "";
      double before = Double.NaN;
      for (Matcher m = told.matcher(text); m.find(); ) {
        if (m.group(1) != null) {
          what = m.group(1).matches("to|from|;|,|then") ? what : m.group(1);
          continue;
        }
        double here = y[Integer.parseInt(m.group(3)) - 1];
        assertEquals(PlainNumber.of(here), m.group(2), text);
        if (!Double.isNaN(before) && what.matches("falls|rises")) {
          assertEquals(what.equals("falls"), here < before, text);
          moves++;
        }
        if (!Double.isNaN(before) && what.equals("flat")) {
          assertEquals(before, here, 0.03 * Math.max(before, here), text);
        }
        assertTrue(!what.equals("lowest") || here == DoubleStream.of(y).min().orElseThrow(), text);
        assertTrue(!what.equals("highest") || here == DoubleStream.of(y).max().orElseThrow(), text);
        before = here;
      }
      assertTrue(text.length() < 240, text);
    }
    assertTrue(moves > 400, "too few moves were told: " + moves);
  }

  @Test
  void a_curve_of_many_turns_is_told_by_its_ends_and_extremes() {
    assertEquals(
        "saw: goes up and down 6 times, from 1 at epoch 1 to 0.5 at epoch 7;"
            + " lowest 0 at epoch 2, highest 2 at epoch 5.",
        lastLine(text(EMPTY.line("saw", Numbers.from1(7), new double[] {1, 0, 1, 0, 2, 0, 0.5}))));
  }

  @Test
  void a_curve_that_ends_flat_says_from_where_on() {
    assertEquals(
        "test: falls from 2 at epoch 1 to 0.24 at epoch 3, then is flat to the end, 0.236 at epoch 6.",
        lastLine(
            text(
                EMPTY.line(
                    "test", Numbers.from1(6), new double[] {2, 1, 0.24, 0.237, 0.236, 0.236}))));
  }

  @Test
  void a_change_that_is_small_on_the_chart_but_not_beside_the_value_is_not_called_flat() {
    assertEquals(
        "train: falls from 2 at epoch 1 to 0.03 at epoch 3,"
            + " then falls slightly on this scale to 0.0009 at epoch 6.",
        lastLine(
            text(
                EMPTY.line(
                    "train", Numbers.from1(6), new double[] {2, 1, 0.03, 0.01, 0.002, 0.0009}))));
    assertEquals(
        "test: rises slightly on this scale from 0.02 at epoch 1 to 0.05 at epoch 3,"
            + " then rises to 2 at epoch 5.",
        lastLine(
            text(EMPTY.line("test", Numbers.from1(5), new double[] {0.02, 0.03, 0.05, 1, 2}))));
    assertEquals(
        "noise: falls from 2 at epoch 1 to 0.03 at epoch 3,"
            + " then hardly changes on this scale to the end, 0.031 at epoch 6.",
        lastLine(
            text(
                EMPTY.line(
                    "noise", Numbers.from1(6), new double[] {2, 1, 0.03, 0.05, 0.02, 0.031}))));
    LineChart high = EMPTY.line("high", new double[] {1, 2}, new double[] {9, 10});
    assertEquals(
        "low: hardly changes on this scale, between 0.1 and 0.2, from epoch 1 to epoch 2.",
        lastLine(text(high.line("low", new double[] {1, 2}, new double[] {0.1, 0.2}))));
  }

  @Test
  void a_flat_line_and_a_single_point_say_so() {
    double[] one = {7};
    double[] half = {0.5, 0.5};
    assertEquals(
        "1/2: 0.5 everywhere from epoch 1 to epoch 500.",
        lastLine(text(EMPTY.line("1/2", new double[] {1, 500}, half))));
    assertEquals("one: 7 at epoch 7.", lastLine(text(EMPTY.dots("one", one, one))));
  }

  @Test
  void what_is_not_finite_is_counted_and_the_first_is_named() {
    double[] y = {2.5, Double.NaN, 0.25, Double.POSITIVE_INFINITY};
    assertEquals(
        "test: falls from 2.5 at epoch 1 to 0.25 at epoch 3."
            + " Not finite: 2 of 4 points, the first at epoch 2.",
        lastLine(text(EMPTY.line("test", X, y))));
    double[] nan = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    assertEquals(
        "test: not finite anywhere from epoch 1 to epoch 4.",
        lastLine(text(EMPTY.line("test", X, nan))));
  }

  @Test
  void a_tile_says_how_many_of_its_squares_are_not_finite() {
    float nan = Float.NaN;
    Tensor some = Tensor.of(new float[] {1, nan, 0, Float.NEGATIVE_INFINITY}, 2, 2);
    Picture picture =
        Pictures.grid(
            "Weights",
            2,
            List.of(
                new Pictures.Tile(some, "some"),
                new Pictures.Tile(Tensor.full(nan, 2, 2), "none")));
    assertEquals(
        """
        Pictures: Weights. White is 0, dark is 1.
        some: 2 × 2 squares from 0 to 1, mean 0.5. Not finite, and not counted: 2 of 4 squares.
        none: 2 × 2 squares, none of them finite.""",
        picture.text(Locale.ENGLISH));
  }

  @Test
  void a_histogram_tells_what_was_counted_and_what_was_expected() {
    Picture picture = Histogram.ofCounts("Kept", "units", new int[] {1, 1, 2}, k -> 0.5);
    assertEquals(
        """
        Chart: Kept.
        Horizontal axis: units. Vertical axis: how often.
        counted: falls from 2 at 1 to 1 at 2.
        expected by the law: 1.5 everywhere from 1 to 2.""",
        picture.text(Locale.ENGLISH));
  }

  @Test
  void a_grid_tells_the_shape_range_and_mean_of_each_tile() {
    Tensor mask = Tensor.of(new float[] {1, 0, 1, 1, 1, 0}, 2, 3);
    Picture picture = Pictures.grid("Masks", 1, List.of(new Pictures.Tile(mask, "4 of 6 kept")));
    assertEquals(
        """
        Pictures: Masks. White is 0, dark is 1.
        4 of 6 kept: 2 × 3 squares from 0 to 1, mean 0.6667.""",
        picture.text(Locale.ENGLISH));
  }

  @Test
  void numbers_have_four_digits_and_none_that_says_nothing() {
    assertEquals("0.3333", PlainNumber.of(1 / 3.0));
    assertEquals("12350", PlainNumber.of(12_345.6));
    assertEquals("123456", PlainNumber.of(123_456));
    assertEquals("1", PlainNumber.of(1.0002));
    assertEquals("-0.00001", PlainNumber.of(-1e-5));
    assertEquals("0", PlainNumber.of(-0.0));
    assertEquals("NaN", PlainNumber.of(Double.NaN));
    assertEquals("2.346e-300", PlainNumber.of(2.3456e-300));
    assertEquals("-1e20", PlainNumber.of(-1e20));
    assertEquals("123456789012345", PlainNumber.of(123_456_789_012_345.0));
    assertEquals("1.235e15", PlainNumber.of(1_234_567_890_123_456.0));
    assertEquals("1e300", PlainNumber.of(1e300)); // of its 300 digits 17 mean something
    assertEquals("-3e38", PlainNumber.of(-3e38f));
    assertEquals("1.798e308", PlainNumber.of(Double.MAX_VALUE));
    assertEquals("0.000001", PlainNumber.of(1e-6));
  }

  private static String text(LineChart chart) {
    return chart.picture().text(Locale.ENGLISH);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
