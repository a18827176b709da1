/** The command line: thin, each command hands its work to another room. May import all of them. */
@NullMarked
package dojo.cli;

import org.jspecify.annotations.NullMarked;
