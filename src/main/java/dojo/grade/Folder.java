package dojo.grade;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder on this machine. Links are not followed: they may lead to what is not the student's.
 *
 * @param root the folder
 * @param budget what may be read of it
 */
record Folder(Path root, Budget budget) {

  void read(Pile pile) throws IOException {
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
              throws IOException {
            budget.entry();
            return !folder.equals(root) && Junk.isFolder(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (!file.equals(root) && Junk.isFolder(String.valueOf(file.getFileName()))) {
              return FileVisitResult.CONTINUE;
            }
            throw new UnreadableException(path(file), e);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            budget.entry();
            String path = path(file);
            if (is.isRegularFile()) {
              pile.file(path, is.size(), most -> content(file, path, most));
            } else {
              pile.odd(path, is.isSymbolicLink() ? "is-a-link" : "is-no-file");
            }
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(root, visitor);
  }

  private String path(Path file) {
    return file.equals(root)
        ? String.valueOf(root.getFileName())
        : root.relativize(file).toString().replace('\\', '/');
  }

  /**
   * Reads a file.
   *
   * @param path how the file is named, should it be odd or unreadable
   */
  static byte[] content(Path file, String path, int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new OddException("too-large", most >> 10);
      }
      return bytes;
    } catch (FileSystemException e) {
      throw new UnreadableException(path, e);
    }
  }
}
