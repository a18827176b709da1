/**
 * Turning gradients into better parameters, with explicit state. Imports {@code tensor}; every room
 * after it may import it.
 */
@NullMarked
package dojo.optim;

import org.jspecify.annotations.NullMarked;
