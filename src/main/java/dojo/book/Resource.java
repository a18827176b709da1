package dojo.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of this room in the kit's jar. */
final class Resource {
  private Resource() {}

  /** Reads a file that is there. */
  static String read(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the jar lacks dojo/book/" + name));
  }

  /** Reads a file that may be there. */
  static Optional<String> find(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
