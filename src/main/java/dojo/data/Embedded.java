package dojo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The data files in the kit's own jar, compressed there. */
final class Embedded {
  private Embedded() {}

  /** Returns the uncompressed bytes of a file such as {@code "yacht/yacht.txt.gz"}. */
  static byte[] bytes(String name) {
    try (InputStream file = Embedded.class.getResourceAsStream("/dojo/data/" + name)) {
      if (file == null) {
        throw new IllegalStateException(
            "the data set "
                + name
                + " is missing from the kit's jar: build it again (mvn package)");
      }
      return new GZIPInputStream(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the data set " + name + " in the kit's jar is damaged: build it again (mvn package)", e);
    }
  }

  /** Returns the lines of such a file, without the blank ones. */
  static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }
}
