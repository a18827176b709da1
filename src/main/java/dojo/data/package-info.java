/** Data sets and what is done to them before training. Imports {@code tensor}. */
@NullMarked
package dojo.data;

import org.jspecify.annotations.NullMarked;
