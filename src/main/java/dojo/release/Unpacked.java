package dojo.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A file of an archive: of a zip, which jars and wheels are, or a tar, or the one of a gzip. What
 * only looks like an archive has none.
 *
 * @param name its path in the archive
 * @param bytes what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Unpacked(String name, byte[] bytes) {
  private static final int TAR_MARK = 257;

  /** Returns the files of an archive; none of another file. */
  static List<Unpacked> of(byte[] bytes) {
    try {
      return startsWith(bytes, 0, "PK\3\4")
          ? zip(bytes)
          : startsWith(bytes, 0, "\037\u008b")
              ? List.of(new Unpacked("", new GZIPInputStream(stream(bytes)).readAllBytes()))
              : startsWith(bytes, TAR_MARK, "ustar") ? tar(bytes) : List.of();
    } catch (IOException e) {
      return List.of(); // damaged: as a file it was looked through already
    }
  }

  private static boolean startsWith(byte[] bytes, int at, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static InputStream stream(byte[] bytes) {
    return new BufferedInputStream(new ByteArrayInputStream(bytes));
  }

  private static List<Unpacked> zip(byte[] bytes) throws IOException {
    List<Unpacked> files = new ArrayList<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.add(new Unpacked(entry.getName(), in.readAllBytes()));
        }
      }
    }
    return files;
  }

  private static List<Unpacked> tar(byte[] bytes) throws IOException {
    List<Unpacked> files = new ArrayList<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(stream(bytes))) {
      for (TarArchiveEntry at = tar.getNextEntry(); at != null; at = tar.getNextEntry()) {
        files.add(new Unpacked(at.getName(), tar.readAllBytes()));
      }
    }
    return files;
  }
}
