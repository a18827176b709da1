package dojo.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Puts the boxes and arrows of a diagram onto a sheet. Every arrow keeps to its left: so the two
 * arrows between a pair of boxes lie side by side, and each label on the outer side of its own.
 *
 * @param boxes what stands on the grid
 * @param arrows what joins them
 */
record DiagramDrawing(List<Diagram.Box> boxes, List<Diagram.Arrow> arrows) {
  private static final int WIDTH = 116;
  private static final int HEIGHT = 38;
  private static final int BETWEEN_COLUMNS = 100;
  private static final int BETWEEN_ROWS = 58;

  /** How far an arrow lies beside the line from centre to centre. */
  private static final double ASIDE = 7;

  private static final int HEAD = 9;

  BufferedImage image(String title) {
    int columns = 1 + boxes.stream().mapToInt(Diagram.Box::column).max().orElse(0);
    int rows = 1 + boxes.stream().mapToInt(Diagram.Box::row).max().orElse(0);
    int width = 2 * Canvas.MARGIN + columns * (WIDTH + BETWEEN_COLUMNS) - BETWEEN_COLUMNS;
    int height = Canvas.TITLE + 3 * Canvas.MARGIN + rows * (HEIGHT + BETWEEN_ROWS) - BETWEEN_ROWS;
    return Canvas.draw(
        title,
        width,
        height,
        g -> {
          arrows.forEach(arrow -> draw(g, arrow));
          boxes.forEach(box -> draw(g, box));
        });
  }

  private static int left(Diagram.Box box) {
    return Canvas.MARGIN + box.column() * (WIDTH + BETWEEN_COLUMNS);
  }

  private static int top(Diagram.Box box) {
    return Canvas.TITLE + 2 * Canvas.MARGIN + box.row() * (HEIGHT + BETWEEN_ROWS);
  }

  private static void draw(Graphics2D g, Diagram.Box box) {
    g.setColor(new Color(0xF3F3F3));
    g.fillRoundRect(left(box), top(box), WIDTH, HEIGHT, 12, 12);
    g.setColor(Palette.NEUTRAL);
    g.setStroke(new BasicStroke(1.2f));
    g.drawRoundRect(left(box), top(box), WIDTH, HEIGHT, 12, 12);
    g.setColor(Color.BLACK);
    FontMetrics font = g.getFontMetrics();
    g.drawString(
        box.name(),
        left(box) + (WIDTH - font.stringWidth(box.name())) / 2,
        top(box) + (HEIGHT + font.getAscent() - font.getDescent()) / 2);
  }

  private static void draw(Graphics2D g, Diagram.Arrow arrow) {
    double startX = left(arrow.from()) + WIDTH / 2.0;
    double startY = top(arrow.from()) + HEIGHT / 2.0;
    double toX = left(arrow.to()) + WIDTH / 2.0 - startX;
    double toY = top(arrow.to()) + HEIGHT / 2.0 - startY;
    double length = Math.max(1, Math.hypot(toX, toY));
    double ux = toX / length;
    double uy = toY / length;
    double asideX = uy * ASIDE; // to the left of whoever walks along, with y pointing down
    double asideY = -ux * ASIDE;
    double border = toBorder(ux, uy);
    double x1 = startX + asideX + ux * border;
    double y1 = startY + asideY + uy * border;
    double x2 = startX + asideX + ux * (length - border);
    double y2 = startY + asideY + uy * (length - border);
    g.setColor(Palette.of(arrow.back() ? 1 : 0));
    float[] broken = {6, 4};
    g.setStroke(
        arrow.back()
            ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, broken, 0)
            : new BasicStroke(2));
    g.drawLine(
        round(x1), round(y1), round(x2 - ux * HEAD), round(y2 - uy * HEAD)); // up to its head
    g.setStroke(new BasicStroke(1));
    g.fill(head(x2, y2, ux, uy));
    label(g, arrow.label(), (x1 + x2) / 2, (y1 + y2) / 2, uy, -ux);
  }

  /** How far the border of a box lies from its centre in a direction. */
  private static double toBorder(double ux, double uy) {
    double horizontal = ux == 0 ? Double.POSITIVE_INFINITY : WIDTH / 2.0 / Math.abs(ux);
    double vertical = uy == 0 ? Double.POSITIVE_INFINITY : HEIGHT / 2.0 / Math.abs(uy);
    return Math.min(horizontal, vertical);
  }

  private static Polygon head(double x, double y, double ux, double uy) {
    double wide = HEAD / 2.0;
    Polygon head = new Polygon();
    head.addPoint(round(x), round(y));
    head.addPoint(round(x - ux * HEAD - uy * wide), round(y - uy * HEAD + ux * wide));
    head.addPoint(round(x - ux * HEAD + uy * wide), round(y - uy * HEAD - ux * wide));
    return head;
  }

  /** Writes beside the middle of an arrow, on the side to which (outX, outY) points. */
  private static void label(
      Graphics2D g, String label, double x, double y, double outX, double outY) {
    FontMetrics font = g.getFontMetrics();
    double half = font.stringWidth(label) / 2.0;
    double centreX = x + outX * (half + 6);
    double centreY = y + outY * (font.getHeight() / 2.0 + 3);
    g.drawString(
        label,
        round(centreX - half),
        round(centreY + (font.getAscent() - font.getDescent()) / 2.0));
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }
}
