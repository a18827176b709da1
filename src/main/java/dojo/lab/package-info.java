/**
 * The Jupyter side: environment, kernel, running notebooks, the HTML course. Imports no other room;
 * {@code dojo.cli} may import it.
 */
@NullMarked
package dojo.lab;

import org.jspecify.annotations.NullMarked;
