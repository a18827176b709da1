package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.plot.Trend.Move;
import dojo.plot.Trend.Part;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final double NOTICED = 0.1;

  private static List<Part> parts(double... heights) {
    return Trend.of(heights, NOTICED).parts();
  }

  @Test
  void a_curve_falls_and_rises_by_way_of_its_lowest_point() {
    assertEquals(
        List.of(new Part(Move.FALLS, 0, 2), new Part(Move.RISES, 2, 3)), parts(1, 0.5, 0.2, 0.6));
  }

  @Test
  void what_is_too_small_to_be_noticed_is_no_turn() {
    assertEquals(List.of(new Part(Move.FALLS, 0, 4)), parts(1, 0.5, 0.55, 0.2, 0));
    assertEquals(List.of(new Part(Move.FLAT, 0, 3)), parts(1, 1.05, 0.98, 1));
  }

  @Test
  void a_curve_that_ends_flat_says_from_where_on() {
    assertEquals(
        List.of(new Part(Move.FALLS, 0, 2), new Part(Move.FLAT, 2, 6)),
        parts(1, 0.5, 0.25, 0.22, 0.2, 0.24, 0.21));
    assertEquals(
        List.of(new Part(Move.FLAT, 0, 3), new Part(Move.RISES, 3, 5)),
        parts(0, 0.05, 0, 0.05, 0.5, 1));
  }

  @Test
  void ends_that_would_belie_a_move_are_told_too() {
    assertEquals(
        List.of(new Part(Move.RISES, 0, 1), new Part(Move.FALLS, 1, 2), new Part(Move.RISES, 2, 3)),
        parts(0.42, 0.5, 0.38, 0.46));
  }

  @Test
  void a_single_point_has_no_shape() {
    assertEquals(List.of(), parts(1));
  }

  @Test
  void whatever_the_curve_every_part_is_true() {
    RandomKey key = RandomKey.of(13);
    int turned = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      double[] y = curve(key.split(trial));
      List<Part> parts = parts(y);
      int at = 0;
      for (Part part : parts) {
        String told = part + " of " + Arrays.toString(y);
        assertEquals(at, part.from(), told);
        assertTrue(part.from() < part.to(), told);
        assertTrue(isTrue(part, y), told);
        at = part.to();
      }
      assertEquals(y.length - 1, at, Arrays.toString(y));
      turned += parts.size() > 1 ? 1 : 0;
    }
    assertTrue(turned > 1000 && turned < 19_000, "both kinds of curves were tried: " + turned);
  }

  private static boolean isTrue(Part part, double... y) {
    double[] here = Arrays.copyOfRange(y, part.from(), part.to() + 1);
    double[] back = IntStream.range(0, here.length).mapToDouble(i -> -here[i]).toArray();
    return switch (part.move()) {
      case FALLS -> here[0] > here[here.length - 1] && rise(here) < NOTICED;
      case RISES -> here[0] < here[here.length - 1] && rise(back) < NOTICED;
      case FLAT -> rise(here) < NOTICED && rise(back) < NOTICED;
    };
  }

  /** How far a curve rises at most from one point to a later one. */
  private static double rise(double... y) {
    double rise = 0;
    double low = y[0];
    for (double height : y) {
      low = Math.min(low, height);
      rise = Math.max(rise, height - low);
    }
    return rise;
  }

  /** A random walk on a coarse grid, so that equal heights are common. */
  private static double[] curve(RandomKey key) {
    double[] y = new double[2 + key.below(0, 20)];
    int step = 1 + key.below(1, 4);
    int height = 0;
    for (int i = 0; i < y.length; i++) {
      height += key.below(2 + i, 2 * step + 1) - step;
      y[i] = height * 0.03;
    }
    return y;
  }
}
