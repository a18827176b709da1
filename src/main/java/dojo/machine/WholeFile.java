package dojo.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file that is written whole, or not at all: a crash leaves the old one or the new one. */
public final class WholeFile {
  /** As many links as Linux follows. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Writes a file, or replaces it in one step: a file that is replaced keeps its permissions, a new
   * one has those of any file that the user makes.
   *
   * @param file where to; where it is a symbolic link, the file that it leads to is written
   * @param bytes what it is to hold
   * @throws IOException if it cannot be written; the old one is still there
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = target(file.toAbsolutePath());
    // without the name of the file, which may be as long as the file system allows
    String unique = "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part";
    Path part = target.resolveSibling(unique);
    try {
      // not createTempFile, whose files are for their owner alone
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      keepPermissions(target, part);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Writes a text file in UTF-8, or replaces it in one step.
   *
   * @param file where to, as for bytes
   * @param text what it is to hold
   * @throws IOException if it cannot be written; the old one is still there
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path target(Path file) throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** Where there are no such permissions, as on Windows, a file has those of its folder. */
  private static void keepPermissions(Path old, Path replacement) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(replacement, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old));
    }
  }
}
