package dojo.grade;

import dojo.kata.Kata;
import dojo.machine.MissingException;
import dojo.practice.Source;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tests that grade: those of the katas, which students have, and those that an instructor keeps
 * in a folder of their own, {@code HIDDEN/kata03/edge-cases/EdgeCasesTest.java}.
 *
 * @param all by kata; of each kata the visible group first, then the hidden ones by name
 */
public record TestGroups(List<TestGroup> all) {
  private static final Pattern KATA = Pattern.compile("kata(\\d\\d)");
  private static final Pattern GROUP = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final String TEST = "Test.java";

  /**
   * Keeps a copy.
   *
   * @param all the groups
   */
  public TestGroups {
    all = List.copyOf(all);
  }

  /**
   * Finds the tests of some katas.
   *
   * @param katas the katas that are graded, by number
   * @param hidden the instructor's folder, if there is one; katas that are not graded are passed
   *     over
   * @return their tests
   * @throws MissingException if the folder holds what is no group of tests of a kata
   */
  public static TestGroups of(List<Kata> katas, Optional<Path> hidden) {
    Set<String> known = katas.stream().map(Kata::label).collect(Collectors.toSet());
    List<TestGroup> found = new ArrayList<>();
    for (Kata kata : katas) {
      found.add(TestGroup.visible(kata));
      hidden.ifPresent(root -> found.addAll(hidden(kata, root.resolve(kata.name()))));
    }
    hidden.ifPresent(root -> requireOnlyKatas(root, known));
    return new TestGroups(found);
  }

  /** A misspelt folder would be a test that never grades anybody. */
  private static void requireOnlyKatas(Path root, Set<String> known) {
    require(Files.isDirectory(root), "no-hidden-folder", root);
    boolean any = false;
    for (Path folder : folders(root)) {
      String name = String.valueOf(folder.getFileName());
      require(KATA.matcher(name).matches(), "hidden-not-a-kata", folder);
      any |= known.contains(name.substring("kata".length())) && !folders(folder).isEmpty();
    }
    require(any, "no-hidden-tests", root);
  }

  private static List<TestGroup> hidden(Kata kata, Path folder) {
    List<TestGroup> groups = new ArrayList<>();
    for (Path group : folders(folder)) {
      String name = String.valueOf(group.getFileName());
      require(
          GROUP.matcher(name).matches() && !name.equals(JudgedKata.VISIBLE),
          "hidden-group-misnamed",
          group);
      List<Path> files =
          list(group).filter(file -> file.toString().endsWith(".java")).sorted().toList();
      List<String> tests =
          files.stream()
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith(TEST))
              .toList();
      require(tests.size() == 1, "hidden-group-without-one-test", group, tests.size());
      String test = tests.get(0).substring(0, tests.get(0).length() - ".java".length());
      List<Source> sources = files.stream().map(file -> source(kata, file)).toList();
      groups.add(new TestGroup(kata, name, kata.name() + "." + test, sources));
    }
    return groups;
  }

  private static Source source(Kata kata, Path file) {
    try {
      return Source.of(kata, file);
    } catch (IOException e) {
      throw new MissingException(
          Sentence.of(TestGroups.class, "file-unreadable", file, e.toString()),
          Sentence.of(TestGroups.class, "order-hidden-tests"),
          e);
    }
  }

  private static List<Path> folders(Path folder) {
    return list(folder)
        .filter(each -> Files.isDirectory(each) && !each.getFileName().toString().startsWith("."))
        .sorted()
        .toList();
  }

  private static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(boolean holds, String key, Object... values) {
    if (!holds) {
      throw new MissingException(
          Sentence.of(TestGroups.class, key, values),
          Sentence.of(TestGroups.class, "order-hidden-tests"));
    }
  }

  /**
   * Returns the names of all groups.
   *
   * @return the visible group's and those of the hidden ones
   */
  public Set<String> names() {
    return all.stream().map(TestGroup::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the tests of a kata.
   *
   * @param kata the label of the kata, for example {@code 03}
   * @return the visible group first, then the hidden ones by name
   */
  public List<TestGroup> of(String kata) {
    return all.stream().filter(group -> group.kata().label().equals(kata)).toList();
  }
}
