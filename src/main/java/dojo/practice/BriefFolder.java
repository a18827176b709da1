package dojo.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for a while, gone when it is closed or this program ends. */
public final class BriefFolder implements AutoCloseable {
  private final Path folder;
  private final Thread hook;

  /**
   * Makes the folder.
   *
   * @throws UncheckedIOException if there is no place for it
   */
  public BriefFolder() {
    try {
      folder = Files.createTempDirectory("dojo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hook = new Thread(this::delete, "delete " + folder);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException tooLate) {
      delete();
    }
  }

  /**
   * Returns the folder.
   *
   * @return the folder, which is there until this is closed
   */
  public Path folder() {
    return folder;
  }

  /** As far as possible: a process that the student's class left behind may still write there. */
  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      folder.toFile().deleteOnExit(); // the hook runs, or has run
    }
  }
}
