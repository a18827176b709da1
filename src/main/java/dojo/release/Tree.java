package dojo.release;

import dojo.machine.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that is handed out.
 *
 * @param folder where it lies
 */
record Tree(Path folder) {

  /** Writes files, by their paths in this folder. */
  void write(Map<String, Commit.Content> files) {
    files.forEach(
        (path, content) -> {
          try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolve("..").normalize());
            WholeFile.write(file, content.bytes());
            permit(file, content.executable());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Where there are no such permissions, as on Windows, a name tells what is a program. */
  private static void permit(Path file, boolean executable) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** Lists the files, by their paths in this folder, in order. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives all files one time: what is built is then not older than what it was built from, and the
   * next copy of the same commit is the same.
   */
  void date(Instant time) {
    each(file -> Files.setLastModifiedTime(file, FileTime.from(time)));
  }

  /** Copies this folder to another place. */
  void copyTo(Path place) {
    for (String path : files()) {
      try {
        Path copy = place.resolve(path);
        Files.createDirectories(copy.resolve("..").normalize());
        Files.copy(folder.resolve(path), copy, StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Deletes the folders that hold nothing. */
  void deleteEmptyFolders() {
    each(
        file -> {
          if (Files.isDirectory(file) && isEmpty(file)) {
            Files.delete(file);
          }
        });
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Deletes this folder with all that it holds. */
  void delete() {
    if (Files.exists(folder)) {
      each(Files::delete);
    }
  }

  /** What is done to a file or folder. */
  private interface Deed {
    void to(Path file) throws IOException;
  }

  /** Files before the folder that holds them. */
  private void each(Deed deed) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        deed.to(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
