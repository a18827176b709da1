/**
 * The Jupyter side: environment, kernel, running notebooks, the HTML course. Imports {@code
 * dojo.kata}, {@code dojo.machine} and {@code dojo.words}; {@code dojo.cli} may import it.
 */
@NullMarked
package dojo.lab;

import org.jspecify.annotations.NullMarked;
