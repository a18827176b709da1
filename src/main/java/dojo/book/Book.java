package dojo.book;

import dojo.lab.Jupyter;
import dojo.machine.Project;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The course as a book of web pages, which a browser opens from a disk as from a server. A notebook
 * that was never run is shown as it is, so that no link leads nowhere.
 *
 * @param project what it is about
 * @param output the folder of the executed notebooks and of the pages
 * @param language the reader's language
 */
public record Book(Project project, Path output, Locale language) {

  /**
   * Writes all pages, for the notebooks as they were executed last; runs nothing.
   *
   * @param jupyter whose Python renders them
   * @return the front page
   */
  public Path write(Jupyter jupyter) {
    try (Press press = press(jupyter)) {
      return write(press);
    }
  }

  /**
   * Writes all pages by a press that may have written some of them before.
   *
   * @param press of this book
   * @return the front page
   */
  public Path write(Press press) {
    Facts facts = facts(List.of());
    press.pages(facts);
    try {
      Press.put(
          output.resolve("assets").resolve("search-index.js"),
          SearchIndex.of(output, facts).script(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.resolve("index.html");
  }

  /**
   * Returns what writes pages of this book, one or all.
   *
   * @param jupyter whose Python renders them
   * @return a press, to be closed
   */
  public Press press(Jupyter jupyter) {
    return new Press(this, jupyter);
  }

  /**
   * Makes the pages of the library, which the other pages lead to, unless they are still right.
   *
   * @return what is missing where they cannot be made; the book is whole without them
   */
  public Optional<Sentence> library() {
    return Library.of(project, output, language).refresh();
  }

  /** Gathers the facts; what the cells show of some notebooks only, by topic, if any is named. */
  Facts facts(List<String> topics) {
    return Facts.gather(project, output, language, topics);
  }
}
