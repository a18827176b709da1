package dojo.expect;

import dojo.kata.Seen;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A student's classes in another process, as the tests reach them; a {@link Worker} answers there.
 *
 * <p>What comes from there was chosen by the student. So it is data, of limited length, and nothing
 * else: bytes that are no answer make the test red.
 */
public final class RemoteStudent {
  private final Keeper keeper;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final AtomicReference<Map<String, byte[]>> loaded = new AtomicReference<>(Map.of());
  private final AtomicReference<@Nullable Seen> fate = new AtomicReference<>();

  /** Whoever started the process, and may end it. */
  public interface Keeper {

    /** The process is to work from now on. */
    void theirTurn();

    /** The process has worked; now the test does. */
    void ourTurn();

    /**
     * Ends the process, if it has not ended yet.
     *
     * @return why it gives no more answers, if it ended itself or took too long
     */
    Seen end();
  }

  /**
   * Begins to talk with a process.
   *
   * @param in what it writes
   * @param out what it reads
   * @param keeper whoever started it
   */
  public RemoteStudent(InputStream in, OutputStream out, Keeper keeper) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
    this.keeper = keeper;
  }

  /**
   * Opens the way to a class.
   *
   * @param className its full name
   * @param classes all classes of the student's kata by their names
   * @param back the way back to the test
   * @return the way, on which every call fails from the first on that is not answered
   */
  public Seam open(String className, Map<String, byte[]> classes, Seam back) {
    if (fate().isEmpty()) {
      try {
        byte[] opening =
            classes == loaded.get() ? Opening.again(className) : Opening.anew(className, classes);
        new Frame(Frame.Kind.OPEN, opening).write(out);
        loaded.set(classes);
      } catch (IOException e) {
        lose(keeper.end());
      }
    }
    Talk talk = Talk.ofTest(in, out, call -> answer(back, call));
    return call -> call(talk, call);
  }

  /** The test's own function works; only then is it again the turn of the process. */
  private Answer answer(Seam back, Call call) {
    keeper.ourTurn();
    Answer answer = back.call(call);
    keeper.theirTurn();
    // a check that failed there may tell the seed
    return answer instanceof Answer.Threw threw && threw.types().contains("java.lang.Error")
        ? new Answer.Threw(threw.types(), "", threw.trace())
        : answer;
  }

  private Answer call(Talk talk, Call call) {
    Optional<Seen> before = fate();
    if (before.isPresent()) {
      throw new Misstep(before.get());
    }
    keeper.theirTurn();
    try {
      return talk.call(call);
    } catch (WireException e) {
      keeper.end();
      throw lose(new Seen.Garbled());
    } catch (UncheckedIOException e) {
      throw lose(keeper.end());
    } finally {
      keeper.ourTurn();
    }
  }

  /** The first reason counts: what comes after it follows from it. */
  private Misstep lose(Seen why) {
    fate.compareAndSet(null, why);
    return new Misstep(fate().orElse(why));
  }

  /**
   * Returns why the process gives no more answers.
   *
   * @return what the test sees whose call was not answered; nothing if every call was
   */
  public Optional<Seen> fate() {
    return Optional.ofNullable(fate.get());
  }

  /**
   * Returns a way on which every call fails.
   *
   * @param why what the test sees
   * @return the way to a class that is not tried any more
   */
  public static Seam closed(Seen why) {
    return call -> {
      throw new Misstep(why);
    };
  }

  /**
   * Asks what the student's classes have printed since this was asked last.
   *
   * @return the beginning of it; empty if the process gives no more answers
   */
  public String printed() {
    if (fate().isPresent()) {
      return "";
    }
    keeper.theirTurn();
    try {
      new Frame(Frame.Kind.PRINTED, new byte[0]).write(out);
      Frame frame = Frame.read(in);
      if (frame.kind() != Frame.Kind.PRINTED || frame.bytes().length > Printout.LONGEST) {
        throw new WireException("no print-out");
      }
      return new String(frame.bytes(), StandardCharsets.UTF_8);
    } catch (IOException | WireException e) {
      lose(keeper.end());
      return "";
    } finally {
      keeper.ourTurn();
    }
  }
}
