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
import java.util.stream.Stream;

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
      entries.addAll(
          named(
              page(output, chapter.page(), SearchEntry.Kind.PROSE),
              names(facts.words(), "notebook", chapter.number(), chapter.title())));
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
      entries.addAll(
          named(
              page(output, kata.page(), SearchEntry.Kind.KATA),
              names(facts.words(), "kata", kata.label(), kata.title())));
    }
    for (String name : List.of("index", "setup", "glossary", "teachers", "about")) {
      titles.put(name + ".html", facts.words().getOrDefault(name, "Dropout Dojo"));
      entries.addAll(page(output, name + ".html", SearchEntry.Kind.PROSE));
    }
    for (Part part : facts.parts()) {
      if (!titles.containsKey(
          part.page())) { // nothing of it was read: it is made elsewhere, or a list
        titles.put(part.page(), part.title());
        entries.add(
            new SearchEntry(SearchEntry.Kind.PROSE, part.page(), "", part.title(), part.about()));
      }
    }
    for (LibraryType type : LibraryType.in(output.resolve("api"))) {
      titles.put(type.page(), type.room());
      entries.add(
          new SearchEntry(SearchEntry.Kind.CLASS, type.page(), "", type.name(), type.summary())
              .withNames(List.of(type.qualified())));
    }
    return new SearchIndex(titles, entries);
  }

  /** The first heading of a page stands for it; a cell may come before its text has ended. */
  private static List<SearchEntry> named(List<SearchEntry> page, List<String> names) {
    List<SearchEntry> entries = new ArrayList<>(page);
    for (int i = 0; i < entries.size(); i++) {
      SearchEntry entry = entries.get(i);
      if (entry.kind() != SearchEntry.Kind.CODE && !entry.heading().isEmpty()) {
        entries.set(i, entry.withNames(names));
        return entries;
      }
    }
    return entries;
  }

  /** How readers call a page that has a number: kata 09, kata 9, kata09, or by its title. */
  private static List<String> names(
      Map<String, String> words, String kind, String number, String title) {
    String name = words.getOrDefault(kind, kind);
    String bare = number.replaceFirst("^0(?=.)", "");
    return Stream.of(name + " " + number, name + " " + bare, name + number, name + bare, title)
        .distinct()
        .toList();
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

  /**
   * Returns the library that reads the index in the browser, without the way to a map of it, below
   * its licence, which must be in every copy.
   */
  static String reader() {
    return "/*!\n"
        + licenceOfReader()
        + "*/\n"
        + Resource.read("minisearch/minisearch.js")
            .replaceFirst("//# sourceMappingURL=\\S+\\s*$", "");
  }

  static String licenceOfReader() {
    return Resource.read("minisearch/LICENSE.txt");
  }

  /** Returns the script, which puts all of it into the one variable {@code dojoSearch}. */
  String script(Locale language) {
    List<String> pages = new ArrayList<>(titles.keySet());
    List<SearchEntry.Kind> kinds = List.of(SearchEntry.Kind.values());
    List<List<Object>> rows = new ArrayList<>();
    for (SearchEntry entry : entries) {
      List<Object> row = new ArrayList<>();
      row.add(kinds.indexOf(entry.kind()));
      row.add(pages.indexOf(entry.page()));
      row.addAll(List.of(entry.anchor(), entry.heading(), entry.text()));
      if (!entry.names().isEmpty()) {
        row.add(entry.names());
      }
      rows.add(row);
    }
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("kinds", kinds(language));
    index.put(
        "pages", titles.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
    index.put("entries", rows);
    index.put("words", SearchWords.in(language));
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
