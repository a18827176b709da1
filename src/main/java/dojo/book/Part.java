package dojo.book;

/**
 * A part of the book besides its notebooks.
 *
 * @param page the file of its page
 * @param title what it is called
 * @param about what it has, in a sentence or two
 */
record Part(String page, String title, String about) {}
