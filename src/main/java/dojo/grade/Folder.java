package dojo.grade;

import java.io.IOException;
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
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            budget.entry();
            String path = root.relativize(file).toString().replace('\\', '/');
            if (is.isRegularFile()) {
              pile.file(path, is.size(), most -> content(file, most));
            } else {
              pile.odd(path, is.isSymbolicLink() ? "is-a-link" : "is-no-file");
            }
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(root, visitor);
  }

  static byte[] content(Path file, int most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new OddException("too-large", most >> 10);
      }
      return bytes;
    }
  }
}
