package dojo.grade;

import dojo.practice.Source;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A process that compiles; no source has come to it before it has said that it is ready. */
final class CompilerProcess implements AutoCloseable {
  private final WatchedProcess process;
  private final DataInputStream in;

  /** What came of sources. */
  sealed interface Outcome {

    /** The compiler has answered. */
    record Answered(CompilerMessages.Compiled compiled) implements Outcome {}

    /** The compiler worked for longer than it may. */
    record TookTooLong() implements Outcome {}

    /** The compiler ended at these sources. */
    record Broke(int exit) implements Outcome {}

    /** There is no compiler: no source was looked at. */
    record NotStarted(String why) implements Outcome {}
  }

  /** The process is not there, whatever a student has written. */
  static final class StartException extends IOException {
    private static final long serialVersionUID = 1;

    StartException(String why) {
      super(why);
    }
  }

  private CompilerProcess(WatchedProcess process) {
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.output()));
  }

  /**
   * Starts it.
   *
   * @throws StartException if it does not get ready
   */
  static CompilerProcess start(ProcessBuilder command) throws StartException {
    try {
      CompilerProcess started =
          new CompilerProcess(new WatchedProcess(command, Limits.OF_STARTING));
      started.awaitReady();
      return started;
    } catch (UncheckedIOException e) {
      throw new StartException(String.valueOf(e.getCause()));
    }
  }

  private void awaitReady() throws StartException {
    process.theirTurn();
    try {
      CompilerMessages.readReady(in);
      process.ourTurn();
      process.limit(Limits.OF_COMPILING);
    } catch (IOException e) {
      int exit = process.end();
      process.close();
      throw new StartException("exit " + exit);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Outcome compile(List<Source> sources) {
    process.nextKata();
    process.theirTurn();
    try {
      OutputStream input = process.input();
      input.write(CompilerMessages.sources(sources));
      input.flush();
      Outcome outcome = new Outcome.Answered(CompilerMessages.readAnswer(in));
      process.ourTurn();
      return outcome;
    } catch (IOException e) {
      int exit = process.end();
      return process.tookTooLong() ? new Outcome.TookTooLong() : new Outcome.Broke(exit);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
