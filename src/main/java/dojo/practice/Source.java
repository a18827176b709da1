package dojo.practice;

import dojo.kata.Kata;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A Java source in memory, as javac takes it. */
public final class Source extends SimpleJavaFileObject {
  private final String name;
  private final String text;

  /**
   * Keeps a text under a name.
   *
   * @param name for example {@code kata03/InvertedDropout.java}
   * @param text what the source says
   */
  public Source(String name, String text) {
    super(URI.create("source:///" + name.replaceAll("[^\\w/.-]", "_")), Kind.SOURCE);
    this.name = name;
    this.text = text;
  }

  /**
   * Reads a file of a kata.
   *
   * @param kata the kata
   * @param file one of its sources
   * @return the source
   * @throws IOException if the file cannot be read, or is not UTF-8
   */
  public static Source of(Kata kata, Path file) throws IOException {
    String text = Encoding.text(Files.readAllBytes(file));
    return new Source(kata.name() + "/" + file.getFileName(), text);
  }

  /**
   * Puts a text in the place of the student's file.
   *
   * @param kata the kata
   * @param text for example the solution, or a classic mistake
   * @return the source
   */
  public static Source inPlaceOfStudents(Kata kata, String text) {
    return new Source(kata.name() + "/" + kata.source().getFileName(), text);
  }

  /**
   * Returns the name.
   *
   * @return for example {@code kata03/InvertedDropout.java}
   */
  public String name() {
    return name;
  }

  /** By its name: of an umlaut in it, nothing is left in the address. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return kind == Kind.SOURCE && ("/" + name).endsWith("/" + simpleName + kind.extension);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
