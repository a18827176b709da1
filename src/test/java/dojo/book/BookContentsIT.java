package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.browser.LeftOut;
import dojo.words.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The book of this very course beside the executed notebooks that it was made of: nothing that they
 * say is lost or other. It is the book that {@link BookInBrowserIT} opens.
 */
@Order(Integer.MAX_VALUE)
class BookContentsIT {
  private static final Path BOOK =
      Path.of(System.getProperty("dojo.book", "target/notebooks-it")).toAbsolutePath();
  private static final Pattern CLAIM =
      Pattern.compile("(?m)^✔ (.*?)(?: \\[([^\\[\\]]*[0-9a-f]{16})\\])?$");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");
  private static final Pattern TEX = Pattern.compile("(?s)\\$\\$(.+?)\\$\\$|\\$([^$]+?)\\$");
  private static final Pattern ROW = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,]*),(.*)");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (dojo\\.\\w+)\\.([A-Z]\\w*);");

  private final List<String> troubles = new ArrayList<>();

  @BeforeAll
  static void is_there() {
    LeftOut.unless(
        Files.exists(BOOK.resolve("index.html")),
        "the contents of the book",
        "there is no book in " + BOOK,
        "run all integration tests, of which one writes it, or name another by -Ddojo.book");
  }

  @Test
  void every_claim_stands_on_the_page_of_claims_and_leads_to_its_cell() {
    Document page = page("claims.html");
    List<String> rows =
        page.select("table.claims tbody tr").stream().map(BookContentsIT::row).toList();
    List<String> printed = new ArrayList<>();
    eachCell(
        (name, cell) -> {
          String place = name + ".html#cell-" + cell.path("id").asText();
          CLAIM
              .matcher(printed(cell))
              .results()
              .map(
                  claim ->
                      place
                          + " "
                          + claim.group(1)
                          + " "
                          + (claim.group(2) == null ? "" : claim.group(2)))
              .map(String::strip)
              .forEach(printed::add);
        });
    assertEquals(String.join("\n", printed), String.join("\n", rows));
    assertFalse(printed.isEmpty());
  }

  /** The place, the claim, and its mark without the keys, which the code has and not the output. */
  private static String row(Element row) {
    String keys = row.select("small").text();
    Element statistic = row.expectFirst("td").clone();
    statistic.select("small").remove();
    String mark =
        Stream.of(keys.split(" · "))
            .filter(part -> part.matches(".*[0-9a-f]{16}"))
            .collect(Collectors.joining());
    String sentence = row.expectFirst("th").wholeText();
    return "%s %s: %s %s"
        .formatted(row.expectFirst("a").attr("href"), sentence, statistic.wholeText().strip(), mark)
        .strip();
  }

  @Test
  void each_chart_is_the_one_that_was_drawn_and_its_data_have_the_fingerprint_below_it() {
    Document figures = page("figures.html");
    Set<String> shown = new TreeSet<>(figures.select("figure > a").eachAttr("href"));
    eachCell(
        (name, cell) -> {
          Element place = page(name + ".html").expectFirst("#cell-" + cell.path("id").asText());
          List<Element> drawn = pictures(cell);
          List<Element> there = place.select("img");
          same(name + ": pictures of " + place.id(), drawn.size(), there.size());
          for (int i = 0; i < Math.min(drawn.size(), there.size()); i++) {
            same(place.id(), drawn.get(i).attr("alt"), there.get(i).attr("alt"));
            String png = drawn.get(i).attr("src").replaceFirst(".*,", "");
            same(
                place.id(),
                png,
                Base64.getEncoder().encodeToString(bytes(there.get(i).attr("src"))));
            need(
                shown.contains(name + ".html#" + place.id()),
                place.id() + " is not among the figures");
            need(
                drawn.get(i).attr("alt").lines().count() > 1,
                place.id() + " says nothing of its data");
          }
          place.select("figcaption a[download]").forEach(data -> fingerprint(place.id(), data));
        });
    assertEquals("", String.join("\n", troubles));
  }

  /** The numbers of a part stand below each other, and an empty line ends them. */
  private void fingerprint(String place, Element link) {
    String csv =
        URLDecoder.decode(
            link.attr("href").replaceFirst("data:[^,]*,", "").replace("+", "%2B"),
            StandardCharsets.UTF_8);
    StringBuilder numbers = new StringBuilder();
    String last = "";
    boolean tiles = csv.startsWith("picture,");
    boolean nets = csv.startsWith("net,");
    int lastAt = 0; // a tile begins with its first row, and each layer of a net is a part
    for (String line : csv.lines().skip(1).toList()) {
      Matcher row = ROW.matcher(line);
      need(row.matches(), place + ": no row: " + line);
      int at = !tiles && !nets ? 0 : Integer.parseInt(row.group(2).replaceFirst(",.*", ""));
      boolean goesOn = row.group(1).equals(last) && (nets ? at == lastAt : at >= lastAt);
      numbers.append(numbers.isEmpty() || goesOn ? "" : "\n");
      lastAt = at;
      numbers.append(row.group(2)).append('\n');
      last = row.group(1);
    }
    String told = link.closest("figcaption").expectFirst("code").text();
    same(place + ": fingerprint", Fingerprint.of(numbers.append('\n').toString()), told);
  }

  @Test
  void each_formula_is_mathml_with_its_source_its_digits_and_its_fractions() {
    for (Path notebook : notebooks()) {
      Element main = page(name(notebook) + ".html").expectFirst("main");
      List<String> written = new ArrayList<>();
      json(notebook).path("cells").forEach(cell -> written.addAll(formulas(cell)));
      List<Element> maths = main.select("[id^=cell-] math");
      same(
          name(notebook),
          written,
          maths.stream().map(it -> it.select("annotation").text().strip()).toList());
      for (Element math : maths) {
        String tex = math.select("annotation").text();
        Element seen = math.clone();
        seen.select("annotation").remove();
        same(
            name(notebook) + ": " + tex,
            tex.replaceAll("\\D", ""),
            seen.text().replaceAll("\\D", ""));
        same(
            name(notebook) + ": " + tex,
            tex.split("\\\\(?:[dt]?frac|binom)(?![a-z])", -1).length - 1,
            seen.select("mfrac").size());
      }
    }
    assertEquals("", String.join("\n", troubles));
  }

  private static List<String> formulas(JsonNode cell) {
    String prose =
        cell.path("cell_type").asText().equals("markdown") ? joined(cell.path("source")) : "";
    return TEX.matcher(CODE.matcher(prose).replaceAll(""))
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(tex -> tex.replaceAll("\\s+", " ").strip())
        .toList();
  }

  @Test
  void every_page_is_reached_from_the_front_the_map_and_the_search() throws IOException {
    Document front = page("index.html");
    List<String> chapters = notebooks().stream().map(it -> name(it) + ".html").toList();
    same(
        "map",
        chapters,
        front.select("svg.map a").stream().map(it -> it.attr("href")).sorted().toList());
    String index = Files.readString(BOOK.resolve("assets/search-index.js"));
    for (int i = 0; i < chapters.size(); i++) {
      Document page = page(chapters.get(i));
      same(
          chapters.get(i),
          i == 0 ? "" : chapters.get(i - 1),
          page.select("a[rel=prev]").attr("href"));
      same(
          chapters.get(i),
          i + 1 == chapters.size() ? "" : chapters.get(i + 1),
          page.select("a[rel=next]").attr("href"));
      need(page.select("#run-this").size() == 1, chapters.get(i) + " does not say how to run it");
    }
    try (Stream<Path> files = Files.list(BOOK)) {
      for (String page :
          files
              .map(it -> it.getFileName() + "")
              .filter(it -> it.matches("(\\d\\d|kata)-.*\\.html"))
              .toList()) {
        need(index.contains("\"" + page + "\""), page + " is not in the search");
        need(
            !front.select("main a[href=" + page + "]").isEmpty(),
            page + " is not on the front page");
      }
    }
    assertEquals("", String.join("\n", troubles));
  }

  @Test
  void each_class_that_a_notebook_imports_leads_to_its_page() {
    for (Path notebook : notebooks()) {
      Document page = page(name(notebook) + ".html");
      StringBuilder code = new StringBuilder();
      eachCell(notebook, cell -> code.append(joined(cell.path("source"))).append('\n'));
      for (MatchResult found : IMPORT.matcher(code).results().toList()) {
        String to = "api/" + found.group(1).replace('.', '/') + "/" + found.group(2) + ".html";
        need(
            !Files.exists(BOOK.resolve(to)) || !page.select("a.api[href=" + to + "]").isEmpty(),
            name(notebook) + " has no link to " + to);
      }
    }
    assertEquals("", String.join("\n", troubles));
  }

  @Test
  void each_cell_that_claims_or_shows_names_the_keys_behind_it() {
    eachCell(
        (name, cell) -> {
          Element place = page(name + ".html").expectFirst("#cell-" + cell.path("id").asText());
          boolean tells =
              CLAIM.matcher(printed(cell)).find() || !place.select("figure img").isEmpty();
          need(
              !tells || !place.select("> .keys").text().isBlank(),
              name + " names no keys below " + place.id());
        });
    assertEquals("", String.join("\n", troubles));
  }

  private void need(boolean right, String trouble) {
    if (!right) {
      troubles.add(trouble);
    }
  }

  private void same(String what, Object expected, Object actual) {
    need(expected.equals(actual), "%s: %.200s, but was %.200s".formatted(what, expected, actual));
  }

  private static List<Element> pictures(JsonNode cell) {
    List<Element> pictures = new ArrayList<>();
    for (JsonNode output : cell.path("outputs")) {
      pictures.addAll(Jsoup.parse(joined(output.path("data").path("text/html"))).select("img"));
    }
    return pictures;
  }

  private static String printed(JsonNode cell) {
    StringBuilder text = new StringBuilder();
    cell.path("outputs").forEach(output -> text.append(joined(output.path("text"))));
    return text.toString();
  }

  private static void eachCell(BiConsumer<String, JsonNode> look) {
    notebooks().forEach(it -> eachCell(it, cell -> look.accept(name(it), cell)));
  }

  private static void eachCell(Path notebook, java.util.function.Consumer<JsonNode> look) {
    for (JsonNode cell : json(notebook).path("cells")) {
      if (cell.path("cell_type").asText().equals("code")
          && !joined(cell.path("source")).isBlank()) {
        look.accept(cell);
      }
    }
  }

  private static List<Path> notebooks() {
    try (Stream<Path> files = Files.list(BOOK)) {
      return files.filter(it -> it.toString().endsWith(".ipynb")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path notebook) {
    return (notebook.getFileName() + "").replace(".ipynb", "");
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document page(String name) {
    return Jsoup.parse(new String(bytes(name), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(BOOK.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(JsonNode text) {
    StringBuilder all = new StringBuilder(text.isArray() ? "" : text.asText());
    text.forEach(line -> all.append(line.asText()));
    return all.toString();
  }
}
