package dojo.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the search of the book looks through, as a script: a page that is opened from a disk may run
 * a script that lies beside it, but may not read a file.
 *
 * @param titles what each page is called, by its file
 * @param entries what can be found
 */
record SearchIndex(Map<String, String> titles, List<SearchEntry> entries) {

  /**
   * Indexes the pages of the book.
   *
   * @param output their folder
   * @param facts what pages there are
   */
  static SearchIndex of(Path output, Facts facts) {
    Map<String, String> titles = new LinkedHashMap<>();
    List<SearchEntry> entries = new ArrayList<>();
    for (Chapter chapter : facts.chapters()) {
      titles.put(chapter.page(), chapter.number() + " · " + chapter.title());
      entries.addAll(page(output, chapter.page(), SearchEntry.Kind.PROSE));
      for (Stated claim : facts.claims().getOrDefault(chapter.topic(), List.of())) {
        String cell = "cell-" + claim.cell();
        entries.add(
            new SearchEntry(
                SearchEntry.Kind.CLAIM, chapter.page(), cell, claim.sentence(), claim.statistic()));
      }
      for (Plate plate : facts.figures().getOrDefault(chapter.topic(), List.of())) {
        String cell = "cell-" + plate.cell();
        entries.add(
            new SearchEntry(SearchEntry.Kind.FIGURE, chapter.page(), cell, plate.title(), ""));
      }
    }
    for (Exercise kata : facts.katas()) {
      titles.put(kata.page(), kata.label() + " · " + kata.title());
      entries.addAll(page(output, kata.page(), SearchEntry.Kind.KATA));
    }
    for (String name : List.of("glossary", "teachers", "about")) {
      titles.put(name + ".html", facts.words().getOrDefault(name, name));
      entries.addAll(page(output, name + ".html", SearchEntry.Kind.PROSE));
    }
    for (LibraryType type : LibraryType.in(output.resolve("api"))) {
      titles.put(type.page(), type.room());
      entries.add(
          new SearchEntry(SearchEntry.Kind.CLASS, type.page(), "", type.name(), type.summary()));
    }
    return new SearchIndex(titles, entries);
  }

  private static List<SearchEntry> page(Path output, String page, SearchEntry.Kind prose) {
    Path file = output.resolve(page);
    try {
      return Files.exists(file)
          ? SearchPage.entries(page, Files.readString(file), prose)
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the library that reads the index in the browser, without the way to a map of it. */
  static String reader() {
    return Resource.read("minisearch/minisearch.js")
        .replaceFirst("//# sourceMappingURL=\\S+\\s*$", "");
  }

  /** Returns the script, which puts all of it into the one variable {@code dojoSearch}. */
  String script(Locale language) {
    List<String> pages = new ArrayList<>(titles.keySet());
    List<SearchEntry.Kind> kinds = List.of(SearchEntry.Kind.values());
    List<List<Object>> rows = new ArrayList<>();
    for (SearchEntry entry : entries) {
      rows.add(
          List.of(
              kinds.indexOf(entry.kind()),
              pages.indexOf(entry.page()),
              entry.anchor(),
              entry.heading(),
              entry.text()));
    }
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("kinds", kinds(language));
    index.put(
        "pages", titles.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
    index.put("entries", rows);
    try {
      return "window.dojoSearch=" + new ObjectMapper().writeValueAsString(index) + ";\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts and numbers alone
    }
  }

  private static List<List<String>> kinds(Locale language) {
    Words words = Words.of(SearchIndex.class, language);
    List<List<String>> kinds = new ArrayList<>();
    for (SearchEntry.Kind kind : SearchEntry.Kind.values()) {
      kinds.add(List.of(kind.key(), words.say(kind.key())));
    }
    return kinds;
  }
}
