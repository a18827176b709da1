/**
 * The computer: child processes, operating system, JDK, the project's folder, files that are
 * written whole, and what is missing with its remedy. Imports {@code dojo.words} alone; {@code
 * dojo.train} and all rooms after it may import it.
 */
@NullMarked
package dojo.machine;

import org.jspecify.annotations.NullMarked;
