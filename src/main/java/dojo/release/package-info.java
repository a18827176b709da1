/**
 * What a teacher hands out: the student edition, the same for a room without network, and the zip
 * for Gradescope. Imports {@code dojo.lab} and the rooms before it; {@code dojo.cli} may import it.
 */
@NullMarked
package dojo.release;

import org.jspecify.annotations.NullMarked;
