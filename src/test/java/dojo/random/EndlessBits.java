package dojo.random;

import dojo.random.RandomKeyStatisticsTest.Source;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes the numbers of a {@link Source} to standard output without end, eight bytes each, lowest
 * first: what the batteries read that the README beside this file tells of.
 */
final class EndlessBits {
  private EndlessBits() {}

  /** Takes the name of a source, and writes until the reader has had enough. */
  public static void main(String... args) {
    Source source = Source.valueOf(args[0]);
    ByteBuffer block = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (long i = 0; ; i++) {
        block.putLong(source.bits(i));
        if (!block.hasRemaining()) {
          out.write(block.array());
          block.clear();
        }
      }
    } catch (IOException e) {
      System.err.println("the reader has hung up");
    }
  }
}
