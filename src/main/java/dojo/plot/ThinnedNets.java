package dojo.plot;

import dojo.dropout.Mask;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nets of units, side by side, some of their units dropped: what is left of a net under a mask.
 *
 * <p>Layers go from left to right. A kept unit is a dark disc, a dropped one an empty ring with a
 * cross, which no connection reaches.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014), figure
 *     1</a>
 */
public final class ThinnedNets {
  private static final int WIDTH = 740;
  private static final int CAPTION = 24;
  private static final int STEP = 30;
  private static final int RADIUS = 8;
  private static final int MOST_UNITS = 20;

  private ThinnedNets() {}

  /**
   * A net, and the words below it.
   *
   * @param layers which units each layer keeps, from the inputs to the outputs: at least two masks
   *     of shape {@code [units]}, 1 to 20 units each
   * @param caption a few words
   */
  public record Net(List<Mask> layers, String caption) {
    /**
     * Copies the list and checks it.
     *
     * @param layers as the component says
     * @param caption as the component says
     * @throws IllegalArgumentException if there are fewer than two layers, or one is no vector of 1
     *     to 20 units
     */
    public Net {
      layers = List.copyOf(layers);
      if (layers.size() < 2) {
        throw new IllegalArgumentException(
            "a net has at least two layers, its inputs and its outputs, but had " + layers.size());
      }
      for (Mask layer : layers) {
        int[] shape = layer.toTensor().shape();
        if (shape.length != 1 || shape[0] < 1 || shape[0] > MOST_UNITS) {
          throw new IllegalArgumentException(
              "a layer is drawn from a mask of shape [units], 1 to "
                  + MOST_UNITS
                  + " of them, but one was "
                  + layer);
        }
      }
    }

    int units(int layer) {
      return layers.get(layer).toTensor().size();
    }

    boolean keeps(int layer, int unit) {
      return layers.get(layer).toTensor().get(unit) != 0;
    }

    /** How many connections there are between neighbouring layers. */
    int connections() {
      return IntStream.range(1, layers.size()).map(l -> units(l - 1) * units(l)).sum();
    }

    /** How many of them join two units that are kept. */
    int connectionsLeft() {
      return IntStream.range(1, layers.size())
          .map(l -> layers.get(l - 1).kept() * layers.get(l).kept())
          .sum();
    }
  }

  /**
   * Draws nets side by side.
   *
   * @param title what is shown
   * @param columns how many in a row, from 1 to 8
   * @param nets the nets, at least one
   * @return the picture
   * @throws IllegalArgumentException if there is none, or the columns are not from 1 to 8
   */
  public static Picture grid(String title, int columns, List<Net> nets) {
    if (nets.isEmpty() || columns < 1 || columns > 8) {
      throw new IllegalArgumentException(
          "a grid needs a net and 1 to 8 columns, but had " + nets.size() + " and " + columns);
    }
    List<Net> drawn = new ArrayList<>(nets);
    int most =
        drawn.stream()
            .flatMapToInt(net -> IntStream.range(0, net.layers().size()).map(net::units))
            .max()
            .orElse(1);
    int width = WIDTH / columns;
    int height = most * STEP + CAPTION + Canvas.MARGIN;
    int rows = (drawn.size() + columns - 1) / columns;
    return new Picture(
        Canvas.draw(
            title,
            Math.min(columns, drawn.size()) * width + 2 * Canvas.MARGIN,
            Canvas.TITLE + Canvas.MARGIN + rows * height,
            g -> {
              for (int i = 0; i < drawn.size(); i++) {
                int left = Canvas.MARGIN + i % columns * width;
                int top = Canvas.TITLE + Canvas.MARGIN + i / columns * height;
                new Tile(g, drawn.get(i), left, top, width, most * STEP).draw();
              }
            }),
        new NetsText(title, drawn));
  }

  /** One net in its part of the sheet. */
  private record Tile(Graphics2D g, Net net, int left, int top, int width, int height) {

    void draw() {
      for (int layer = 1; layer < net.layers().size(); layer++) {
        connect(layer);
      }
      for (int layer = 0; layer < net.layers().size(); layer++) {
        for (int unit = 0; unit < net.units(layer); unit++) {
          unit(x(layer), y(layer, unit), net.keeps(layer, unit));
        }
      }
      g.setColor(Color.BLACK);
      g.drawString(net.caption(), left + RADIUS, top + height + CAPTION - RADIUS);
    }

    private int x(int layer) {
      int step = (width - 6 * RADIUS) / (net.layers().size() - 1);
      return left + 2 * RADIUS + layer * step;
    }

    /** Layers are centred beside each other. */
    private int y(int layer, int unit) {
      return top + (height - net.units(layer) * STEP) / 2 + STEP / 2 + unit * STEP;
    }

    private void connect(int layer) {
      g.setColor(new Color(0x9A9A9A));
      g.setStroke(new BasicStroke(1));
      for (int from = 0; from < net.units(layer - 1); from++) {
        for (int to = 0; to < net.units(layer); to++) {
          if (net.keeps(layer - 1, from) && net.keeps(layer, to)) {
            g.drawLine(x(layer - 1), y(layer - 1, from), x(layer), y(layer, to));
          }
        }
      }
    }

    private void unit(int x, int y, boolean kept) {
      g.setStroke(new BasicStroke(1.2f));
      g.setColor(kept ? Palette.of(0) : Color.WHITE);
      g.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      g.setColor(kept ? Palette.of(0) : Palette.of(1));
      g.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      if (!kept) {
        int arm = RADIUS / 2;
        g.drawLine(x - arm, y - arm, x + arm, y + arm);
        g.drawLine(x - arm, y + arm, x + arm, y - arm);
      }
    }
  }
}
