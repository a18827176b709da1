/** Arrays of numbers with a shape, and one exact order of arithmetic. Imports {@code random}. */
@NullMarked
package dojo.tensor;

import org.jspecify.annotations.NullMarked;
