/**
 * Differentiable functions: layers, what a forward pass returns, and losses. Imports {@code random}
 * and {@code tensor}; every room after it may import it.
 */
@NullMarked
package dojo.nn;

import org.jspecify.annotations.NullMarked;
