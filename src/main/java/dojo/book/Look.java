package dojo.book;

/** The look that all pages of the kit share: those of the book and those of the grader. */
public final class Look {
  private Look() {}

  /**
   * Returns the style of what every page has: colours for light and for dark, type, tables, notes,
   * print.
   *
   * @return a style sheet, to stand before that of the page
   */
  public static String base() {
    return Resource.read("base.css");
  }

  /** Returns the whole style sheet of the book. */
  static String ofTheBook() {
    return base() + "\n" + Resource.read("book.css") + "\n" + Resource.read("search.css");
  }
}
