/**
 * What a kata is: its files, its plan, its words, its start and its classic mistakes, and the
 * verdict on what a student wrote. Of the rooms before it, it imports {@code words} and {@code
 * machine}; {@code expect}, {@code practice} and the rooms after them may import it.
 */
@NullMarked
package dojo.kata;

import org.jspecify.annotations.NullMarked;
