package dojo.grade;

import dojo.kata.State;
import java.util.List;

/**
 * What a submission got in one kata.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param groups the visible group first, then the hidden ones by name
 */
public record KataGrade(String kata, List<GroupGrade> groups) {

  /**
   * Keeps a copy.
   *
   * @param kata the label of the kata
   * @param groups its groups of tests
   */
  public KataGrade {
    groups = List.copyOf(groups);
  }

  /**
   * Returns what it got.
   *
   * @return the points of all groups; NaN where the kit failed in one of them
   */
  public double points() {
    return Points.sum(groups.stream().mapToDouble(GroupGrade::points));
  }

  /**
   * Returns what there is to get.
   *
   * @return the points that all groups are worth
   */
  public double outOf() {
    return Points.sum(groups.stream().mapToDouble(GroupGrade::outOf));
  }

  /**
   * Returns how the kata stands.
   *
   * @return an error if one group is; otherwise red if one is; todo if one is; green if all are
   */
  public State state() {
    return Points.worst(groups.stream().map(GroupGrade::state).toList());
  }
}
