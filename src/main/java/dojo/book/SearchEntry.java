package dojo.book;

/**
 * What the search can find: a piece of a page.
 *
 * @param kind what it is
 * @param page the file of its page
 * @param anchor where on that page; empty for its top
 * @param heading what it is called, or below which heading it stands
 * @param text what it says, in one line
 */
record SearchEntry(Kind kind, String page, String anchor, String heading, String text) {

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
