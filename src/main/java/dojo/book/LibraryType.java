package dojo.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A class of the library, as the index that javadoc wrote knows it.
 *
 * @param room its package
 * @param name its name, after that of the class around it, such as {@code SelfAttention.Sight}
 * @param page the file of its page, from the folder of the book
 * @param summary the first sentence of its description
 */
record LibraryType(String room, String name, String page, String summary) {

  /**
   * Reads the index.
   *
   * @param library the folder of the library's pages
   * @return all classes; none if javadoc has not written them
   */
  static List<LibraryType> in(Path library) {
    Path index = library.resolve("allclasses-index.html");
    if (!Files.exists(index)) {
      return List.of();
    }
    try {
      String folder = library.getFileName() + "/";
      return Jsoup.parse(index).select(".col-first > a[href^=dojo/]").stream()
          .map(link -> of(folder, link))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LibraryType of(String folder, Element link) {
    String file = link.attr("href");
    Element summary = Objects.requireNonNull(link.parent()).nextElementSibling();
    return new LibraryType(
        file.substring(0, file.lastIndexOf('/')).replace('/', '.'),
        file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.html$", ""),
        folder + file,
        summary == null ? "" : summary.text());
  }

  /** Returns how an import calls it. */
  String qualified() {
    return room + "." + name;
  }
}
