/**
 * Training a model on data, and the history of it. Imports {@code random}, {@code tensor}, {@code
 * nn}, {@code dropout}, {@code optim}, {@code data}, {@code words} and {@code machine}; every room
 * after it may import it.
 */
@NullMarked
package dojo.train;

import org.jspecify.annotations.NullMarked;
