package dojo.grade;

import dojo.words.Sentence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All Java sources of one submission, through every folder and archive. */
final class Finds {
  private static final int MOST_REMARKS = 50;
  private static final int MOST_KEPT = 10_000;
  private static final int LONG_NAME = 200;

  /** Longer than any path that a system can unpack; an archive can hold 64 kB. */
  private static final int LONGEST_PATH = 4_096;

  private final Budget budget;
  private final List<Found> found = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  Finds(Caps caps) {
    budget = new Budget(caps);
  }

  /**
   * Looks through a part of a submission.
   *
   * @throws UnreadableException if this machine does not let this program read it
   */
  void look(Path part, String name) throws IOException {
    Inside inside = new Inside("", 0);
    try {
      if (Files.isDirectory(part)) {
        new Folder(part, budget).read(inside);
      } else if (isJava(name)) {
        inside.file(name, Files.size(part), most -> Folder.content(part, name, most));
      } else {
        try (FileChannel bytes = FileChannel.open(part)) {
          Archive.read(name, Block.of(bytes), budget, inside);
        }
      }
    } catch (OddException e) {
      remark(name, e.what());
    } catch (FileSystemException e) {
      throw new UnreadableException(name, e);
    }
  }

  /** Whether a file is a Java source, as its name says; some mailers add an ending. */
  static boolean isJava(String path) {
    return path.toLowerCase(Locale.ROOT).matches("(?s).*\\.java(?:\\.txt)?");
  }

  /** Remarks on a file. */
  void remark(String path, Sentence what) {
    if (remarks.size() < MOST_KEPT) {
      remarks.add(new Remark(oneLine(path), what));
    }
  }

  /** A name may hold what moves the cursor, or ends the line. */
  private static String oneLine(String path) {
    String line = path.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return line.length() > LONG_NAME ? "…" + line.substring(line.length() - LONG_NAME) : line;
  }

  /** Returns the sources, by path, whatever the order in which a file system lists them. */
  List<Found> found() {
    return found.stream().sorted(Comparator.comparing(Found::path)).toList();
  }

  /**
   * Returns the remarks, by path; of so many that nobody reads them, the first are enough. Which
   * ones these are does not depend on the order in which a file system lists files either: the seed
   * of the tests is made of them, too.
   */
  List<Remark> remarks() {
    return remarks.stream().sorted(Comparator.comparing(Remark::file)).limit(MOST_REMARKS).toList();
  }

  /** What lies in a folder or in an archive. */
  private final class Inside implements Pile {
    private final String before;
    private final int depth;

    /**
     * Begins with an empty one.
     *
     * @param before the path that leads to it
     * @param depth how many archives it lies in
     */
    Inside(String before, int depth) {
      this.before = before;
      this.depth = depth;
    }

    @Override
    public void file(String name, long size, Content content) throws IOException {
      String path = path(name);
      boolean java = isJava(path);
      if (Junk.isPath(path) || !(java || Archive.isNamed(path))) {
        return;
      }
      try {
        if (path.length() > LONGEST_PATH) {
          throw new OddException("path-too-long", LONGEST_PATH);
        }
        requireInside(path);
        Caps caps = budget.caps();
        int most = java ? caps.source() : caps.archive();
        if (size > most) {
          throw new OddException("too-large", most >> 10);
        }
        if (java) {
          budget.source();
          keep(new Found(path, content.bytes(most)));
        } else if (depth + 1 >= caps.depth()) {
          throw new OddException("too-deep", caps.depth());
        } else {
          byte[] bytes = content.bytes(most);
          Archive.read(path, Block.of(bytes), budget, new Inside(path + "/", depth + 1));
        }
      } catch (OddException e) {
        remark(path, e.what());
      }
    }

    private void keep(Found source) throws OddException {
      if (!source.isKit()) {
        budget.kept(source.bytes().length);
        found.add(source);
      }
    }

    @Override
    public void odd(String name, String key) {
      String path = path(name);
      boolean matters =
          isJava(path) || Archive.isNamed(path) || KataFolder.on(path + "/").isPresent();
      if (matters && !Junk.isPath(path)) {
        remark(path, Sentence.of(Finds.class, key));
      }
    }

    private String path(String name) {
      String path = name.replace('\\', '/').replaceAll("/{2,}", "/");
      while (path.startsWith("./")) {
        path = path.substring(2);
      }
      return before + path;
    }

    /** A name that leads out of its archive is one that nobody's archiver writes. */
    private static void requireInside(String path) throws OddException {
      if (path.startsWith("/")
          || ("/" + path).contains("/../")
          || path.matches("[A-Za-z]:(?s:.*)")) {
        throw new OddException("leads-out");
      }
    }
  }
}
