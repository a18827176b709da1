package dojo.grade;

import java.nio.file.Path;
import java.util.List;

/**
 * Tests of a kata that are worth points together.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param name {@link JudgedKata#VISIBLE} for the tests that students have, otherwise the name of
 *     the folder that an instructor put them into
 * @param testClass the full name of the test class, for example {@code kata03.InvertedDropoutTest}
 * @param sources the test class and what it needs, by name
 */
public record TestGroup(String kata, String name, String testClass, List<Path> sources) {

  /**
   * Keeps a copy.
   *
   * @param kata the label of the kata
   * @param name the name of the group
   * @param testClass the full name of the test class
   * @param sources the test class and what it needs
   */
  public TestGroup {
    sources = List.copyOf(sources);
  }
}
