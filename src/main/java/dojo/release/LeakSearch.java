package dojo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for lines of solutions in every file, whatever its kind, and in every file of an archive.
 *
 * <p>A gigabyte of libraries is read for an edition without network, so each byte is looked at
 * once: the last eight that are compared are a number, and few numbers are the end of a line.
 */
final class LeakSearch {
  private static final int END = 8;
  private static final int FILTER_BITS = 16;
  private static final Pattern MARKUP = Pattern.compile(".*[.](html?|ipynb|md|svg|xhtml|xml)");
  private static final long SPREAD = 0x9E3779B97F4A7C15L; // an odd number without pattern

  private final SolutionLines lines;
  private final Map<Long, List<byte[]>> byEnd = new HashMap<>();
  private final BitSet filter = new BitSet(1 << FILTER_BITS);

  LeakSearch(SolutionLines lines) {
    this.lines = lines;
    for (String line : lines.hidden().keySet()) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      long end = 0;
      for (int i = bytes.length - END; i < bytes.length; i++) {
        end = (end << Byte.SIZE) | (bytes[i] & 0xFF);
      }
      byEnd.computeIfAbsent(end, key -> new ArrayList<>()).add(bytes);
      filter.set(hash(end));
    }
  }

  private static int hash(long end) {
    return (int) ((end * SPREAD) >>> (Long.SIZE - FILTER_BITS));
  }

  /**
   * Looks through a folder.
   *
   * @return the first find, in the order of the names
   */
  Optional<Leak> in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .sorted()
          .flatMap(file -> in(name(folder, file), read(file)).stream())
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks through a file, and what lies in it if it is an archive. */
  Optional<Leak> in(String name, byte[] bytes) {
    return Stream.concat(
            Unpacked.of(bytes).stream()
                .flatMap(entry -> in(name + "!/" + entry.name(), entry.bytes()).stream()),
            Stream.of(bytes, asShown(name, bytes)).flatMap(text -> inText(name, text).stream()))
        .findFirst();
  }

  /**
   * The text of a web page, in which marks stand between the words of a line; the output of a
   * notebook may be one.
   */
  private static byte[] asShown(String name, byte[] bytes) {
    if (!MARKUP.matcher(name).matches()) {
      return new byte[0];
    }
    String page = new String(bytes, StandardCharsets.UTF_8);
    return page.replaceAll("<[^>\n]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Optional<Leak> inText(String name, byte[] text) {
    byte[] compared = new byte[text.length];
    int length = 0;
    int line = 1;
    long end = 0;
    for (byte each : text) {
      line += each == '\n' ? 1 : 0;
      int letter = Letters.compared(each);
      if (letter == Letters.NONE) {
        continue;
      }
      compared[length++] = (byte) letter;
      end = (end << Byte.SIZE) | letter;
      if (filter.get(hash(end))) {
        Optional<String> found = endingAt(compared, length, end);
        if (found.isPresent()) {
          return Optional.of(new Leak(name, line, found.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> endingAt(byte[] compared, int length, long end) {
    return byEnd.getOrDefault(end, List.of()).stream()
        .filter(bytes -> endsWith(compared, length, bytes))
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .map(key -> lines.hidden().getOrDefault(key, ""))
        .findFirst();
  }

  private static boolean endsWith(byte[] compared, int length, byte[] bytes) {
    for (int i = 1; i <= bytes.length; i++) {
      if (i > length || compared[length - i] != bytes[bytes.length - i]) {
        return false;
      }
    }
    return true;
  }
}
