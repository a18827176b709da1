/**
 * Results: what a class got, written for readers and for other programs. Imports {@code dojo.grade}
 * and the rooms before it; {@code dojo.cli} may import it.
 *
 * <p>Results are made of a folder of grades, never while it is graded: so they can be made again,
 * in other formats, and after the deadline with more in them.
 */
@NullMarked
package dojo.report;

import org.jspecify.annotations.NullMarked;
