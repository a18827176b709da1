package dojo.plot;

import dojo.words.Shown;
import dojo.words.Words;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Locale;

/** A drawn chart that also says in words, made from its data, what is to be seen. */
public final class Picture implements Shown {
  private final BufferedImage image;
  private final Content content;

  Picture(BufferedImage image, Content content) {
    this.image = image;
    this.content = content;
  }

  /**
   * Returns what was drawn.
   *
   * @return the pixels
   */
  public BufferedImage image() {
    return image;
  }

  /**
   * Returns what is to be seen, for whoever cannot see it.
   *
   * @param language the language to speak; titles and names stay as they were given
   * @return the title, the axes, and a line for each curve or tile
   */
  public String text(Locale language) {
    return content.text(language);
  }

  /**
   * Returns the picture as a file.
   *
   * @return a whole PNG
   */
  public byte[] png() {
    return Png.of(image);
  }

  @Override
  public String html() {
    return html(Words.surroundings());
  }

  /**
   * Returns the picture as HTML, the PNG within it, and below it a line with its data as CSV, the
   * keys that they were computed from, where they are known, and the fingerprint of the data.
   *
   * @param language the language of its text alternative and of that line
   * @return a {@code figure} element
   */
  public String html(Locale language) {
    return "<figure class=\"dojo-picture\" style=\"margin:0\"><img alt=\""
        + Shown.escaped(text(language))
        + "\" data-figures=\""
        + Shown.escaped(content.figures())
        + "\" width=\""
        + image.getWidth()
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png())
        + "\">"
        + Caption.html(content.data(language), language)
        + "</figure>";
  }

  @Override
  public String toString() {
    return text(Words.surroundings());
  }
}
