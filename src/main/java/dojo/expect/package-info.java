/**
 * The language in which the test of a kata is written. Imports {@code dojo.random} and {@code
 * dojo.kata}; the tests of katas import this room alone, and {@code dojo.practice} runs them.
 */
@NullMarked
package dojo.expect;

import org.jspecify.annotations.NullMarked;
