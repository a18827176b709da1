package dojo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip that has the same bytes wherever it is made: files in the order of their names, all of one
 * time, with permissions that do not depend on the system, and stored as they are, for how well a
 * file is packed depends on the library that packs it. Folders are in it, too, so that they get
 * this time when they are unpacked: a folder that is newer than the built kit has it built anew.
 *
 * @param file the zip
 * @param time what all files are dated with, to the day in UTC
 */
record EvenZip(Path file, Instant time) {
  private static final int FOLDER = 040755;
  private static final int PROGRAM = 0100755;
  private static final int FILE = 0100644;

  /**
   * Packs a folder. In the zip its files lie in a folder of some name, or at the root. Where it
   * cannot be written whole, there is none.
   */
  void pack(Tree tree, String name) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      pack(tree, name, part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(part);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // its name says that it is a part
    }
  }

  private void pack(Tree tree, String name, Path part) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(part)) {
      for (String path : entries(tree, name)) {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        Path from = tree.folder().resolve(path.substring(name.isEmpty() ? 0 : name.length() + 1));
        entry.setMethod(ZipEntry.STORED);
        entry.setTime(noon());
        entry.setUnixMode(path.endsWith("/") ? FOLDER : isProgram(from) ? PROGRAM : FILE);
        zip.putArchiveEntry(entry);
        if (!path.endsWith("/")) {
          Files.copy(from, zip);
        }
        zip.closeArchiveEntry();
      }
    }
  }

  /** The files and the folders that they lie in; a folder ends with a slash. */
  private static SortedSet<String> entries(Tree tree, String name) {
    SortedSet<String> entries = new TreeSet<>();
    for (String file : tree.files()) {
      String path = name.isEmpty() ? file : name + "/" + file;
      entries.add(path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        entries.add(path.substring(0, slash + 1));
      }
    }
    return entries;
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
