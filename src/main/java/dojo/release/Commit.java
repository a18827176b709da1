package dojo.release;

import dojo.machine.ChildProcess;
import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What was committed last. An edition is made of it alone, so nothing that lies about in a folder
 * gets into one, and the same commit gives the same edition.
 *
 * @param home the project
 * @param id the commit, in 40 hexadecimal digits
 * @param time when it was made
 */
public record Commit(Path home, String id, Instant time) {
  /** The folders of which a file that git does not know belongs to the project all the same. */
  private static final Pattern OWN = Pattern.compile("(exercises|notebooks|solutions|src)/.*");

  private static final int EXECUTABLE = 0100;

  /**
   * A file as it was committed.
   *
   * @param bytes what it holds
   * @param executable whether it is a program
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Content(byte[] bytes, boolean executable) {}

  /**
   * Looks at the last commit of a project.
   *
   * @param home the project's folder
   * @param own whether a file, given by its path in the project, may differ from the commit since
   *     no edition holds it as it lies there
   * @return the commit
   * @throws MissingException if there is none, or something in the folder is not committed
   */
  public static Commit last(Path home, Predicate<String> own) {
    String[] said = git(home, "log", "-1", "--format=%H %ct").split(" ", -1);
    List<String> changed =
        git(home, "-c", "core.quotePath=false", "status", "--porcelain", "-uall", "--no-renames")
            .lines()
            .filter(line -> line.length() > 2)
            .filter(line -> !line.strip().startsWith("??") || OWN.matcher(path(line)).matches())
            .map(Commit::path)
            .filter(own.negate())
            .toList();
    if (!changed.isEmpty()) {
      throw new MissingException(
          sentence("not-committed", changed.size(), changed.get(0)), sentence("commit-first"));
    }
    return new Commit(home, said[0], Instant.ofEpochSecond(Long.parseLong(said[1])));
  }

  /** The path in a line of git's, after two letters; the first line may have lost its first. */
  private static String path(String line) {
    return line.strip().replaceFirst("^\\S+\\s+", "").replace("\"", "");
  }

  /** Runs git; it must succeed. */
  private static String git(Path home, String... words) {
    try {
      ChildProcess.Output said = ChildProcess.run(command(home, words));
      if (said.exit() == 0) {
        return said.text();
      }
      throw new MissingException(sentence("no-commit", home), sentence("release-from-git"));
    } catch (UncheckedIOException notThere) {
      throw new MissingException(sentence("git-is-missing"), sentence("install-git"), notThere);
    }
  }

  private static ProcessBuilder command(Path home, String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Reads the files.
   *
   * @return by their paths in the project, in order
   */
  Map<String, Content> files() {
    Map<String, Content> files = new TreeMap<>();
    // in the project's folder, which need not be all of a repository
    try (ChildProcess archive = ChildProcess.start(command(home, "archive", "--format=tar", id));
        TarArchiveInputStream tar = new TarArchiveInputStream(archive.output())) {
      for (TarArchiveEntry at = tar.getNextEntry(); at != null; at = tar.getNextEntry()) {
        if (at.isFile()) {
          boolean executable = (at.getMode() & EXECUTABLE) != 0;
          files.put(at.getName(), new Content(tar.readAllBytes(), executable));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence sentence(String key, Object... values) {
    return Sentence.of(Commit.class, key, values);
  }
}
