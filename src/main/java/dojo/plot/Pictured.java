package dojo.plot;

import dojo.words.Shown;
import dojo.words.Words;
import java.awt.image.BufferedImage;

/** What can be drawn as one picture, and can say in words what is to be seen there. */
abstract class Pictured implements Shown {

  /**
   * Draws this.
   *
   * @return the pixels
   * @throws IllegalStateException if there is nothing to draw yet
   * @throws IllegalArgumentException if a value has no place in it
   */
  public abstract BufferedImage image();

  /** Returns what this holds besides its pixels. */
  abstract Content content();

  /**
   * Draws this, with its text alternative.
   *
   * @return the picture
   * @throws IllegalStateException if there is nothing to draw yet
   * @throws IllegalArgumentException if a value has no place in it
   */
  public final Picture picture() {
    return new Picture(image(), content());
  }

  @Override
  public final String html() {
    return picture().html();
  }

  /** Says in words what is drawn, as a notebook without pictures shows it. */
  @Override
  public final String toString() {
    return content().text(Words.surroundings());
  }
}
