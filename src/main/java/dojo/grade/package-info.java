/**
 * Grading: a class of submissions in, grades that no one can forge out. Imports {@code dojo.lab}
 * and the rooms before it; {@code dojo.report} and {@code dojo.cli} may import it.
 *
 * <p>The tests of the katas run in this JVM, the student's classes in another one, which can only
 * answer calls. So this JVM alone comes to a verdict, and nothing that a student's class does there
 * changes one.
 */
@NullMarked
package dojo.grade;

import org.jspecify.annotations.NullMarked;
