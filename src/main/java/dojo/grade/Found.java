package dojo.grade;

import java.util.Optional;
import java.util.Set;

/** A Java source that a submission holds. */
final class Found {
  private final String path;
  private final byte[] bytes;
  private final Optional<JavaText> java;

  /**
   * What is asked for each kata again is found once: a submission may have thousands of sources.
   */
  private final Set<String> declared;

  private final String digest;
  private final boolean isTest;
  private final boolean isModel;

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
    this.declared = java.map(JavaText::declared).orElse(Set.of());
    this.digest = java.map(text -> digest(text.text())).orElse("");
    this.isTest = java.filter(text -> text.text().contains("org.junit.")).isPresent();
    this.isModel = java.filter(text -> text.text().contains("// BEGIN SOLUTION")).isPresent();
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
    return declared.contains(className);
  }

  /** Whether it is a test: those of the kit are run in its place. */
  boolean isTest() {
    return isTest;
  }

  /** Whether it is a model solution of the kit, as it stands in the kit's own folder. */
  boolean isModel() {
    return isModel;
  }

  /** Whether it is a part of the kit, such as {@code src/main/java/dojo/optim/MaxNorm.java}. */
  boolean isKit() {
    return java.filter(text -> text.packageName().matches("dojo(?:\\..*)?")).isPresent();
  }

  /** Whether it says the same as the text of a digest, but for the ends of lines. */
  boolean says(String other) {
    return digest.equals(other);
  }

  /** Whether both say the same, but for the ends of lines. */
  boolean says(Found other) {
    return !digest.isEmpty() && digest.equals(other.digest);
  }

  /** By which a text is known, whatever ends its lines. */
  static String digest(String text) {
    return new Digest().with(unix(text)).hex();
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
