package dojo.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notebooks of a course, in the order of their numbers.
 *
 * @param all the notebooks
 */
public record Notebooks(List<Notebook> all) {

  /** A number, a notebook's name or its file: whatever starts with the number will do. */
  private static final Pattern WANTED = Pattern.compile("(?:.*[/\\\\])?(\\d{1,9})(?:[-_].*)?");

  /**
   * Puts notebooks in order.
   *
   * @param all the notebooks, in any order
   */
  public Notebooks {
    all =
        all.stream()
            .sorted(Comparator.comparingInt(Notebook::number).thenComparing(Notebook::name))
            .toList();
  }

  /**
   * Reads the notebooks of a folder.
   *
   * @param folder a folder with files such as {@code 05-dropout.ipynb}; others are passed over
   * @return the notebooks
   * @throws UncheckedIOException if one cannot be read
   */
  public static Notebooks in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new Notebooks(
          files.filter(file -> Notebook.numberOf(file).isPresent()).map(Notebook::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the notebooks that a reader asks for.
   *
   * @param wanted numbers such as {@code 05} or {@code 5}, names or files; none for all notebooks
   * @return the notebooks in the order of the course, each once
   * @throws IllegalArgumentException if one of them does not exist
   */
  public Notebooks select(List<String> wanted) {
    if (wanted.isEmpty()) {
      return this;
    }
    List<Integer> numbers = wanted.stream().map(this::known).toList();
    return new Notebooks(
        all.stream().filter(notebook -> numbers.contains(notebook.number())).toList());
  }

  private int known(String wanted) {
    Matcher matcher = WANTED.matcher(wanted);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      if (all.stream().anyMatch(notebook -> notebook.number() == number)) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "there is no notebook " + wanted + ": choose from " + numbers());
  }

  /**
   * Returns the numbers, as a reader types them.
   *
   * @return for example {@code "00 01 02"}
   */
  public String numbers() {
    return all.stream()
        .map(notebook -> "%02d".formatted(notebook.number()))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
