/** Charts and pictures in one line; the only room that knows XChart. Imports {@code experiment}. */
@NullMarked
package dojo.plot;

import org.jspecify.annotations.NullMarked;
