package dojo.expect;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The program of the process in which a student's classes run while they are graded: it answers
 * calls, and knows neither tests nor verdicts.
 *
 * <p>Whatever the classes do to this process, they do to their own answers.
 */
public final class Worker {
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Printout printed;

  private Worker(InputStream in, FileOutputStream out, Printout printed) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
    this.printed = printed;
  }

  /**
   * Answers calls until none will come.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    endWithParent();
    Printout printed = new Printout();
    Worker worker =
        new Worker(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            printed);
    PrintStream shown = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setIn(InputStream.nullInputStream());
    System.setOut(shown);
    System.setErr(shown);
    try {
      worker.work();
    } catch (IOException | WireException e) {
      shown.println(e); // nobody listens any more
    } finally {
      Runtime.getRuntime().halt(0); // whatever threads the student's classes have left behind
    }
  }

  /**
   * If the judge is killed, nobody is left to end a class that works without end. (Where this
   * process sees no parent, the cage around it has a limit of its own.)
   */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            judge -> {
              Thread watch = new Thread(() -> endAfter(judge), "watch the judge");
              watch.setDaemon(true);
              watch.start();
            });
  }

  private static void endAfter(ProcessHandle judge) {
    judge.onExit().join();
    Runtime.getRuntime().halt(0);
  }

  /** Each test has handles and arrays of its own; the classes are those of its kata. */
  private void work() throws IOException {
    Opening opening = Opening.NONE;
    Talk talk = talk(opening);
    while (true) {
      Frame frame = Frame.read(in);
      switch (frame.kind()) {
        case OPEN -> {
          opening = Opening.of(frame.bytes(), opening);
          talk = talk(opening);
        }
        case CALL -> serve(talk, frame);
        case PRINTED -> new Frame(Frame.Kind.PRINTED, printed.take()).write(out);
        default -> throw new WireException("no call: " + frame.kind());
      }
    }
  }

  /** The two sides know each other, so one is made of the other. */
  private Talk talk(Opening opening) {
    Talk[] talk = new Talk[1];
    Seam test = call -> talk[0].call(call);
    StudentSide side = new StudentSide(opening.className(), opening.loader(), test);
    talk[0] = Talk.ofStudent(in, out, side);
    return talk[0];
  }

  /** An array with null in it, or of too many elements, cannot be sent: the test must not wait. */
  private void serve(Talk talk, Frame frame) throws IOException {
    try {
      talk.serve(frame);
    } catch (WireException e) {
      new Frame(Frame.Kind.UNSENDABLE, new byte[0]).write(out);
    }
  }
}
