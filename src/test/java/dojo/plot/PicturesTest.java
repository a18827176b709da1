package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void the_largest_number_is_darkest_and_the_smallest_lightest() {
    Tensor pixels = Tensor.of(new float[] {0, 1, 0.5f, 0}, 2, 2);
    BufferedImage image = Pictures.grid("t", 1, List.of(new Pictures.Tile(pixels, "c"))).image();
    int left = 15; // inside the squares: a margin of 10, a title of 30, squares of 26
    int top = 45;
    assertEquals(0xFFF3F3F3, image.getRGB(left, top));
    assertEquals(0xFF08306B, image.getRGB(left + 26, top));
    int middle = image.getRGB(left, top + 26) & 0xFF;
    assertTrue(middle > 0x6B && middle < 0xF3, "the middle number has shade " + middle);
  }

  @Test
  void a_square_without_a_finite_number_is_crossed_out_and_the_others_keep_their_shades() {
    Tensor pixels = Tensor.of(new float[] {0, 1, 0.5f, 0}, 2, 2);
    BufferedImage whole = Pictures.grid("t", 1, List.of(new Pictures.Tile(pixels, "c"))).image();
    for (float lost : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      Tensor some = Tensor.of(new float[] {0, 1, 0.5f, lost}, 2, 2);
      BufferedImage image = Pictures.grid("t", 1, List.of(new Pictures.Tile(some, "c"))).image();
      int left = 15;
      int top = 45;
      for (int[] at : new int[][] {{left, top}, {left + 26, top}, {left, top + 26}}) {
        assertEquals(whole.getRGB(at[0], at[1]), image.getRGB(at[0], at[1]));
      }
      assertEquals(0xFFD55E00, image.getRGB(10 + 26, 40 + 26)); // the corner of the cross
      assertEquals(0xFFFFFFFF, image.getRGB(10 + 26 + 12, 40 + 26 + 3)); // and no shade beside it
    }
  }

  @Test
  void numbers_as_far_apart_as_floats_can_be_have_shades() {
    Tensor pixels = Tensor.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE}, 1, 2);
    BufferedImage image = Pictures.grid("t", 1, List.of(new Pictures.Tile(pixels, "c"))).image();
    assertEquals(0xFFF3F3F3, image.getRGB(15, 45));
    assertEquals(0xFF08306B, image.getRGB(15 + 26, 45));
  }

  @Test
  void a_law_that_expects_no_number_and_bars_without_end_are_refused() {
    int[] numbers = {1, 2};
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Histogram.ofCounts("t", "x", numbers, k -> k == 2 ? Double.NaN : 1));
    assertEquals(
        "a law expects a finite fraction of every number, but NaN of 2: correct the law",
        e.getMessage());
    int[] apart = {Integer.MIN_VALUE, Integer.MAX_VALUE};
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Histogram.ofCounts("t", "x", apart, k -> 0));
    assertEquals(
        "a histogram has a bar for each whole number, at most 1000, but the numbers go from"
            + " -2147483648 to 2147483647: count in wider steps",
        e.getMessage());
  }

  @Test
  void more_tiles_than_columns_make_more_rows() {
    var tile = new Pictures.Tile(Tensor.zeros(4, 4), "c");
    int one = Pictures.grid("t", 2, List.of(tile, tile)).image().getHeight();
    int two = Pictures.grid("t", 2, List.of(tile, tile, tile)).image().getHeight();
    assertTrue(two > one);
  }

  @Test
  void a_grid_without_tiles_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> Pictures.grid("t", 3, List.of()));
    assertEquals("a grid needs a tile and a column at least, but had 0 and 3", e.getMessage());
  }

  @Test
  void tiles_that_are_no_matrices_of_one_shape_are_refused() {
    for (Tensor odd :
        List.of(Tensor.full(1), Tensor.zeros(4), Tensor.zeros(2, 4, 4), Tensor.zeros(4, 5))) {
      var tile = new Pictures.Tile(Tensor.zeros(4, 4), "c");
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Pictures.grid("t", 2, List.of(tile, new Pictures.Tile(odd, "odd"))));
      assertEquals(
          "the tiles of a grid are [height, width], all of one shape, but one was "
              + Arrays.toString(odd.shape())
              + " and the first [4, 4]",
          e.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Pictures.grid("t", 2, List.of(new Pictures.Tile(Tensor.zeros(0, 4), "empty"))));
  }

  @Test
  void more_columns_than_tiles_leave_no_empty_ones() {
    var tile = new Pictures.Tile(Tensor.zeros(8, 8), "c");
    var narrow = Pictures.grid("t", Integer.MAX_VALUE, List.of(tile)).image();
    assertEquals(360, narrow.getWidth()); // the least that a picture has
  }

  @Test
  void a_histogram_says_how_often_in_a_language() {
    int[] numbers = {1, 2, 2};
    var chart = Histogram.chart("t", "x", numbers, k -> 0.5, Locale.ENGLISH);
    assertEquals("how often", chart.getYAxisTitle());
    assertArrayEquals(new double[] {1.0, 2.0}, chart.getSeries("counted").getYData());
    assertArrayEquals(new double[] {1.5, 1.5}, chart.getSeries("expected by the law").getYData());
    Locale esperanto = Locale.forLanguageTag("eo");
    assertEquals(
        "kiom ofte", Histogram.chart("t", "x", numbers, k -> 0.5, esperanto).getYAxisTitle());
  }

  @Test
  void a_histogram_of_nothing_is_refused() {
    IntToDoubleFunction law = k -> 0;
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Histogram.ofCounts("t", "x", new int[0], law));
    assertEquals("a histogram needs at least one number, but had none", e.getMessage());
  }

  @Test
  void a_histogram_of_a_tensor_or_a_sample_is_that_of_its_numbers() {
    IntToDoubleFunction law = k -> 0.5;
    int[] drawn = pixels(Histogram.ofCounts("t", "x", new int[] {1, 2, 2}, law));
    Tensor tensor = Tensor.of(new float[] {1, 2, 2}, 3, 1);
    assertArrayEquals(drawn, pixels(Histogram.ofCounts("t", "x", tensor, law)));
    assertArrayEquals(drawn, pixels(Histogram.ofCounts("t", "x", new Sample(1, 2, 2), law)));
    assertFalse(
        Arrays.equals(drawn, pixels(Histogram.ofCounts("t", "x", new Sample(1, 1, 2), law))));
  }

  @Test
  void numbers_that_are_not_whole_are_refused() {
    for (double value : new double[] {0.5, Double.NaN, 1e10}) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Histogram.ofCounts("t", "x", new Sample(1, value), k -> 0));
      assertEquals("counts must be of whole numbers, but one was " + value, e.getMessage());
    }
  }

  private static int[] pixels(Picture picture) {
    BufferedImage image = picture.image();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
