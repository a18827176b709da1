/**
 * The dropout family, one member a file, formula first. Imports {@code random}, {@code tensor} and
 * {@code nn}; every room after it may import it.
 */
@NullMarked
package dojo.dropout;

import org.jspecify.annotations.NullMarked;
