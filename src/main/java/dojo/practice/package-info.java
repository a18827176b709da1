/**
 * The kata loop: compiling and running what a student writes. Imports {@code dojo.expect} and the
 * rooms before it; {@code dojo.cli} and notebooks may import it.
 */
@NullMarked
package dojo.practice;

import org.jspecify.annotations.NullMarked;
