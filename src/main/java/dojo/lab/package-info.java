/**
 * The Jupyter side: environment, kernel, running notebooks. Imports {@code dojo.kata}, {@code
 * dojo.machine} and {@code dojo.words}; the rooms after it may import it.
 */
@NullMarked
package dojo.lab;

import org.jspecify.annotations.NullMarked;
