package dojo.grade;

import dojo.words.Sentence;

/**
 * Something about what was handed in that its reader should know: a file that was passed over, a
 * package line that was mended.
 *
 * @param file the file, as the student named it; empty if the whole submission is meant
 * @param what one sentence
 */
public record Remark(String file, Sentence what) {}
