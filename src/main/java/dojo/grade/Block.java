package dojo.grade;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes of which any part can be read: a file, or what came out of an archive. */
interface Block {

  long size() throws IOException;

  /**
   * Reads a part.
   *
   * @return exactly so many bytes, numbers in which are little-endian
   * @throws EOFException if there are not so many
   */
  ByteBuffer read(long at, int length) throws IOException;

  static Block of(byte[] bytes) {
    return new Block() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public ByteBuffer read(long at, int length) throws EOFException {
        if (at < 0 || length < 0 || at > bytes.length - length) {
          throw new EOFException();
        }
        return ByteBuffer.wrap(bytes, (int) at, length).slice().order(ByteOrder.LITTLE_ENDIAN);
      }
    };
  }

  static Block of(FileChannel file) {
    return new Block() {
      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public ByteBuffer read(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at > file.size() - length) {
          throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
          if (file.read(buffer, at + buffer.position()) < 0) {
            throw new EOFException();
          }
        }
        return buffer.flip();
      }
    };
  }
}
