package dojo.grade;

import dojo.kata.Kata;
import dojo.practice.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A group of tests of a kata, before it is compiled.
 *
 * @param kata the kata
 * @param name {@link JudgedKata#VISIBLE}, or the name of a group that students do not have
 * @param testClass the full name of the test class, in the kata's package
 * @param sources the test class, and what it needs beside the kit
 */
public record TestGroup(Kata kata, String name, String testClass, List<Source> sources) {

  /**
   * Keeps a copy.
   *
   * @param kata the kata
   * @param name the name of the group
   * @param testClass the full name of the test class
   * @param sources the test class, and what it needs
   */
  public TestGroup {
    sources = List.copyOf(sources);
  }

  /**
   * Returns the tests that students have.
   *
   * @param kata the kata
   * @return its visible group
   * @throws UncheckedIOException if the test cannot be read
   */
  public static TestGroup visible(Kata kata) {
    try {
      List<Source> sources = List.of(Source.of(kata, kata.test()));
      return new TestGroup(kata, JudgedKata.VISIBLE, kata.testClass(), sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
