package dojo.lab;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The notebooks of a course, in the order of their numbers.
 *
 * @param all the notebooks
 */
public record Notebooks(List<Notebook> all) {

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
   * Reads the notebooks of a folder, as they were first written.
   *
   * @param folder a folder with files such as {@code 05-dropout.ipynb}; others are passed over, and
   *     so are translations such as {@code 05-dropout.zh.ipynb}
   * @return the notebooks
   * @throws MissingException if there is no such folder, or one of the notebooks cannot be read
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static Notebooks in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new Notebooks(
          files
              .filter(file -> Notebook.numberOf(file).isPresent())
              .map(Notebook::read)
              .filter(notebook -> !notebook.isTranslation())
              .toList());
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new MissingException(
          Sentence.of(Notebooks.class, "no-folder-of-notebooks", folder),
          Sentence.of(Notebooks.class, "restore-it", folder.getFileName()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the same course in a language.
   *
   * @param language the language to read
   * @return each notebook in its translation, if there is one, else as it is
   */
  public Notebooks in(Locale language) {
    return new Notebooks(
        all.stream().map(notebook -> Translation.of(notebook, language).orElse(notebook)).toList());
  }

  /**
   * Returns some of the notebooks.
   *
   * @param wanted their numbers; others are passed over
   * @return the notebooks in the order of the course, each once
   */
  public Notebooks select(Collection<Integer> wanted) {
    return new Notebooks(
        all.stream().filter(notebook -> wanted.contains(notebook.number())).toList());
  }

  /**
   * Returns the numbers of the notebooks.
   *
   * @return the numbers, from the least on, each once
   */
  public List<Integer> numbers() {
    return all.stream().map(Notebook::number).distinct().toList();
  }
}
