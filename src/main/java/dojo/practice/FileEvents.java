package dojo.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the system tells of changes in a folder and in those within it. It may tell nothing: on a
 * network drive, in some containers, or if too many programs ask.
 */
final class FileEvents implements AutoCloseable {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path root;
  private final Optional<WatchService> service;

  private FileEvents(Path root, Optional<WatchService> service) {
    this.root = root;
    this.service = service;
  }

  /** Asks to be told. */
  static FileEvents in(Path root) {
    try {
      FileEvents events = new FileEvents(root, Optional.of(open()));
      events.register();
      return events;
    } catch (IOException | UnsupportedOperationException e) {
      return none(root);
    }
  }

  private static WatchService open() throws IOException {
    return FileSystems.getDefault().newWatchService();
  }

  /** Asks for nothing. */
  static FileEvents none(Path root) {
    return new FileEvents(root, Optional.empty());
  }

  /** Returns whether something is told at all, as far as is known. */
  boolean areTold() {
    return service.isPresent();
  }

  /** Asks for the folders that are there now: one that was replaced is another. */
  private void register() throws IOException {
    if (service.isEmpty()) {
      return;
    }
    root.register(service.get(), KINDS);
    for (Path folder : folders()) {
      folder.register(service.get(), KINDS);
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(Files::isDirectory).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Waits until something changes.
   *
   * @return whether something did; what, is for the eyes to find
   * @throws InterruptedException if this thread is interrupted
   */
  boolean await(Duration time) throws InterruptedException {
    if (service.isEmpty()) {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      return false;
    }
    try {
      WatchKey key = service.get().poll(time.toNanos(), TimeUnit.NANOSECONDS);
      boolean heard = key != null;
      for (; key != null; key = service.get().poll()) {
        key.pollEvents();
        key.reset();
      }
      if (heard) {
        register();
      }
      return heard;
    } catch (ClosedWatchServiceException | IOException e) {
      return true; // the folder is being replaced, or this is closed
    }
  }

  @Override
  public void close() {
    try {
      if (service.isPresent()) {
        service.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
