package dojo.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A Java source in memory, as javac takes it. */
final class Source extends SimpleJavaFileObject {
  private final String name;
  private final String text;

  /**
   * Keeps a text under a name.
   *
   * @param name for example {@code kata03/InvertedDropout.java}
   */
  Source(String name, String text) {
    super(URI.create("source:///" + name), Kind.SOURCE);
    this.name = name;
    this.text = text;
  }

  /** Reads a file of a kata; bytes that are no UTF-8 become an empty, and so a missing, class. */
  static Source of(Kata kata, Path file) {
    String name = kata.name() + "/" + file.getFileName();
    try {
      return new Source(name, Files.readString(file));
    } catch (MalformedInputException e) {
      return new Source(name, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
