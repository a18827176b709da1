package dojo.grade;

import java.util.Arrays;

/**
 * A Java source as it was handed in: nobody has decoded it yet.
 *
 * @param name the name of the file alone, for example {@code InvertedDropout.java}
 * @param bytes what is in it; shared, not copied, so leave it as it is
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it, below
public record SourceFile(String name, byte[] bytes) {

  /** Compares the bytes, not where they are kept. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile file
        && name.equals(file.name)
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes)";
  }
}
