/**
 * The computer: child processes, operating system, JDK, the project's folder, and what is missing
 * with its remedy. Imports {@code dojo.words} alone; {@code dojo.kata} and all rooms after it may
 * import it.
 */
@NullMarked
package dojo.machine;

import org.jspecify.annotations.NullMarked;
