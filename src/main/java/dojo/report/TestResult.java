package dojo.report;

import dojo.kata.Report;
import dojo.kata.State;

/**
 * What one test of a submission saw.
 *
 * @param name the name of the test in Java; empty if no test was running, for example because the
 *     class does not compile
 * @param title the same as a sentence; where no test was running, what happened instead
 * @param state how it stands
 * @param diagnosis the id of the classic mistake that was recognised, or an empty text
 * @param report why it is not green, with the whole input that it failed for; empty if it is green
 *     or was not run
 */
public record TestResult(String name, String title, State state, String diagnosis, Report report) {}
