package dojo.plot;

import java.util.Locale;

/** What a picture holds besides its pixels: the same, for whoever reads, hears or computes. */
interface Content {

  /** Says what is to be seen; titles and names stay as they were given. */
  String text(Locale language);

  /**
   * Returns the numbers by which the figures of a notebook are held, without words of the kit, so
   * that the text can be worded anew or translated: a line for the title, one for the axes, one for
   * each curve or tile.
   */
  String figures();

  /** Returns the numbers that are drawn, all of them; headings are in a language. */
  PlotData data(Locale language);
}
