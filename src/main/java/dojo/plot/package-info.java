/**
 * Charts and pictures in one line; the only room that knows XChart and AWT. Imports {@code tensor},
 * {@code dropout}, {@code words}, {@code train} and {@code experiment}; every room after it may
 * import it.
 */
@NullMarked
package dojo.plot;

import org.jspecify.annotations.NullMarked;
