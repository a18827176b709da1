package dojo.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pages that belong together, in a browser: what a reader would stumble over, a line for each.
 *
 * @param browser where they are opened
 * @param folder where they lie
 */
public record Site(Browser browser, Path folder) {
  /** The pages of its own folder: those in folders below, as Javadoc's, are only led to. */
  public List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  /** Opens each page from the disk, on all screens, with axe-core, and follows each link. */
  public List<String> read() throws IOException {
    List<String> found = new ArrayList<>();
    Map<String, Set<String>> places = new HashMap<>();
    Map<String, List<String>> links = new HashMap<>();
    Axe axe = Axe.core();
    for (String page : pages()) {
      open(folder.toUri(), page, found);
      JsonNode seen = browser.await(LOOK);
      seen.path("troubles").forEach(it -> found.add(page + ": " + it.asText()));
      places.put(page, texts(seen.path("places")));
      links.put(page, List.copyOf(texts(seen.path("links"))));
      axe.violations(browser).forEach(it -> found.add(page + ": " + it));
      browser.on(Screen.dark(Screen.DESK));
      if (!browser.await(DARK).asBoolean()) {
        found.add(page + ": it stays light where the system is dark");
      }
      axe.contrasts(browser).forEach(it -> found.add(page + ", dark: " + it));
      browser.on(Screen.light(Screen.PHONE));
      int wider = browser.evaluate(WIDER).asInt();
      if (wider > 0) {
        found.add("%s: on a phone it is moved sideways, by %d pixels".formatted(page, wider));
      }
    }
    links.forEach((page, all) -> all.forEach(link -> follow(page, link, places, found)));
    return found;
  }

  /** Opens each page from a server, as part of a larger site. */
  public List<String> readFrom(URI base) throws IOException {
    List<String> found = new ArrayList<>();
    for (String page : pages()) {
      open(base, page, found);
    }
    return found;
  }

  private void open(URI base, String page, List<String> found) {
    browser.show(base.resolve(page), Screen.light(Screen.DESK));
    browser.complaints().forEach(it -> found.add(page + ": it complains: " + it));
    browser.requests().stream()
        .filter(address -> !address.startsWith(base.toString()))
        .forEach(address -> found.add(page + ": it asks for " + address));
  }

  /** What lies on the disk is there, and has the place that is meant. */
  private void follow(
      String page, String link, Map<String, Set<String>> places, List<String> found) {
    String base = folder.toUri().toString();
    if (!link.startsWith("file:")) {
      return; // no test follows a link to the world
    }
    URI uri = URI.create(link);
    String name =
        link.startsWith(base) ? link.substring(base.length()).replaceFirst("[?#].*", "") : "";
    Path file = Path.of(URI.create(link.replaceFirst("[?#].*", "")));
    if (!link.startsWith(base) || !Files.isRegularFile(file)) {
      found.add(page + ": a link leads nowhere: " + link);
      return;
    }
    String place = uri.getFragment();
    if (place == null || place.isEmpty() || uri.getQuery() != null) {
      return;
    }
    boolean there =
        places.containsKey(name) ? places.get(name).contains(place) : holds(file, place);
    if (!there) {
      found.add(page + ": a link leads to no place of its page: " + name + "#" + place);
    }
  }

  private static boolean holds(Path file, String place) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.contains("id=\"" + place.replace("<", "&lt;").replace(">", "&gt;") + "\"")
          || text.contains("id=\"" + place + "\"");
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> all = new HashSet<>();
    list.forEach(it -> all.add(it.asText()));
    return all;
  }

  private static final String WIDER =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String DARK = // a page is told of the change with the next frame
      """
      new Promise(then => requestAnimationFrame(() => requestAnimationFrame(() =>
        then(getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3)
          .reduce((sum, part) => sum + Number(part), 0) < 200))))""";

  /** What is seen of a page: its links, its places, and what is wrong with its contents. */
  private static final String LOOK =
      """
      (async () => {
        const troubles = [];
        for (const picture of document.images) {
          picture.loading = 'eager';
          await picture.decode().catch(() => troubles.push('a picture is not shown: ' + picture.src.slice(0, 120)));
          if (!picture.alt.trim() && !picture.closest('[aria-hidden=true]'))
            troubles.push('a picture has no text alternative: ' + picture.src.slice(0, 120));
        }
        let last = 0;
        for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
          const level = Number(heading.tagName[1]);
          if (level > last + 1) troubles.push('a heading leaves out a level: ' + heading.textContent);
          last = level;
        }
        for (const head of document.querySelectorAll('th'))
          if (!head.textContent.trim()) troubles.push('a head of a table is empty: ' + head.closest('table').textContent.slice(0, 80));
        if (document.querySelectorAll('h1').length !== 1) troubles.push('it has not one h1');
        if (!document.title.trim()) troubles.push('its window has no title');
        for (const formula of document.querySelectorAll('math'))
          if (formula.checkVisibility() && !formula.getBoundingClientRect().width)
            troubles.push('a formula is not shown: ' + formula.textContent.slice(0, 80));
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          if (/\\$[^$]*\\\\[a-z]+[^$]*\\$/.test(text.data) && !text.parentElement.closest('code, pre, script, style'))
            troubles.push('a formula is left as its source: ' + text.data.slice(0, 80));
        return {
          troubles,
          places: [...document.querySelectorAll('[id]')].map(it => it.id),
          links: [...document.querySelectorAll('a[href]')].map(it => it.href),
        };
      })()""";
}
