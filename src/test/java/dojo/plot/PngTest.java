package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** Bands that cross each other and noisy squares: what has the most colours. */
  private static List<BufferedImage> pictures() {
    RandomKey key = RandomKey.of(2);
    LineChart chart = LineChart.of("Loss", "epoch", "loss");
    for (int line = 0; line < 4; line++) {
      double[] low = new double[60];
      double[] high = new double[60];
      for (int i = 0; i < 60; i++) {
        low[i] = 30.0 / (i + 10 + line) + 0.05 * key.split(line).uniform(i);
        high[i] = low[i] + 0.2 + 0.05 * key.split(line).uniform(60 + i);
      }
      chart = chart.band("line " + line, Numbers.from1(60), List.of(low, high));
    }
    Tensor noise = Tensor.uniform(key, 20, 20);
    return List.of(
        chart.image(),
        Pictures.grid("Noise", 1, List.of(new Pictures.Tile(noise, "noise"))).image());
  }

  @Test
  void a_picture_keeps_its_looks() throws IOException {
    for (BufferedImage image : pictures()) {
      int[] drawn = pixels(image);
      int[] shown = pixels(ImageIO.read(new ByteArrayInputStream(Png.of(image))));
      int otherShade = 0;
      for (int i = 0; i < drawn.length; i++) {
        int off = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          off = Math.max(off, Math.abs((drawn[i] >> shift & 0xFF) - (shown[i] >> shift & 0xFF)));
        }
        assertTrue(off <= 32, "a pixel is off by " + off + " of 255");
        otherShade += off > 8 ? 1 : 0;
      }
      assertTrue(otherShade <= drawn.length / 50, otherShade + " of " + drawn.length);
      assertEquals(0xFFFFFFFF, shown[0], "the sheet stays white");
    }
  }

  @Test
  void a_picture_takes_at_most_two_thirds_of_the_bytes() throws IOException {
    BufferedImage image = pictures().get(0);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "png", plain);
    int bytes = Png.of(image).length;
    assertTrue(3 * bytes <= 2 * plain.size(), bytes + " bytes instead of " + plain.size());
  }
}
