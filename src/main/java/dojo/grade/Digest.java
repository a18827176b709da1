package dojo.grade;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that tells whether two things are the same: SHA-256 over their parts. */
final class Digest {
  private final MessageDigest sha;

  Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Adds a part; where it ends is a part of it. */
  Digest with(byte[] part) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    sha.update(part);
    return this;
  }

  Digest with(String part) {
    return with(part.getBytes(StandardCharsets.UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Tells whether a student has handed in something else. */
  static String of(Handed handed) {
    Digest digest = new Digest();
    handed
        .katas()
        .forEach(
            (kata, files) -> {
              digest.with(kata);
              files.forEach(file -> digest.with(file.name()).with(file.bytes()));
            });
    handed.remarks().forEach(remark -> digest.with(remark.file()).with(remark.what().toString()));
    return digest.hex();
  }

  /**
   * The seed of the tests of one submission. A class can work out the seed behind a key that it is
   * handed, and print it; so it must be neither that of others nor that of the next submission.
   */
  static long seed(long secret, Handed handed) {
    return seed(secret, of(handed));
  }

  /** The same, by what {@link #of(Handed)} said. */
  static long seed(long secret, String content) {
    byte[] sha = new Digest().with(Long.toString(secret)).with(content).sha.digest();
    return ByteBuffer.wrap(sha).getLong();
  }

  /** Tells whether the tests have changed. */
  static String of(TestGroups groups) {
    Digest digest = new Digest();
    for (TestGroup group : groups.all()) {
      digest.with(group.kata().label()).with(group.name()).with(group.testClass());
      group
          .sources()
          .forEach(
              source -> digest.with(source.name()).with(source.getCharContent(true).toString()));
    }
    return digest.hex();
  }
}
