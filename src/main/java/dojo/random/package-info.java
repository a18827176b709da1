/**
 * Randomness as a value: keys that can be split and asked, never advanced, and the law of a count
 * of coins. Imports no other room; every room may import it.
 */
@NullMarked
package dojo.random;

import org.jspecify.annotations.NullMarked;
