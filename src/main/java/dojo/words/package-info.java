/**
 * Sentences apart from structure: what a reader reads, by key, in a language; and what a notebook
 * can show. Imports no other room; {@code train} and all rooms after it may import it.
 */
@NullMarked
package dojo.words;

import org.jspecify.annotations.NullMarked;
