package dojo.book;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Notebook;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first cell of a notebook: its question, the time it takes and what a reader needs. */
final class Introduction {
  private static final Pattern NEEDS =
      Pattern.compile("\\*\\*You need:\\*\\*[^\n]*(?:\n\\S[^\n]*)*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)/#]+)\\.ipynb\\)");
  private static final Pattern QUESTION = Pattern.compile("(?m)^\\*\\*[^*:]+: (.*)\\*\\*$");

  private Introduction() {}

  /** Returns its Markdown; nothing if the notebook begins with code. */
  static String of(Notebook notebook) {
    JsonNode first = notebook.content().path("cells").path(0);
    return first.path("cell_type").asText().equals("markdown") ? Notebook.source(first) : "";
  }

  /** Returns the names of the notebooks that a reader should have read. */
  static List<String> needs(Notebook notebook) {
    Matcher needs = NEEDS.matcher(of(notebook));
    return needs.find()
        ? LINK.matcher(needs.group())
            .results()
            .map(link -> link.group(1))
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  /** Returns its question, in Markdown; what it is about if it asks none. */
  static String question(Notebook notebook) {
    Matcher question = QUESTION.matcher(of(notebook));
    if (!question.find()) {
      return notebook.summary();
    }
    String text = question.group(1);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
