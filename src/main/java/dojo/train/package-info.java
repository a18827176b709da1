/**
 * Training a model on data, and the history of it. Imports {@code random}, {@code tensor}, {@code
 * nn}, {@code dropout}, {@code optim}, {@code data} and {@code words}; every room after it may
 * import it.
 */
@NullMarked
package dojo.train;

import org.jspecify.annotations.NullMarked;
