package dojo.plot;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxisTickCalculator;

/** What stands beside the axes of a chart that has been drawn, and where. */
class TicksTest {
  private static final LineChart EMPTY = LineChart.of("title", "x", "y");

  /** A label, the number that it says, and where its tick stands in pixels. */
  private record Tick(String label, double number, double place) {}

  /**
   * Draws a chart and returns the ticks with a label; XChart shows them to its own package only.
   */
  private static List<Tick> ticks(XYChart chart, String axis) {
    BitmapEncoder.getBufferedImage(chart);
    try {
      Object pair = call(chart, "getAxisPair");
      var ticks = (AxisTickCalculator) call(call(pair, axis), "getAxisTickCalculator");
      List<Tick> found = new ArrayList<>();
      for (int i = 0; i < ticks.getTickLabels().size(); i++) {
        String label = ticks.getTickLabels().get(i);
        if (label != null && !label.isBlank()) {
          found.add(new Tick(label, Double.parseDouble(label), ticks.getTickLocations().get(i)));
        }
      }
      return found;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object call(Object object, String name) throws ReflectiveOperationException {
    for (Class<?> type = object.getClass(); ; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          method.setAccessible(true);
          return method.invoke(object);
        }
      }
    }
  }

  private static List<String> labels(LineChart chart, String axis) {
    return ticks(chart.chart(), axis).stream().map(Tick::label).toList();
  }

  private static double[] steps(int count, double from, double step) {
    return IntStream.range(0, count).mapToDouble(i -> from + i * step).toArray();
  }

  /** Learning rates, epochs, seeds, and numbers near the ends of what a double can hold. */
  static Stream<double[]> axes() {
    return Stream.of(
        steps(16, 1e-5, 1e-5),
        steps(15, 1e-5, 1e-5),
        steps(61, 0, 1),
        steps(60, 1, 1),
        steps(200, 1, 1),
        steps(10, 0, .1),
        steps(100, 0, 3e-4),
        steps(5, -1, .5),
        steps(30, 0, 1e-12),
        steps(30, -7e-300, 1e-300),
        steps(30, 0, 1e305),
        steps(30, 1e9, .1),
        steps(30, 1e6, 1e-4),
        steps(25_000, 0, 2e-4),
        new double[] {0.1234, 0.8766},
        new double[] {7},
        new double[] {-3e-9},
        new double[] {0, 0, 0},
        new double[] {5e-324, 1e-323},
        new double[] {1e13, 1e13 + 1, 1e13 + 2, 1e13 + 4},
        new double[] {-1e13, -1e13 + 1, -1e13 + 2, -1e13 + 4},
        steps(40, 1, 1e-13),
        new double[] {1e16, 1e16 + 20, 1e16 + 60},
        new double[] {1e300, 1e300 + 4e287},
        new double[] {Double.MIN_VALUE},
        new double[] {-1.7e308, 1.7e308});
  }

  @ParameterizedTest
  @MethodSource("axes")
  void ticks_stand_on_round_numbers_where_these_lie(double... numbers) {
    double[] other = steps(numbers.length, 0, 1);
    assertRound(ticks(EMPTY.line("l", numbers, other).chart(), "getXAxis"), numbers);
    assertRound(ticks(EMPTY.line("l", other, numbers).chart(), "getYAxis"), numbers);
  }

  private static void assertRound(List<Tick> ticks, double[] numbers) {
    assertTrue(ticks.size() >= 2, "too few to read a number from: " + ticks);
    BigDecimal first = new BigDecimal(ticks.get(0).label());
    BigDecimal step = new BigDecimal(ticks.get(1).label()).subtract(first);
    assertTrue(
        List.of("1", "2", "5").contains(step.stripTrailingZeros().unscaledValue().toString()),
        "a step of 1, 2 or 5 times a power of ten: " + ticks);
    double pixels = ticks.get(1).place() - ticks.get(0).place();
    for (int i = 0; i < ticks.size(); i++) {
      assertEquals(
          0,
          first
              .add(step.multiply(BigDecimal.valueOf(i)))
              .compareTo(new BigDecimal(ticks.get(i).label())),
          "equal steps: " + ticks);
      assertEquals(ticks.get(0).place() + i * pixels, ticks.get(i).place(), 0.5, "" + ticks);
    }
    double low = Arrays.stream(numbers).min().orElseThrow();
    double high = Arrays.stream(numbers).max().orElseThrow();
    double room = low == high ? Math.max(1, Math.abs(low)) : (high - low) / 1000;
    assertTrue(
        ticks.get(0).number() >= low - room && ticks.get(ticks.size() - 1).number() <= high + room,
        "within the data: " + ticks);
  }

  @Test
  void learning_rates_are_labelled_as_learning_rates() {
    double[] rates = steps(16, 1e-5, 1e-5);
    assertEquals(
        List.of(
            "0.00002", "0.00004", "0.00006", "0.00008", "0.0001", "0.00012", "0.00014", "0.00016"),
        labels(EMPTY.line("l", rates, rates), "getXAxis"));
    double[] epochs = steps(61, 0, 1);
    assertEquals(
        List.of("0", "10", "20", "30", "40", "50", "60"),
        labels(EMPTY.line("l", epochs, epochs), "getXAxis"));
    double[] tiny = steps(4, 0, 1e-9);
    assertEquals(
        List.of("0", "5e-10", "1e-9", "1.5e-9", "2e-9", "2.5e-9", "3e-9"),
        labels(EMPTY.line("l", tiny, tiny), "getXAxis"));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 60})
  void the_data_are_drawn_as_they_are(int count) {
    double[] x = steps(count, 1, 1);
    double[] y = steps(count, 5, -.25);
    var series = EMPTY.line("l", x, y).chart().getSeries("l");
    assertArrayEquals(x, series.getXData());
    assertArrayEquals(y, series.getYData());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-12, 1e-300, 1e9, 1e300})
  void points_of_any_magnitude_keep_their_order_and_their_distances(double unit) {
    double[] x = steps(16, unit, unit);
    double[] drawn = EMPTY.line("l", x, x).chart().getSeries("l").getXData();
    for (int i = 1; i < drawn.length; i++) {
      assertEquals((drawn[15] - drawn[0]) / 15, drawn[i] - drawn[i - 1], 1e-9);
    }
  }

  @Test
  void a_logarithmic_axis_has_labels_at_powers_of_ten_and_between_them_where_there_is_room() {
    double[] rates = {1e-5, 1e-4, 1e-2, .1};
    assertEquals(
        List.of("1e-5", "1e-4", "1e-3", "1e-2", "1e-1"),
        labels(EMPTY.line("l", rates, rates).withLogarithmicX(), "getXAxis"));
    double[] plain = {.001, .1, 100};
    assertEquals(
        List.of("0.001", "0.01", "0.1", "1", "10", "100"),
        labels(EMPTY.line("l", plain, plain).withLogarithmicY(), "getYAxis"));
    double[] brief = {2, 3, 8};
    assertEquals(
        List.of("2", "3", "4", "5", "6", "7", "8"),
        labels(EMPTY.line("l", brief, brief).withLogarithmicX(), "getXAxis"));
    List<Tick> ticks = ticks(EMPTY.line("l", plain, plain).withLogarithmicX().chart(), "getXAxis");
    double decade = ticks.get(1).place() - ticks.get(0).place();
    for (int i = 0; i < ticks.size(); i++) { // in whole pixels
      assertEquals(ticks.get(0).place() + i * decade, ticks.get(i).place(), 3);
    }
  }

  @Test
  void a_logarithmic_axis_shows_a_single_point_and_refuses_numbers_without_a_logarithm() {
    double[] one = {3};
    assertTrue(labels(EMPTY.dots("d", one, one).withLogarithmicX(), "getXAxis").contains("3"));
    double[] zero = {0, 1};
    String rule =
        "a logarithmic axis shows numbers above 0, but one was 0.0: leave it out, or use a linear"
            + " axis";
    assertRejected(rule, () -> EMPTY.line("l", zero, zero).withLogarithmicX().image());
    assertRejected(rule, () -> EMPTY.line("l", zero, zero).withLogarithmicY().image());
    double[] fine = {1, 2};
    assertRejected(
        rule, () -> EMPTY.line("l", fine, fine).withRange(0, 3).withLogarithmicY().image());
    // a range does not cut it off in silence
    LineChart cut = EMPTY.withRange(.1, 1).withLogarithmicY();
    assertRejected(rule, () -> cut.line("l", zero, zero).picture());
    assertRejected(
        rule.replace("0.0", "-3.8284271247461903"),
        () -> cut.band("b", fine, List.of(new double[] {0, 1}, new double[] {0, -3})).picture());
  }

  @Test
  void a_logarithmic_axis_of_many_powers_of_ten_has_a_label_for_some_of_them() {
    for (double[] y :
        List.of(
            new double[] {1e-30, 1, 1e30},
            new double[] {1e-320, 1e-10, 1e300},
            new double[] {1e-11, 1},
            new double[] {1, 1e21})) {
      double[] x = steps(y.length, 1, 1);
      for (List<Tick> ticks :
          List.of(
              ticks(EMPTY.line("l", x, y).withLogarithmicY().chart(), "getYAxis"),
              ticks(EMPTY.line("l", y, x).withLogarithmicX().chart(), "getXAxis"))) {
        assertTrue(ticks.size() >= 3 && ticks.size() <= 14, "" + ticks);
        double factor = Math.log10(ticks.get(1).number()) - Math.log10(ticks.get(0).number());
        double pixels = ticks.get(1).place() - ticks.get(0).place();
        for (int i = 1; i < ticks.size(); i++) {
          double next = Math.log10(ticks.get(i).number()) - Math.log10(ticks.get(i - 1).number());
          assertEquals(factor, next, 0.1, "" + ticks); // 1e-320 has few digits
          assertEquals(pixels, ticks.get(i).place() - ticks.get(i - 1).place(), 0.5, "" + ticks);
        }
        assertTrue(ticks.get(0).number() >= y[0] * .999, "" + ticks);
      }
    }
  }

  @Test
  void a_constant_can_be_the_smallest_and_the_largest_number() {
    for (double end : new double[] {Double.MIN_VALUE, Double.MAX_VALUE}) {
      double[] one = {end};
      assertTrue(ticks(EMPTY.dots("d", one, one).chart(), "getXAxis").size() >= 2);
      double[] minus = {-end};
      assertEquals(760, EMPTY.dots("d", minus, minus).image().getWidth());
      assertEquals(
          760, EMPTY.dots("d", one, one).withLogarithmicX().withLogarithmicY().image().getWidth());
    }
  }
}
