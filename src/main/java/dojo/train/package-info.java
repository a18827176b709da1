/**
 * Fitting a model to data, and the history of it. Imports {@code optim}, {@code data}, {@code nn}.
 */
@NullMarked
package dojo.train;

import org.jspecify.annotations.NullMarked;
