/**
 * The kata loop: finding, compiling, running and diagnosing what a student writes. Of the kit it
 * imports only {@code dojo.random}.
 */
@NullMarked
package dojo.kata;

import org.jspecify.annotations.NullMarked;
