package dojo.content;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders of all katas: an exercise and a solution for each, the pages for teachers beside the
 * solutions, and nothing else.
 *
 * @param exercises where the katas are; the solutions lie beside
 */
record KataFolders(Exercises exercises) {
  private static final String KATA = "kata\\d\\d";
  private static final String FOR_TEACHERS = "README\\.md|notebooks";
  private static final String SHARED = "messages(_[a-z]{2}(_[A-Z]{2})?)?\\.properties";

  /** Returns what is to be mended, a line each, often nothing. */
  List<String> problems() {
    Set<String> asked =
        exercises.all().stream().map(Kata::name).collect(Collectors.toCollection(TreeSet::new));
    List<Path> solved = list(exercises.solutions());
    Set<String> answers =
        solved.stream()
            .map(KataFolders::name)
            .filter(name -> name.matches(KATA))
            .collect(Collectors.toSet());
    return Stream.of(
            asked.stream()
                .filter(name -> !answers.contains(name))
                .map(
                    name -> "solutions lacks " + name + ": solve it there, or remove its exercise"),
            answers.stream()
                .sorted()
                .filter(name -> !asked.contains(name))
                .map(name -> "exercises lacks " + name + ": add it, or remove its solution"),
            stray("exercises", list(exercises.root()), KATA + "|" + SHARED),
            stray("solutions", solved, KATA + "|" + FOR_TEACHERS))
        .flatMap(problems -> problems)
        .toList();
  }

  private static Stream<String> stray(String folder, List<Path> files, String known) {
    return files.stream()
        .map(KataFolders::name)
        .filter(name -> !name.matches(known) && !name.startsWith("."))
        .map(name -> folder + "/" + name + " belongs to no kata: remove it");
  }

  private static List<Path> list(Path folder) {
    return Files.isDirectory(folder) ? Workbench.list(folder) : List.of();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
