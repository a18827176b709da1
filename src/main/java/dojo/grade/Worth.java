package dojo.grade;

import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every group of tests is worth, once it is known which there are.
 *
 * @param points by the label of the kata and the name of the group, in the order of a grade
 */
public record Worth(Map<String, Map<String, Double>> points) {

  /**
   * Keeps a copy.
   *
   * @param points by the label of the kata and the name of the group
   */
  public Worth {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    points.forEach(
        (kata, groups) -> copy.put(kata, Collections.unmodifiableMap(new LinkedHashMap<>(groups))));
    points = Collections.unmodifiableMap(copy);
  }

  /**
   * Asks a plan what all groups are worth.
   *
   * @param groups the groups of tests
   * @param plan the plan
   * @return what they are worth
   */
  public static Worth of(TestGroups groups, PointsPlan plan) {
    Map<String, Map<String, Double>> points = new LinkedHashMap<>();
    for (TestGroup group : groups.all()) {
      points
          .computeIfAbsent(group.kata().label(), kata -> new LinkedHashMap<>())
          .put(group.name(), plan.points(group.kata().label(), group.name()));
    }
    return new Worth(points);
  }

  /**
   * Gives points for what was judged. A group that was not judged is an error of the kit.
   *
   * @param submission the name of the submission
   * @param kit the version of the kit
   * @param tier the tier in which it was judged
   * @param judged what the tests saw
   * @return the grade
   */
  public Grade grade(String submission, String kit, Tier tier, Judged judged) {
    List<KataGrade> katas = new ArrayList<>();
    points.forEach(
        (kata, groups) -> {
          List<GroupGrade> grades = new ArrayList<>();
          groups.forEach(
              (name, outOf) ->
                  grades.add(
                      GroupGrade.of(found(judged, kata, name).orElse(none(kata, name)), outOf)));
          katas.add(new KataGrade(kata, grades));
        });
    return new Grade(submission, kit, tier, katas);
  }

  /**
   * Returns the grade of a submission at which the kit itself failed.
   *
   * @param submission the name of the submission
   * @param kit the version of the kit
   * @param tier the tier in which it was to be judged
   * @param what what happened
   * @return an error in each group of each kata: no grade
   */
  public Grade failed(String submission, String kit, Tier tier, String what) {
    List<JudgedKata> judged = new ArrayList<>();
    points.forEach(
        (kata, groups) ->
            groups.forEach(
                (name, outOf) ->
                    judged.add(judged(kata, name, TestOutcome.of("", new Seen.Fault(what))))));
    return grade(submission, kit, tier, new Judged(judged));
  }

  private static Optional<JudgedKata> found(Judged judged, String kata, String group) {
    return judged.katas().stream()
        .filter(each -> each.kata().equals(kata) && each.group().equals(group))
        .findFirst();
  }

  private static JudgedKata none(String kata, String group) {
    return judged(kata, group, TestOutcome.of("", new Seen.NoTest()));
  }

  private static JudgedKata judged(String kata, String group, TestOutcome outcome) {
    return new JudgedKata(kata, group, List.of(outcome), "", Duration.ZERO);
  }
}
