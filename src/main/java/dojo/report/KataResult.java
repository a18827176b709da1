package dojo.report;

import dojo.kata.State;
import java.util.List;

/**
 * What a submission got in one kata, as far as its reader may see it.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param title what the kata is called; empty if it is not in this project
 * @param state how it stands; an error of the kit means that there is no grade
 * @param points what it got, in hundredths; NaN where there is no grade
 * @param outOf what there is to get
 * @param groups the visible group first, then the hidden ones by name
 */
public record KataResult(
    String kata, String title, State state, double points, double outOf, List<GroupResult> groups) {

  /**
   * Keeps a copy.
   *
   * @param kata the label of the kata
   * @param title what the kata is called
   * @param state how it stands
   * @param points what it got
   * @param outOf what there is to get
   * @param groups its groups of tests
   */
  public KataResult {
    groups = List.copyOf(groups);
  }
}
