package dojo.grade;

import java.util.Optional;

/** A Java source that a submission holds. */
final class Found {
  private final String path;
  private final byte[] bytes;
  private final Optional<JavaText> java;

  /**
   * Reads it.
   *
   * @param path where it lies, through folders and archives, parted by slashes
   * @param bytes what it holds
   */
  Found(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
    this.java = JavaText.of(bytes);
  }

  String path() {
    return path;
  }

  /** What it holds; shared, not copied. */
  byte[] bytes() {
    return bytes;
  }

  /** What it says; nothing if it is no text. */
  Optional<JavaText> java() {
    return java;
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
}
