package dojo.content;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a notebook says outside its code, parted into words, formulas, names of code and links.
 *
 * @param notebook the notebook's name
 * @param words what is left without the others
 * @param formulas in LaTeX, without the dollar signs
 * @param code what stands between backticks
 * @param targets where links lead
 */
record Prose(
    String notebook, List<Part> words, List<Part> formulas, List<Part> code, List<Part> targets) {

  /** What words keep of a link that leads out of the course. */
  static final String OUTSIDE = "](http)";

  private static final Pattern TOKEN =
      Pattern.compile(
          "```(?s:.*?)```|`(?<code>[^`\\n]+)`"
              + "|\\$\\$(?<block>(?s:.+?))\\$\\$|\\$(?<inline>[^$\\n]+)\\$"
              + "|\\]\\((?<target>[^)\\s]+)\\)");

  /**
   * A part of a cell.
   *
   * @param cell the cell's name
   * @param text the part
   */
  record Part(String cell, String text) {}

  static Prose of(Notebook notebook) {
    Prose prose =
        new Prose(
            notebook.name(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (JsonNode cell : notebook.content().path("cells")) {
      if (cell.path("cell_type").asText().equals("markdown")) {
        prose.add(cell.path("id").asText(), Notebook.source(cell));
      }
    }
    return prose;
  }

  /** Returns a line that says where something is to be mended. */
  String problem(Part part, String what) {
    return notebook + ", cell " + part.cell() + ": " + what;
  }

  private void add(String cell, String markdown) {
    StringBuilder rest = new StringBuilder();
    Matcher token = TOKEN.matcher(markdown);
    while (token.find()) {
      if (token.group("code") != null) {
        code.add(new Part(cell, token.group("code")));
      } else if (token.group("block") != null) {
        formulas.add(new Part(cell, token.group("block")));
      } else if (token.group("inline") != null) {
        formulas.add(new Part(cell, token.group("inline")));
      } else if (token.group("target") != null) {
        targets.add(new Part(cell, token.group("target")));
      }
      String target = token.group("target");
      token.appendReplacement(
          rest, target == null ? "…" : target.startsWith("http") ? OUTSIDE : "]()");
    }
    words.add(new Part(cell, token.appendTail(rest).toString()));
  }
}
