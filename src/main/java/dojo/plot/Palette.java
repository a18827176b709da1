package dojo.plot;

import java.awt.Color;

/**
 * Eight colours that people with every kind of colour vision can tell apart.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito (2008), Color universal design</a>
 */
final class Palette {
  private static final Color[] COLOURS = {
    new Color(0x0072B2), // blue
    new Color(0xD55E00), // vermilion
    new Color(0x009E73), // green
    new Color(0xCC79A7), // purple
    new Color(0xE69F00), // orange
    new Color(0x56B4E9), // sky
    new Color(0x000000), // black
    new Color(0xA89F00), // olive: the yellow of the original is too light for lines on white
  };

  /** For what must not be taken for a curve. */
  static final Color NEUTRAL = new Color(0x666666);

  private Palette() {}

  static Color of(int index) {
    return COLOURS[index % COLOURS.length];
  }

  /** The same colour, light enough to lie behind lines. */
  static Color veil(int index) {
    Color c = of(index);
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), 45);
  }
}
