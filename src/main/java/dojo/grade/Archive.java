package dojo.grade;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An archive of any kind that is read: its first bytes tell, whatever its name says. */
final class Archive {
  private static final List<String> NAMES = List.of(".zip", ".tar", ".tgz", ".gz");
  private static final int BLOCK = 512;

  /** How archives begin that are not read, in hexadecimal digits. */
  private static final List<List<String>> OTHERS =
      List.of(
          List.of("52617221", "RAR"),
          List.of("377abcaf", "7z"),
          List.of("425a68", "bzip2"),
          List.of("fd377a58", "xz"),
          List.of("28b52ffd", "Zstandard"));

  private Archive() {}

  /** Returns whether a file is an archive, as its name says. */
  static boolean isNamed(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(name::endsWith) || isNamedAsAnother(path);
  }

  /** Returns whether a file is an archive that is not read, as its name says. */
  private static boolean isNamedAsAnother(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*\\.(rar|7z|tbz2?|bz2|txz|xz|zst)");
  }

  /**
   * Tells of all files in an archive.
   *
   * @throws OddException if it cannot be read to its end
   */
  static void read(String name, Block bytes, Budget budget, Pile pile) throws IOException {
    byte[] start = new byte[(int) Math.min(BLOCK, bytes.size())];
    bytes.read(0, start.length).get(start);
    String hex = hex(start);
    for (List<String> other : OTHERS) {
      if (hex.startsWith(other.get(0))) {
        throw new OddException("another-archive", other.get(1));
      }
    }
    if (hex.startsWith("504b")) { // PK
      new ZipArchive(bytes, budget).read(pile);
    } else if (hex.startsWith("1f8b")) {
      gzip(bytes, budget, pile);
    } else if (start.length == BLOCK && TarArchive.isHeader(start)) {
      tar(new Reading(bytes), budget, pile);
    } else if (start.length == 0) {
      throw new OddException("is-empty");
    } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      new ZipArchive(bytes, budget).read(pile); // something may stand before it
    } else {
      throw new OddException("no-archive");
    }
  }

  private static void gzip(Block bytes, Budget budget, Pile pile) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new Reading(bytes))) {
      PushbackInputStream again = new PushbackInputStream(new Counted(in, budget), BLOCK);
      byte[] start = again.readNBytes(BLOCK);
      if (start.length < BLOCK || !TarArchive.isHeader(start)) {
        throw new OddException("no-archive");
      }
      again.unread(start);
      tar(again, budget, pile);
    } catch (EOFException e) {
      throw new OddException("archive-cut-off");
    } catch (ZipException e) {
      throw new OddException("archive-damaged");
    }
  }

  private static void tar(InputStream in, Budget budget, Pile pile) throws IOException {
    new TarArchive(in, budget).read(pile);
  }

  private static String hex(byte[] start) {
    StringBuilder hex = new StringBuilder();
    for (byte each : Arrays.copyOf(start, Math.min(start.length, 8))) {
      hex.append(String.format(Locale.ROOT, "%02x", each));
    }
    return hex.toString();
  }

  /** The bytes of a block, one after the other. */
  private static final class Reading extends InputStream {
    private final Block bytes;
    private final long[] at = {0};

    Reading(Block bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int most = (int) Math.min(length, bytes.size() - at[0]);
      if (most <= 0) {
        return length == 0 ? 0 : -1;
      }
      ByteBuffer part = bytes.read(at[0], most);
      part.get(into, offset, most);
      at[0] += most;
      return most;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(Integer.MAX_VALUE, bytes.size() - at[0]);
    }
  }

  /** What comes out of an archive, counted. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private final Budget budget;

    Counted(InputStream in, Budget budget) {
      this.in = in;
      this.budget = budget;
    }

    @Override
    public int read() throws IOException {
      budget.unpacked(1);
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      budget.unpacked(Math.max(0, read));
      return read;
    }
  }
}
