/**
 * The language in which the test of a kata is written, and the seam between the test and the class
 * that it judges. Imports {@code dojo.random}, {@code dojo.words} and {@code dojo.kata}; the tests
 * of katas import this room and {@code dojo.random} alone, and {@code dojo.practice} runs them.
 */
@NullMarked
package dojo.expect;

import org.jspecify.annotations.NullMarked;
