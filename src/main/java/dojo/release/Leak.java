package dojo.release;

/**
 * A line of a solution where students would find it.
 *
 * @param file where it was found; what lies in an archive follows the archive and {@code !/}
 * @param line the number of the line in which it ends, from 1
 * @param solution the file of the solution, and the line
 */
record Leak(String file, int line, String solution) {}
