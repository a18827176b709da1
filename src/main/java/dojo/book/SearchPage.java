package dojo.book;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Reads what can be found on a page, as it was rendered: so each entry leads to an anchor that is
 * there. Prose is one entry for each heading, code one for each cell, a glossary one for each term.
 */
final class SearchPage implements NodeFilter {
  /** What a program printed and drew; claims and figures have entries of their own. */
  private static final String LEFT_OUT = "script, style, nav, svg, form, button, .out, .in";

  private final String page;
  private final SearchEntry.Kind prose;
  private final List<SearchEntry> found = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();

  /** Where a heading or a term begins. */
  private record Section(SearchEntry.Kind kind, String anchor, String heading) {}

  private SearchPage(String page, SearchEntry.Kind prose) {
    this.page = page;
    this.prose = prose;
    sections.add(new Section(prose, "", ""));
  }

  /**
   * Reads a page.
   *
   * @param page its file
   * @param html the page
   * @param prose what its prose is: prose or a kata
   * @return the entries, in order
   */
  static List<SearchEntry> entries(String page, String html, SearchEntry.Kind prose) {
    Document document = Jsoup.parse(html);
    Element main = document.selectFirst("main");
    SearchPage reader = new SearchPage(page, prose);
    (main == null ? document.body() : main).filter(reader);
    reader.flush();
    return reader.found;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (element.is(LEFT_OUT)) {
      return FilterResult.SKIP_CHILDREN;
    }
    if (element.normalName().equals("math")) {
      text.append(' ').append(formula(element)).append(' ');
      return FilterResult.SKIP_CHILDREN;
    }
    if (element.is(".cell")) {
      code(element);
      return FilterResult.SKIP_CHILDREN;
    }
    if (element.is("h1[id], h2[id], h3[id], h4[id], h5[id], h6[id]")) {
      begin(prose, element);
      return FilterResult.SKIP_CHILDREN;
    }
    if (element.is("dt[id]")) {
      begin(SearchEntry.Kind.TERM, element);
      return FilterResult.SKIP_CHILDREN;
    }
    if (element.isBlock() || element.is("br, td, th, li")) {
      text.append(' ');
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && (element.isBlock() || element.is("td, th, li"))) {
      text.append(' ');
    }
    return FilterResult.CONTINUE;
  }

  /** A cell stands amid prose, which goes on after it. */
  private void code(Element cell) {
    Element pre =
        cell.select("pre").stream()
            .filter(each -> each.closest(".out") == null)
            .findFirst()
            .orElse(cell);
    String code = pre.wholeText();
    if (!code.isBlank()) {
      found.add(
          new SearchEntry(SearchEntry.Kind.CODE, page, cell.id(), now().heading(), line(code)));
    }
  }

  private void begin(SearchEntry.Kind next, Element named) {
    flush();
    sections.add(new Section(next, named.id(), line(spoken(named))));
  }

  /** Text in which a formula is what a reader would type. */
  private static String spoken(Element element) {
    Element copy = element.clone();
    copy.select("math").forEach(math -> math.replaceWith(new TextNode(formula(math))));
    return copy.text();
  }

  private static String formula(Element math) {
    Element source = math.selectFirst("annotation");
    return source == null ? math.text() : TypedFormula.of(source.text());
  }

  private Section now() {
    return sections.get(sections.size() - 1);
  }

  private void flush() {
    String said = line(text.toString());
    Section section = now();
    if (!said.isEmpty() || !section.heading().isEmpty()) {
      found.add(new SearchEntry(section.kind(), page, section.anchor(), section.heading(), said));
    }
    text.setLength(0);
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
