package dojo.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pixels as a PNG file with a palette, which is half as large as one with three bytes a pixel.
 *
 * <p>The JDK knows how to choose 256 colours for a picture, but does so only when it writes a GIF:
 * so that is made first.
 */
final class Png {
  /** Where all three parts of a colour are above this, it is an average of what was white. */
  private static final int NEARLY_WHITE = 0xFB;

  private Png() {}

  static byte[] of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(0); // of a PNG this says how long to take, not how true to be
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(withPalette(image), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage withPalette(BufferedImage image) throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(image, "gif", gif);
    BufferedImage few = ImageIO.read(new ByteArrayInputStream(gif.toByteArray()));
    if (!(few.getColorModel() instanceof IndexColorModel model)) {
      return image;
    }
    int[] palette = new int[model.getMapSize()];
    model.getRGBs(palette);
    for (int i = 0; i < palette.length; i++) {
      palette[i] = isNearlyWhite(palette[i]) ? -1 : palette[i];
    }
    IndexColorModel white =
        new IndexColorModel(
            model.getPixelSize(), palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    return new BufferedImage(white, few.getRaster(), false, null);
  }

  private static boolean isNearlyWhite(int rgb) {
    return (rgb >> 16 & 0xFF) > NEARLY_WHITE
        && (rgb >> 8 & 0xFF) > NEARLY_WHITE
        && (rgb & 0xFF) > NEARLY_WHITE;
  }
}
