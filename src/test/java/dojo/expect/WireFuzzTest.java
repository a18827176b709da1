package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes come from a student's process, the test's end reads a message, or refuses it in
 * the one way that is expected. A million inputs: mvn test -Dtest=WireFuzzTest -Ddojo.fuzz=1000000.
 */
class WireFuzzTest {
  private static final int INPUTS = Integer.getInteger("dojo.fuzz", 100_000);
  private static final RandomKey KEY = RandomKey.of(11);

  /** Answers and calls of every kind, as an honest process sends them. */
  private static List<byte[]> honest() {
    float[] row = {1, 2, 3};
    List<Answer> answers =
        List.of(
            new Answer.Done(),
            new Answer.Returned(new float[][] {row, row, {4}}),
            new Answer.Returned(new double[][][] {{{1}}}),
            new Answer.Returned(new String[] {"a", "ö"}),
            new Answer.Returned(new RandomKey(7)),
            new Answer.Returned(new Handle(Handle.Owner.STUDENT, 3)),
            new Answer.Returned(1.5),
            new Answer.Returned(true),
            new Answer.Unfit(new Seen.ReturnedNull("f", List.of(1, 2))),
            new Answer.Unfit(new Seen.Missing(Seen.Missing.What.METHOD, "f(int)", "g(int)")),
            Answer.Threw.of(new IllegalArgumentException("p"), "dojo."));
    Form real = new Form("double", List.of(), true);
    Call call = new Call(new Handle(Handle.Owner.TEST, 0), "of", List.of(real), real, List.of(1.5));
    return java.util.stream.Stream.concat(
            answers.stream().map(answer -> Wire.ofStudent().bytes(answer)),
            java.util.stream.Stream.of(Wire.ofStudent().bytes(call)))
        .toList();
  }

  @Test
  void what_an_honest_process_sends_is_read() {
    List<byte[]> honest = honest();
    for (byte[] bytes : honest.subList(0, honest.size() - 1)) {
      Wire.ofTest().answer(bytes);
    }
    assertEquals("of", Wire.ofTest().call(honest.get(honest.size() - 1)).method());
  }

  @Test
  void bytes_that_are_no_message_are_refused_and_nothing_else_happens() {
    List<byte[]> honest = honest();
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      RandomKey key = KEY.split(i);
      byte[] bytes = changed(honest.get(key.below(0, honest.size())), key.split("changes"));
      read += reads(key.below(1, 2) == 0, bytes) ? 1 : 0;
    }
    assertTrue(read > 0 && read < INPUTS, "some inputs are messages, others are not: " + read);
  }

  /** Some bytes replaced, left out or put in, or all of them random. */
  private static byte[] changed(byte[] honest, RandomKey key) {
    if (key.below(0, 8) == 0) {
      return random(key.below(1, 200), key.split("all"));
    }
    byte[] bytes = honest.clone();
    int changes = 1 + key.below(2, 4);
    for (int i = 0; i < changes; i++) {
      RandomKey one = key.split(i);
      int at = one.below(0, Math.max(1, bytes.length));
      bytes =
          switch (one.below(1, 4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, random(one.below(2, 9), one.split("more")));
            default -> replaced(bytes, at, (byte) one.below(3, 256));
          };
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] = value;
    }
    return copy;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] random(int length, RandomKey key) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) key.below(i, key.below(i + 1_000L, 2) == 0 ? 8 : 256);
    }
    return bytes;
  }

  private static boolean reads(boolean isCall, byte[] bytes) {
    Wire wire = Wire.ofTest();
    wire.bytes(new Answer.Returned(new float[][] {{1, 2}, {3}})); // arrays of the test's own
    try {
      Object any = isCall ? wire.call(bytes) : wire.answer(bytes);
      return any.toString().length() >= 0;
    } catch (WireException e) {
      return false;
    }
  }

  @Test
  void frames_are_read_or_refused() throws IOException {
    for (int i = 0; i < INPUTS / 10; i++) {
      RandomKey key = KEY.split("frames").split(i);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      new Frame(Frame.Kind.ANSWER, random(key.below(0, 50), key))
          .write(new DataOutputStream(stream));
      byte[] bytes = changed(stream.toByteArray(), key.split("changes"));
      try {
        Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (WireException | java.io.EOFException e) {
        continue; // both end the conversation
      }
    }
  }

  @Test
  void an_array_that_holds_one_row_a_million_times_is_refused() {
    float[][] large = new float[100_000][];
    Arrays.fill(large, new float[100_000]);
    byte[] bytes = Wire.ofStudent().bytes(new Answer.Returned(large));
    assertRefused(bytes);
  }

  @Test
  void more_elements_than_a_kata_has_are_refused() {
    assertRefused(Wire.ofStudent().bytes(new Answer.Returned(new float[ArraySizes.LARGEST + 1])));
  }

  @Test
  void more_text_than_a_kata_has_is_refused() {
    assertRefused(Wire.ofStudent().bytes(new Answer.Returned(new String[] {"a".repeat(513)})));
    String[] many = new String[10_000];
    Arrays.fill(many, "a");
    org.junit.jupiter.api.Assertions.assertThrows(
        WireException.class, () -> Wire.ofStudent().bytes(new Answer.Returned(many)));
  }

  private static void assertRefused(byte[] bytes) {
    org.junit.jupiter.api.Assertions.assertThrows(
        WireException.class, () -> Wire.ofTest().answer(bytes));
  }
}
