package dojo.grade;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Java source that a submission holds.
 *
 * @param path where it lies, through folders and archives, parted by slashes
 * @param bytes what it holds
 * @param java what it says; nothing if it is no text
 */
record Found(String path, byte[] bytes, Optional<JavaText> java) {

  static Found of(String path, byte[] bytes) {
    return new Found(path, bytes, JavaText.of(bytes));
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder that it lies in, with a slash at its end; empty for the root. */
  String folder() {
    return path.substring(0, path.length() - name().length());
  }

  long depth() {
    return path.chars().filter(c -> c == '/').count();
  }

  boolean declares(String className) {
    return java.filter(text -> text.declares(className)).isPresent();
  }

  /** Whether it is a test: those of the kit are run in its place. */
  boolean isTest() {
    return java.filter(text -> text.text().contains("org.junit.")).isPresent();
  }

  /** Whether it is a part of the kit, such as {@code src/main/java/dojo/optim/MaxNorm.java}. */
  boolean isKit() {
    return java.filter(text -> text.packageName().matches("dojo(?:\\..*)?")).isPresent();
  }

  /** Whether it says the same as another text, but for the ends of lines. */
  boolean says(String other) {
    return java.map(text -> unix(text.text())).filter(unix(other)::equals).isPresent();
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Found found
        && path.equals(found.path)
        && Arrays.equals(bytes, found.bytes);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
