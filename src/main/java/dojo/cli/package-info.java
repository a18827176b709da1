/**
 * The command {@code ./dojo}: thin, one class per subcommand. May import every room; no room may
 * import it. No other room knows picocli.
 */
@NullMarked
package dojo.cli;

import org.jspecify.annotations.NullMarked;
