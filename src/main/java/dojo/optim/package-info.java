/** Turning gradients into better parameters, with explicit state. Imports {@code tensor}. */
@NullMarked
package dojo.optim;

import org.jspecify.annotations.NullMarked;
