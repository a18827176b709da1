package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures that executed notebooks show: the same on every machine, digit by digit.
 *
 * <p>A figure is a line with a digit in it, among those that a reader sees as text: what a cell
 * printed, its value, the rows of a table with a head. So a picture has none, nor has a kata's
 * verdict. What tells of the machine is no figure either: its cell carries the tag {@code machine}.
 *
 * @param lines number of the notebook, id of the cell, and what it shows, as in {@code "02 c31: ✔ p
 *     = 0 changes nothing: equal to the bit"}
 */
record Figures(List<String> lines) {

  /** What writes the committed file anew. */
  static final String REFRESH =
      "mvn verify -Dtest=FiguresTest -Dit.test=NotebooksIT -Ddojo.figures=write";

  private static final String HEAD =
      "# What the notebooks show in quick mode, on every machine. Written by\n# " + REFRESH;

  static Figures of(List<Notebook> executed) {
    List<String> lines = new ArrayList<>();
    for (Notebook notebook : executed) {
      for (JsonNode cell : notebook.codeCells()) {
        String place = "%02d %s: ".formatted(notebook.number(), cell.path("id").asText());
        figures(cell).map(place::concat).forEach(lines::add);
      }
    }
    return new Figures(lines);
  }

  private static Stream<String> figures(JsonNode cell) {
    List<String> figures = new ArrayList<>();
    if (!cell.path("metadata").path("tags").toString().contains("\"machine\"")) {
      for (JsonNode output : cell.path("outputs")) {
        shown(output).lines().map(String::stripTrailing).forEach(figures::add);
      }
    }
    return figures.stream().filter(line -> line.matches(".*\\d.*"));
  }

  /** The text among the forms of an output that a notebook would show; a picture hides it. */
  private static String shown(JsonNode output) {
    JsonNode data = output.path("data");
    if (output.path("name").asText().equals("stdout")) {
      return Notebook.text(output.path("text"), "");
    }
    if (data.has("image/png")) {
      return "";
    }
    return data.has("text/html")
        ? rows(Notebook.text(data.path("text/html"), ""))
        : Notebook.text(data.path("text/plain"), "");
  }

  private static String rows(String html) {
    return html.contains("<th>")
        ? html.replaceAll("\\s+", " ")
            .replace("</tr> ", "\n")
            .replaceAll("</t[hd]> <t[hd]>", " | ")
            .replaceAll("<[^>]*> ?", "")
        : "";
  }

  static Figures read(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> line.startsWith("#"));
    return new Figures(lines);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, HEAD + "\n" + String.join("\n", lines) + "\n");
  }

  /** Returns the first line in which others differ from these, and what to do about it. */
  Optional<String> differenceTo(Figures others) {
    for (int i = 0; i < Math.max(lines.size(), others.lines.size()); i++) {
      if (!line(i).equals(others.line(i))) {
        return Optional.of(
            """
            the notebooks show other figures than the committed ones, first here:
              committed  %s
              shown      %s
            A run is a pure function of its key, so the arithmetic, a key, a recipe or the cell was changed.
            If it was on purpose, write the figures anew and read what git diff says:
              %s
            If the line tells of the machine (a version, a time, a path), give its cell the tag "machine".
            """
                .formatted(line(i), others.line(i), REFRESH));
      }
    }
    return Optional.empty();
  }

  private String line(int i) {
    return i < lines.size() ? lines.get(i) : "nothing more";
  }
}
