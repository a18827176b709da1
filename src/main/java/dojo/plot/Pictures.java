package dojo.plot;

import dojo.tensor.Tensor;
import dojo.words.Words;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tensors as pictures: one square per number, white for the smallest, dark for the largest. */
public final class Pictures {
  private static final int MARGIN = 10;
  private static final int CAPTION = 20;
  private static final int TITLE = 30;
  private static final int WIDTH = 740;

  private Pictures() {}

  /**
   * A picture and the words below it.
   *
   * @param pixels {@code [height, width]}
   * @param caption a few words
   */
  public record Tile(Tensor pixels, String caption) {}

  /**
   * Draws several matrices side by side, on one scale from the smallest number to the largest.
   *
   * @param title what is shown
   * @param columns how many in a row, at least 1
   * @param tiles the matrices, all of one shape, with a number at least
   * @return the picture
   * @throws IllegalArgumentException if there are none, or one has another shape
   */
  public static Picture grid(String title, int columns, List<Tile> tiles) {
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
        new BufferedImage(
            Math.max(Math.min(columns, tiles.size()) * stepX + MARGIN, 360),
            rows * stepY + MARGIN + TITLE,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      g.setColor(Color.BLACK);
      g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
      g.drawString(title, MARGIN, MARGIN + 14);
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      float low = extreme(tiles, false);
      float high = extreme(tiles, true);
      for (int i = 0; i < tiles.size(); i++) {
        int x = MARGIN + i % columns * stepX;
        int y = TITLE + MARGIN + i / columns * stepY;
        draw(g, tiles.get(i), x, y, square, low, high);
      }
    } finally {
      g.dispose();
    }
    return new Picture(image, language -> text(title, tiles, language));
  }

  private static String text(String title, List<Tile> tiles, Locale language) {
    Words words = Words.of(Pictures.class, language);
    String scale =
        words.say(
            "grid",
            title,
            PlainNumber.of(extreme(tiles, false)),
            PlainNumber.of(extreme(tiles, true)));
    return Stream.concat(Stream.of(scale), tiles.stream().map(tile -> text(tile, words)))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Tile tile, Words words) {
    return words.say(
        "tile",
        tile.caption(),
        tile.pixels().length(0),
        tile.pixels().length(1),
        PlainNumber.of(extreme(List.of(tile), false)),
        PlainNumber.of(extreme(List.of(tile), true)),
        PlainNumber.of(tile.pixels().mean()));
  }

  private static void draw(
      Graphics2D g, Tile tile, int left, int top, int square, float low, float high) {
    int height = tile.pixels().length(0);
    int width = tile.pixels().length(1);
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        float share = high == low ? 0 : (tile.pixels().get(i, j) - low) / (high - low);
        g.setColor(shade(share));
        g.fillRect(left + j * square, top + i * square, square - 1, square - 1);
      }
    }
    g.setColor(new Color(0xBBBBBB));
    g.drawRect(left - 1, top - 1, width * square, height * square);
    g.setColor(Color.BLACK);
    g.drawString(tile.caption(), left, top + height * square + CAPTION - 6);
  }

  /** From a light grey, so that an empty square can be seen, to dark blue. */
  private static Color shade(float share) {
    return new Color(mix(0xF3, 0x08, share), mix(0xF3, 0x30, share), mix(0xF3, 0x6B, share));
  }

  private static int mix(int from, int to, float share) {
    return Math.round(from + (to - from) * share);
  }

  private static float extreme(List<Tile> tiles, boolean largest) {
    float extreme = tiles.get(0).pixels().get(0, 0);
    for (Tile tile : tiles) {
      for (float value : tile.pixels().toArray()) {
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }
}
