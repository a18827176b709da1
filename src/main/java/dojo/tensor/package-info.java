/**
 * Arrays of numbers with a shape, and one exact order of arithmetic. Imports {@code random}; every
 * room after it may import it.
 */
@NullMarked
package dojo.tensor;

import org.jspecify.annotations.NullMarked;
