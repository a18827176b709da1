package dojo.kata;

import dojo.machine.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of all katas.
 *
 * @param root for example {@code exercises}
 */
public record Exercises(Path root) {
  private static final Pattern NAME = Pattern.compile("kata(\\d\\d)");

  /**
   * Finds the folder from the working directory.
   *
   * @return the folder, or nothing if there is none
   */
  public static Optional<Exercises> find() {
    return Project.find(Path.of("")).flatMap(Exercises::of);
  }

  /**
   * Returns the folder of a project.
   *
   * @param project the project
   * @return the folder, or nothing if the project has none
   */
  public static Optional<Exercises> of(Project project) {
    return Optional.of(project.exercises()).filter(Files::isDirectory).map(Exercises::new);
  }

  /** Returns the folder that a kata lies in. */
  static Exercises around(Kata kata) {
    return new Exercises(kata.folder().toAbsolutePath().resolve("..").normalize());
  }

  /**
   * Lists the katas.
   *
   * @return by number
   */
  public List<Kata> all() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .map(folder -> NAME.matcher(String.valueOf(folder.getFileName())))
          .filter(Matcher::matches) // not kata01-alt, which somebody keeps
          .map(name -> Integer.parseInt(name.group(1)))
          .map(
              number ->
                  new Kata(number, root.resolve(String.format(Locale.ROOT, "kata%02d", number))))
          .filter(Exercises::isKata)
          .sorted(Comparator.comparingInt(Kata::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of its files is enough: of a damaged kata is told what is missing. */
  private static boolean isKata(Kata kata) {
    return Stream.of(Plan.FILE, "messages.properties")
        .anyMatch(file -> Files.isRegularFile(kata.folder().resolve(file)));
  }

  /**
   * Finds a kata by its number.
   *
   * @param number from 1
   * @return the kata, or nothing if there is none of this number
   */
  public Optional<Kata> kata(int number) {
    return all().stream().filter(kata -> kata.number() == number).findFirst();
  }

  /**
   * Returns what is remembered of a student's way through the katas.
   *
   * @return a file in this folder that git ignores and {@code mvn clean} leaves alone
   */
  public Progress progress() {
    return Progress.in(root);
  }

  /**
   * Returns where the solutions lie, from which the stubs and the mistakes are derived.
   *
   * @return the folder beside this one
   */
  public Path solutions() {
    return root.resolveSibling("solutions");
  }

  /**
   * Returns where a student edition keeps the stubs, which cannot be derived there.
   *
   * @return the folder that is there in the place of the solutions, beside this one
   */
  public Path stubs() {
    return root.resolveSibling("stubs");
  }

  /**
   * Returns where a student edition keeps the stub of a kata.
   *
   * @param kata the kata
   * @return a file that nobody who collects answers takes for one
   */
  public Path stub(Kata kata) {
    return stubs().resolve(kata.name() + ".txt");
  }

  /**
   * Returns whether this is a student edition, which has no solutions and no mistakes.
   *
   * @return whether its stubs are kept
   */
  public boolean isStudentEdition() {
    return Files.isDirectory(stubs());
  }

  /**
   * Refuses what a student edition cannot do.
   *
   * @throws KataFileException if this is a student edition
   */
  public void requireSolutions() {
    if (isStudentEdition()) {
      throw new KataFileException("student-edition");
    }
  }

  /**
   * Reads the solution of a kata.
   *
   * @param kata the kata
   * @return its solution
   * @throws KataFileException if the file is missing or its marks are wrong, or if this is a
   *     student edition
   */
  public Solution solution(Kata kata) {
    requireSolutions();
    String file = kata.plan().className() + ".java";
    return Solution.of(kata, solutions().resolve(kata.name()).resolve(file));
  }

  /**
   * Reads the classic mistakes of a kata.
   *
   * @param kata the kata
   * @return the mistakes, in the order in which they are told
   * @throws KataFileException if the file is missing or cannot be understood, or if this is a
   *     student edition
   */
  public List<Mistake> mistakes(Kata kata) {
    requireSolutions();
    Path file = solutions().resolve(kata.name()).resolve(Mistakes.FILE);
    return Mistakes.of(kata.display(file), Solution.read(kata, file));
  }

  /**
   * Reads the answers to a kata that were tried, wrong ones and right ones.
   *
   * @param kata the kata
   * @return in the order of the file; none if there is no file
   * @throws KataFileException if the file cannot be understood
   */
  public List<Tried> tried(Kata kata) {
    Path file = solutions().resolve(kata.name()).resolve(Mistakes.TRIED);
    return Files.exists(file)
        ? Mistakes.tried(kata.display(file), Solution.read(kata, file))
        : List.of();
  }
}
