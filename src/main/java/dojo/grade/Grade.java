package dojo.grade;

import dojo.kata.State;
import java.util.List;

/**
 * What a submission got.
 *
 * <p>The points, the states and the diagnoses are a function of the submission, the kit and the
 * seed. The values that a verdict shows may come from a student's own randomness.
 *
 * @param submission the name of the submission
 * @param kit the version of the kit
 * @param tier how well the process of the student's classes was shut in
 * @param katas by label
 */
public record Grade(String submission, String kit, Tier tier, List<KataGrade> katas) {

  /**
   * Keeps a copy.
   *
   * @param submission the name of the submission
   * @param kit the version of the kit
   * @param tier how well the process of the student's classes was shut in
   * @param katas what it got in each kata
   */
  public Grade {
    katas = List.copyOf(katas);
  }

  /**
   * Returns what it got.
   *
   * @return the points of all katas; NaN where the kit failed in one of them
   */
  public double points() {
    return Points.sum(katas.stream().mapToDouble(KataGrade::points));
  }

  /**
   * Returns what there is to get.
   *
   * @return the points that all katas are worth
   */
  public double outOf() {
    return Points.sum(katas.stream().mapToDouble(KataGrade::outOf));
  }

  /**
   * Returns how the submission stands.
   *
   * @return an error if one kata is; otherwise red if one is; todo if one is; green if all are
   */
  public State state() {
    return Points.worst(katas.stream().map(KataGrade::state).toList());
  }

  /**
   * Counts katas.
   *
   * @param state how they stand
   * @return how many stand so
   */
  public long count(State state) {
    return katas.stream().filter(kata -> kata.state() == state).count();
  }
}
