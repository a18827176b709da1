/**
 * Differentiable functions: layers, what a forward pass returns, and losses. Imports {@code
 * tensor}.
 */
@NullMarked
package dojo.nn;

import org.jspecify.annotations.NullMarked;
