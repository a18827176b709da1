/**
 * Data sets and what is done to them before training. The network is asked for nothing but a set
 * that does not come with the kit, and only when it is called for. Imports {@code tensor}.
 */
@NullMarked
package dojo.data;

import org.jspecify.annotations.NullMarked;
