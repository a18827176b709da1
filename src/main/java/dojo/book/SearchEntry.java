package dojo.book;

import java.util.List;

/**
 * What the search can find: a piece of a page.
 *
 * @param kind what it is
 * @param page the file of its page
 * @param anchor where on that page; empty for its top
 * @param heading what it is called, or below which heading it stands
 * @param text what it says, in one line
 * @param names how else readers ask for it, such as {@code kata 9}
 */
record SearchEntry(
    Kind kind, String page, String anchor, String heading, String text, List<String> names) {

  SearchEntry(Kind kind, String page, String anchor, String heading, String text) {
    this(kind, page, anchor, heading, text, List.of());
  }

  SearchEntry withNames(List<String> names) {
    return new SearchEntry(kind, page, anchor, heading, text, names);
  }

  /** What there is to be found. */
  enum Kind {
    PROSE("kind-prose"),
    CODE("kind-code"),
    CLAIM("kind-claim"),
    FIGURE("kind-figure"),
    KATA("kind-kata"),
    TERM("kind-term"),
    CLASS("kind-class");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Returns its name in the index, which is the key of its words. */
    String key() {
      return key;
    }
  }
}
