package dojo.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Notebook;
import java.nio.file.Path;
import java.util.List;

/**
 * A page in Markdown, checked as the prose of a notebook is: it becomes a cell beside code that it
 * may quote names and numbers of.
 *
 * @param file the page
 */
record Page(Path file) {
  /**
   * Spans that {@link NamedCode} cannot know: a diagnosis, a command or its option, a file that a
   * teacher makes.
   */
  static final String OWN_NAME =
      "[A-Z][A-Z0-9_]+|(?:\\./dojo|--).*|[a-z]+\\.(?:csv|properties|txt)|(?:week1|hidden)(?:/.*)?";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns it as a cell of a notebook that has no code. */
  Notebook alone() {
    return notebook(file, List.of());
  }

  /** Returns it as a cell of a notebook that has the code of another, and its name. */
  Notebook beside(Notebook other) {
    return notebook(
        file.resolveSibling(other.name() + ".ipynb"),
        other.codeCells().stream().map(Notebook::source).toList());
  }

  String text() {
    return Workbench.read(file);
  }

  private Notebook notebook(Path at, List<String> code) {
    ObjectNode content = JSON.createObjectNode();
    ArrayNode cells = content.putArray("cells");
    cell(cells, "markdown", String.valueOf(file), text());
    for (int i = 0; i < code.size(); i++) {
      cell(cells, "code", "code-" + i, code.get(i));
    }
    return new Notebook(at, content);
  }

  private static void cell(ArrayNode cells, String type, String id, String source) {
    cells.addObject().put("cell_type", type).put("id", id).put("source", source);
  }
}
