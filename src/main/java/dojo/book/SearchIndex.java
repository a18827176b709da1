package dojo.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.words.Words;
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
      String name = kind.name().toLowerCase(Locale.ROOT);
      kinds.add(List.of(name, words.say("kind-" + name)));
    }
    return kinds;
  }
}
