/** The dropout family, one member a file, formula first. Imports {@code nn}. */
@NullMarked
package dojo.dropout;

import org.jspecify.annotations.NullMarked;
