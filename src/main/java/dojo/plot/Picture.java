package dojo.plot;

import dojo.words.Shown;
import dojo.words.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** A drawn chart that also says in words, made from its data, what is to be seen. */
public final class Picture implements Shown {
  private final BufferedImage image;
  private final Function<Locale, String> text;

  Picture(BufferedImage image, Function<Locale, String> text) {
    this.image = image;
    this.text = text;
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
    return text.apply(language);
  }

  /**
   * Returns the picture as a file.
   *
   * @return a whole PNG
   */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String html() {
    return html(Words.surroundings());
  }

  /**
   * Returns the picture as HTML, the PNG within it.
   *
   * @param language the language of its text alternative
   * @return an {@code img} element
   */
  public String html(Locale language) {
    return "<img alt=\""
        + Shown.escaped(text(language))
        + "\" width=\""
        + image.getWidth()
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png())
        + "\">";
  }

  @Override
  public String toString() {
    return text(Words.surroundings());
  }
}
