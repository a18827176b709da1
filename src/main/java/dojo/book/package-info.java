/**
 * The book of the course: what pages there are, and what they say. Python renders them. Imports
 * {@code dojo.lab}, {@code dojo.kata}, {@code dojo.experiment}, whose claims it lists, {@code
 * dojo.machine} and {@code dojo.words}; {@code dojo.report}, whose pages share its look, and {@code
 * dojo.cli} may import it.
 */
@NullMarked
package dojo.book;

import org.jspecify.annotations.NullMarked;
