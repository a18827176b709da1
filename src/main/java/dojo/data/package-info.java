/**
 * Data sets and what is done to them before training. Only sets that do not come with the kit use
 * the network, and only when they are asked for. Imports {@code random} and {@code tensor}; every
 * room after it may import it.
 */
@NullMarked
package dojo.data;

import org.jspecify.annotations.NullMarked;
