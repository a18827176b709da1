package dojo.book;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A picture that a notebook shows.
 *
 * @param title what it shows
 * @param text what is to be seen there, line by line
 * @param facts the line below it, such as its key and its fingerprint; empty if there is none
 * @param cell the name of its cell
 * @param number its place among the pictures of that cell, from 1
 */
record Plate(String title, List<String> text, String facts, String cell, int number) {

  /** Returns the pictures of a notebook, in order; none before it is executed. */
  static List<Plate> of(Notebook notebook) {
    List<Plate> plates = new ArrayList<>();
    for (JsonNode cell : notebook.codeCells()) {
      String name = cell.path("id").asText();
      int number = 0;
      for (JsonNode output : cell.path("outputs")) {
        if (output.path("data").has("image/png")) { // drawn without the kit, so nothing tells of it
          number++;
          continue;
        }
        for (Element picture : Jsoup.parse(html(output)).select("img[src^=data:image/png]")) {
          number++;
          if (!picture.attr("alt").isBlank()) {
            plates.add(of(picture, name, number));
          }
        }
      }
    }
    return plates;
  }

  private static Plate of(Element picture, String cell, int number) {
    List<String> lines = picture.attr("alt").lines().toList();
    Element figure = picture.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    return new Plate(
        title(lines.get(0)),
        lines.subList(1, lines.size()),
        caption == null ? "" : facts(caption),
        cell,
        number);
  }

  /** The line below a picture without its data, which the page of the notebook has. */
  private static String facts(Element caption) {
    Element copy = caption.clone();
    copy.select("a[download]").remove();
    return copy.text().replaceFirst("^[ ·]+", "");
  }

  /** The first line names the kind of picture and ends as a sentence does: "Chart: test loss." */
  private static String title(String line) {
    return line.replaceFirst("^[^:：]{1,20}[:：] *", "").replaceFirst("[.。]$", "");
  }

  private static String html(JsonNode output) {
    JsonNode html = output.path("data").path("text/html");
    StringBuilder text = new StringBuilder(html.isTextual() ? html.asText() : "");
    StreamSupport.stream(html.spliterator(), false).forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}
