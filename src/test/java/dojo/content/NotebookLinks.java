package dojo.content;

import dojo.lab.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether the links of a notebook lead somewhere, and the katas that it names are there.
 *
 * @param exercises the folder of the katas
 */
record NotebookLinks(Path exercises) {
  private static final Pattern KATAS =
      Pattern.compile("\\b[Kk]atas? (?<labels>\\d\\d(?:(?:, | and |–| to )\\d\\d)*)");

  private static final Pattern LABEL = Pattern.compile("\\d\\d");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");

  /** Returns what is to be mended of a notebook, or of a page read as one, a line each. */
  List<String> problems(Notebook notebook) {
    Prose prose = Prose.of(notebook);
    List<String> problems = new ArrayList<>();
    for (Prose.Part target : prose.targets()) {
      String link = target.text();
      if (!link.matches("https?://.+") && !leadsSomewhere(notebook, link)) {
        problems.add(prose.problem(target, link + " leads nowhere: mend or remove the link"));
      }
    }
    for (Prose.Part part : prose.words()) {
      KATAS
          .matcher(part.text())
          .results()
          .flatMap(NotebookLinks::labels)
          .forEach(
              label -> {
                if (!Files.isDirectory(exercises.resolve("kata" + label))) {
                  problems.add(prose.problem(part, "there is no kata " + label));
                }
              });
    }
    return problems;
  }

  private static Stream<String> labels(MatchResult katas) {
    return LABEL.matcher(katas.group()).results().map(MatchResult::group);
  }

  private static boolean leadsSomewhere(Notebook notebook, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? notebook.file() : notebook.file().resolveSibling(parts[0]);
    if (parts.length == 1) {
      return Files.exists(file);
    }
    if (file.equals(notebook.file()) && file.toString().endsWith(".ipynb")) {
      return anchors(notebook).contains(parts[1]);
    }
    return Files.isRegularFile(file) && anchors(file).contains(parts[1]);
  }

  private static List<String> anchors(Path file) {
    if (file.toString().endsWith(".ipynb")) {
      Notebook notebook = Notebook.read(file);
      return Stream.concat(anchors(notebook).stream(), cells(notebook)).toList();
    }
    try {
      return headings(Files.readString(file))
          .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d -]", ""))
          .map(heading -> heading.replace(' ', '-'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of the course lead to cells; elsewhere such a link opens the notebook. */
  private static Stream<String> cells(Notebook notebook) {
    return StreamSupport.stream(notebook.content().path("cells").spliterator(), false)
        .map(cell -> "cell-" + cell.path("id").asText());
  }

  /** Jupyter and the pages of the course keep capital letters and marks; GitHub does not. */
  private static List<String> anchors(Notebook notebook) {
    List<String> anchors = new ArrayList<>();
    notebook
        .content()
        .path("cells")
        .forEach(
            cell -> {
              if (cell.path("cell_type").asText().equals("markdown")) {
                headings(Notebook.source(cell)).map(h -> h.replace(' ', '-')).forEach(anchors::add);
              }
            });
    return anchors;
  }

  private static Stream<String> headings(String markdown) {
    Matcher heading = HEADING.matcher(markdown);
    return heading.results().map(found -> found.group(1).replaceAll("[*`]", ""));
  }
}
