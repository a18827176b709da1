package dojo.book;

/**
 * A set of data, which has authors of its own.
 *
 * @param name the name of its folder
 * @param readme the file that says where it comes from
 */
record Origin(String name, String readme) {}
