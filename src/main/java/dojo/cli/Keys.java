package dojo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * What the reader types: single keys where there is a terminal, otherwise the first letter of each
 * line.
 */
final class Keys implements AutoCloseable {
  private static final int ESCAPE = 27;
  private static final int END_OF_INPUT = 4; // Ctrl-D

  /** How long a key may be on its way, in milliseconds, before an editor may have the keyboard. */
  private static final long LOOK = 100;

  /** How soon the rest of a key follows, in milliseconds. */
  private static final long SOON = 20;

  private final Optional<org.jline.terminal.Terminal> terminal;
  private final IntConsumer pressed;
  private final Runnable resized;
  private final Attributes before;

  /** Fair: whoever reads key after key would otherwise take it again before anyone else wakes. */
  private final Lock keyboard = new ReentrantLock(true);

  private Keys(
      Optional<org.jline.terminal.Terminal> terminal, IntConsumer pressed, Runnable resized) {
    this.terminal = terminal;
    this.pressed = pressed;
    this.resized = resized;
    this.before = terminal.map(org.jline.terminal.Terminal::getAttributes).orElse(new Attributes());
  }

  /**
   * Begins to listen.
   *
   * @param pressed told each letter
   * @param resized told when the terminal has another size, or was left and entered again
   */
  static Keys listen(IntConsumer pressed, Runnable resized) {
    Keys keys = new Keys(open(), pressed, resized);
    keys.terminal.ifPresent(keys::enter);
    Thread thread = new Thread(keys::read, "keys");
    thread.setDaemon(true);
    thread.start();
    return keys;
  }

  private static Optional<org.jline.terminal.Terminal> open() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    try {
      org.jline.terminal.Terminal found =
          TerminalBuilder.builder().system(true).dumb(false).exec(!windows).jni(windows).build();
      if (found.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB)) {
        found.close();
        return Optional.empty();
      }
      return Optional.of(found);
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private void enter(org.jline.terminal.Terminal found) {
    found.enterRawMode();
    // JLine has put the system's handler in the place of Java's, which would leave processes behind
    found.handle(Signal.INT, signal -> interrupt());
    found.handle(Signal.WINCH, signal -> resized.run());
    found.handle(
        Signal.CONT,
        signal -> {
          found.enterRawMode(); // the shell has had its own
          resized.run();
        });
  }

  /** Returns whether single keys are heard. */
  boolean areSingle() {
    return terminal.isPresent();
  }

  /** Returns how wide the terminal is now, if there is one. */
  Optional<Integer> width() {
    return terminal.map(org.jline.terminal.Terminal::getWidth).filter(width -> width > 0);
  }

  private void read() {
    try {
      if (terminal.isPresent()) {
        readKeys(terminal.get().reader());
      } else {
        readLines();
      }
    } catch (IOException e) {
      return; // the terminal is gone: saves are still heard
    }
  }

  private void readKeys(NonBlockingReader reader) throws IOException {
    while (true) {
      int key;
      keyboard.lock();
      try {
        key = reader.read(LOOK);
        if (key == ESCAPE) {
          skipSequence(reader);
        }
      } finally {
        keyboard.unlock();
      }
      if (key == NonBlockingReader.EOF || key == END_OF_INPUT) {
        pressed.accept(dojo.practice.Key.QUIT.letter());
        return;
      }
      if (key >= 0) {
        pressed.accept(key);
      }
    }
  }

  /** Passes over the rest of what an arrow and the like send: letters that nobody has typed. */
  private static void skipSequence(NonBlockingReader reader) throws IOException {
    int next = reader.read(SOON);
    if (next == '[' || next == 'O') {
      do {
        next = reader.read(SOON);
      } while (next >= 0 && (next < '@' || next > '~')); // which ends a sequence
    }
  }

  private void readLines() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      pressed.accept(line.isBlank() ? '\n' : line.strip().codePointAt(0));
    }
  }

  /** Something that needs the keyboard and the screen for itself. */
  interface Foreground {
    void run() throws IOException, InterruptedException;
  }

  /** Leaves keyboard and screen to something else for a while. */
  void lend(Foreground other) throws IOException, InterruptedException {
    keyboard.lock();
    try {
      terminal.ifPresent(own -> own.setAttributes(before));
      terminal.filter(org.jline.terminal.Terminal::canPauseResume).ifPresent(own -> own.pause());
      other.run();
    } finally {
      terminal.filter(org.jline.terminal.Terminal::canPauseResume).ifPresent(own -> own.resume());
      terminal.ifPresent(own -> own.enterRawMode());
      keyboard.unlock();
    }
  }

  private void interrupt() {
    close();
    System.exit(Errors.INTERRUPTED);
  }

  /** Leaves the terminal as it was, and hears nothing more. */
  @Override
  public void close() {
    keyboard.lock(); // for ever: who reads a key changes how the terminal works
    try {
      if (terminal.isPresent()) {
        terminal.get().setAttributes(before);
        terminal.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException closed) {
      return; // by Ctrl-C
    }
  }
}
