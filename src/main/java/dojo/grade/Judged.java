package dojo.grade;

import java.util.List;

/**
 * What the tests of all katas saw in one submission.
 *
 * @param katas by the label of the kata; of each kata the visible group first, then the hidden
 *     groups by name
 */
public record Judged(List<JudgedKata> katas) {

  /**
   * Keeps a copy.
   *
   * @param katas what each group of tests saw
   */
  public Judged {
    katas = List.copyOf(katas);
  }
}
