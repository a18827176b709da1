package dojo.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** A white sheet with a title, on which drawings are made that are no charts. */
final class Canvas {
  static final int MARGIN = 10;

  /** How much of the sheet the title takes. */
  static final int TITLE = 30;

  /** The narrowest sheet: a title needs room. */
  private static final int NARROWEST = 360;

  private Canvas() {}

  /**
   * Draws on a new sheet.
   *
   * @param title what is shown
   * @param width of the sheet, in pixels
   * @param height of the sheet, with the title
   * @param drawing what to draw, in black and in letters of 12 points unless it says otherwise
   */
  static BufferedImage draw(String title, int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image =
        new BufferedImage(Math.max(width, NARROWEST), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      g.setColor(Color.BLACK);
      g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
      g.drawString(title, MARGIN, MARGIN + 14);
      g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      drawing.accept(g);
    } finally {
      g.dispose();
    }
    return image;
  }
}
