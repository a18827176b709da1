package dojo.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a grade depends on beside the submission: grades made by other settings do not belong
 * together.
 *
 * @param kit the version of the kit
 * @param tests by which it is known whether the tests have changed
 * @param tier how well the processes of the students' classes are shut in
 * @param worth what each group of tests is worth
 * @param seed what the seed of each submission's tests is made of, which students must not know
 */
public record GradeSettings(String kit, String tests, Tier tier, Worth worth, long seed) {

  /**
   * Returns the settings of these tests.
   *
   * @param kit the version of the kit
   * @param groups the tests
   * @param plan what they are worth
   * @param tier how well the processes of the students' classes are shut in
   * @param seed what the seed of each submission's tests is made of
   * @return the settings
   */
  public static GradeSettings of(
      String kit, TestGroups groups, PointsPlan plan, Tier tier, long seed) {
    return new GradeSettings(kit, Digest.of(groups), tier, Worth.of(groups, plan), seed);
  }

  /** Returns all but the seed. */
  String json() {
    ObjectNode json = GradeJson.object();
    json.put("kit", kit).put("tests", tests).put("tier", tier.name());
    ObjectNode points = json.putObject("points");
    worth
        .points()
        .forEach(
            (kata, groups) -> {
              ObjectNode one = points.putObject(kata);
              groups.forEach(one::put);
            });
    return GradeJson.text(json);
  }
}
