package dojo.plot;

import dojo.tensor.Tensor;
import dojo.words.Words;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Tensors as pictures: one square per number, white for the smallest, dark for the largest.
 *
 * <p>What is NaN or infinite does not count for the scale: its square is crossed out, and the
 * caption says how many there are.
 */
public final class Pictures {
  private static final int MARGIN = Canvas.MARGIN;
  private static final int CAPTION = 20;
  private static final int WIDTH = 740;

  /** Of squares without a finite number: no shade of the scale. */
  private static final Color LOST = new Color(0xD55E00);

  private Pictures() {}

  /**
   * A picture and the words below it.
   *
   * @param pixels {@code [height, width]}
   * @param caption a few words
   */
  public record Tile(Tensor pixels, String caption) {}

  /**
   * Draws several matrices side by side, on one scale from the smallest finite number to the
   * largest, in the language of this program's surroundings.
   *
   * @param title what is shown
   * @param columns how many in a row, at least 1
   * @param tiles the matrices, all of one shape, with a number at least
   * @return the picture
   * @throws IllegalArgumentException if there are none, or one has another shape
   */
  public static Picture grid(String title, int columns, List<Tile> tiles) {
    return grid(title, columns, tiles, Words.surroundings());
  }

  /**
   * Draws several matrices side by side, on one scale from the smallest finite number to the
   * largest.
   *
   * @param title what is shown
   * @param columns how many in a row, at least 1
   * @param tiles the matrices, all of one shape, with a number at least
   * @param language of what is added to captions
   * @return the picture
   * @throws IllegalArgumentException if there are none, or one has another shape
   */
  public static Picture grid(String title, int columns, List<Tile> tiles, Locale language) {
    if (tiles.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "a grid needs a tile and a column at least, but had " + tiles.size() + " and " + columns);
    }
    int[] shape = tiles.get(0).pixels().shape();
    for (Tile tile : tiles) {
      if (shape.length != 2
          || tile.pixels().size() == 0
          || !Arrays.equals(tile.pixels().shape(), shape)) {
        throw new IllegalArgumentException(
            "the tiles of a grid are [height, width], all of one shape, but one was "
                + Arrays.toString(tile.pixels().shape())
                + " and the first "
                + Arrays.toString(shape));
      }
    }
    int height = shape[0];
    int width = shape[1];
    int rows = (tiles.size() + columns - 1) / columns;
    int square = Math.max(2, Math.min(26, (WIDTH / columns - MARGIN) / width));
    int stepX = width * square + MARGIN;
    int stepY = height * square + MARGIN + CAPTION;
    BufferedImage image =
        Canvas.draw(
            title,
            Math.min(columns, tiles.size()) * stepX + MARGIN,
            rows * stepY + MARGIN + Canvas.TITLE,
            g -> {
              g.setRenderingHint( // squares have sharp edges
                  RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
              float low = extreme(tiles, false);
              float high = extreme(tiles, true);
              for (int i = 0; i < tiles.size(); i++) {
                int x = MARGIN + i % columns * stepX;
                int y = Canvas.TITLE + MARGIN + i / columns * stepY;
                draw(g, tiles.get(i), x, y, square, low, high);
                g.setColor(Color.BLACK);
                g.drawString(caption(tiles.get(i), language), x, y + height * square + CAPTION - 6);
              }
            });
    return new Picture(image, new TilesText(title, List.copyOf(tiles)));
  }

  private static void draw(
      Graphics2D g, Tile tile, int left, int top, int square, float low, float high) {
    int height = tile.pixels().length(0);
    int width = tile.pixels().length(1);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        float value = tile.pixels().get(i, j);
        int x = left + j * square;
        int y = top + i * square;
        if (Float.isFinite(value)) {
          double share = high == low ? 0 : ((double) value - low) / ((double) high - low);
          g.setColor(shade((float) share));
          g.fillRect(x, y, square - 1, square - 1);
        } else {
          g.setColor(LOST);
          g.drawRect(x, y, square - 2, square - 2);
          g.drawLine(x, y, x + square - 2, y + square - 2);
          g.drawLine(x, y + square - 2, x + square - 2, y);
        }
      }
    }
    g.setColor(new Color(0xBBBBBB));
    g.drawRect(left - 1, top - 1, width * square, height * square);
  }

  private static String caption(Tile tile, Locale language) {
    long lost = lost(tile);
    return lost == 0
        ? tile.caption()
        : Words.of(Pictures.class, language).say("tile-with-lost-squares", tile.caption(), lost);
  }

  static long lost(Tile tile) {
    return values(List.of(tile)).filter(value -> !Double.isFinite(value)).count();
  }

  /** From a light grey, so that an empty square can be seen, to dark blue. */
  private static Color shade(float share) {
    return new Color(mix(0xF3, 0x08, share), mix(0xF3, 0x30, share), mix(0xF3, 0x6B, share));
  }

  private static int mix(int from, int to, float share) {
    return Math.round(from + (to - from) * share);
  }

  /** Returns the smallest or the largest finite number; NaN if there is none. */
  static float extreme(List<Tile> tiles, boolean largest) {
    DoubleStream finite = values(tiles).filter(Double::isFinite);
    return (float) (largest ? finite.max() : finite.min()).orElse(Double.NaN);
  }

  static DoubleStream values(List<Tile> tiles) {
    return tiles.stream().flatMapToDouble(tile -> Arrays.stream(Numbers.of(tile.pixels())));
  }
}
