/** Randomness as a value: keys that can be split and asked, never advanced. Imports nothing. */
@NullMarked
package dojo.random;

import org.jspecify.annotations.NullMarked;
