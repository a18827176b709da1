/**
 * The playground: two nets on the same data under the same key, one of them with dropout, and the
 * page in which they train. {@link dojo.playground.Game} and what it needs also run in a browser,
 * where TeaVM compiles them to WebAssembly.
 */
@NullMarked
package dojo.playground;

import org.jspecify.annotations.NullMarked;
