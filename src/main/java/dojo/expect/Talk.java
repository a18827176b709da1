package dojo.expect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One end of a {@link Seam} between two processes, for one test: it sends calls, and while it waits
 * for the answer it serves those of the other end.
 */
final class Talk implements Seam {
  /** So deep may calls of the test and of the student's class lie in each other. */
  private static final int DEEPEST = 50;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Wire wire;
  private final Seam own;

  /** Of several threads of a student's class, one talks at a time. */
  private final Lock lock = new ReentrantLock();

  private final boolean isTest;

  /** What takes part in calls that have not ended yet, for each call. */
  private final Deque<List<Object>> active = new ConcurrentLinkedDeque<>();

  private Talk(boolean isTest, DataInputStream in, DataOutputStream out, Seam own) {
    this.isTest = isTest;
    this.in = in;
    this.out = out;
    this.wire = isTest ? Wire.ofTest() : Wire.ofStudent();
    this.own = own;
  }

  /** The end beside the test; its own functions answer calls. */
  static Talk ofTest(DataInputStream in, DataOutputStream out, Seam own) {
    return new Talk(true, in, out, own);
  }

  /** The end beside the student's class, which answers calls. */
  static Talk ofStudent(DataInputStream in, DataOutputStream out, Seam own) {
    return new Talk(false, in, out, own);
  }

  /**
   * Calls the other end.
   *
   * @throws WireException if the other end does not keep to the rules
   * @throws UncheckedIOException if it has ended
   */
  @Override
  public Answer call(Call call) {
    lock.lock();
    active.push(call.arguments());
    try {
      nextTurn();
      new Frame(Frame.Kind.CALL, wire.bytes(call)).write(out);
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      active.pop();
      lock.unlock();
    }
  }

  private Answer answer() throws IOException {
    Object next = next();
    while (next instanceof Call call) {
      if (active.size() > DEEPEST) {
        throw new WireException("calls within calls");
      }
      serve(call);
      next = next();
    }
    return (Answer) next;
  }

  /** A call or an answer: its bytes, which may be many, are not kept while it is served. */
  private Object next() throws IOException {
    Frame frame = Frame.read(in);
    return switch (frame.kind()) {
      case CALL -> wire.call(frame.bytes());
      case ANSWER -> wire.answer(frame.bytes());
      default -> throw new WireException("no answer: " + frame.kind());
    };
  }

  /**
   * Answers a call of the other end.
   *
   * @throws WireException if it is none
   * @throws EOFException if the other end has ended
   */
  void serve(Frame frame) throws IOException {
    serve(wire.call(frame.bytes()));
  }

  private void serve(Call call) throws IOException {
    active.push(call.arguments());
    try {
      Answer answer = own.call(call);
      nextTurn();
      new Frame(Frame.Kind.ANSWER, wire.bytes(answer)).write(out);
    } finally {
      active.pop();
    }
  }

  private void nextTurn() {
    if (isTest) {
      wire.nextTurn(active.stream().flatMap(List::stream).toList());
    }
  }
}
