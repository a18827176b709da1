package dojo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip that has the same bytes wherever it is made: files in the order of their names, all of one
 * time, with permissions that do not depend on the system, and stored as they are, for how well a
 * file is packed depends on the library that packs it.
 *
 * @param file the zip
 * @param time what all files are dated with, to the day in UTC
 */
record EvenZip(Path file, Instant time) {
  private static final int PROGRAM = 0100755;
  private static final int FILE = 0100644;

  /** Packs a folder. In the zip its files lie in a folder of some name, or at the root. */
  void pack(Tree tree, String name) {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (String path : tree.files()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name.isEmpty() ? path : name + "/" + path);
        Path from = tree.folder().resolve(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setTime(noon());
        entry.setUnixMode(isProgram(from) ? PROGRAM : FILE);
        zip.putArchiveEntry(entry);
        Files.copy(from, zip);
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On Windows no file is marked as a program, so the first line tells. */
  private static boolean isProgram(Path from) throws IOException {
    try (var in = Files.newInputStream(from)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == '#' && start[1] == '!';
    }
  }

  /** A zip has the local time. Noon is a time that every day has, in every zone. */
  private long noon() {
    return time.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .atTime(LocalTime.NOON)
        .atZone(ZoneId.systemDefault())
        .toInstant()
        .toEpochMilli();
  }
}
