/**
 * Many runs and what may be concluded from them. Imports {@code random}, {@code tensor}, {@code
 * nn}, {@code dropout}, {@code data}, {@code words} and {@code train}; every room after it may
 * import it.
 */
@NullMarked
package dojo.experiment;

import org.jspecify.annotations.NullMarked;
