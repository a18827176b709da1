/**
 * The command {@code ./dojo}: thin, one class per subcommand. May import every room; nothing
 * imports it.
 */
@NullMarked
package dojo.cli;

import org.jspecify.annotations.NullMarked;
