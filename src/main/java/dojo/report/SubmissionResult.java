package dojo.report;

import dojo.grade.Remark;
import dojo.grade.Tier;
import dojo.kata.State;
import dojo.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a submission got, as far as its reader may see it.
 *
 * @param submission its name
 * @param about what else is known about it, such as the columns of a roster
 * @param kit the version of the kit
 * @param tier how well the process of the student's classes was shut in
 * @param state how it stands; an error of the kit means that there is no grade
 * @param points what it got, in hundredths; NaN where there is no grade
 * @param outOf what there is to get
 * @param remarks what was odd about what was handed in
 * @param katas by label
 * @param seed the seed of its tests, if it is published
 * @param language the language of all sentences about it
 */
public record SubmissionResult(
    String submission,
    Map<String, String> about,
    String kit,
    Tier tier,
    State state,
    double points,
    double outOf,
    List<Remark> remarks,
    List<KataResult> katas,
    Optional<Long> seed,
    Locale language) {

  /**
   * Keeps copies.
   *
   * @param submission its name
   * @param about what else is known about it
   * @param kit the version of the kit
   * @param tier how well the process of the student's classes was shut in
   * @param state how it stands
   * @param points what it got
   * @param outOf what there is to get
   * @param remarks what was odd about what was handed in
   * @param katas by label
   * @param seed the seed of its tests, if it is published
   * @param language the language of all sentences about it
   */
  public SubmissionResult {
    about = Collections.unmodifiableMap(new TreeMap<>(about));
    remarks = List.copyOf(remarks);
    katas = List.copyOf(katas);
  }

  /**
   * Returns whether there is a grade: where the kit failed there is none, neither zero points nor
   * all.
   *
   * @return whether the points are a number
   */
  public boolean graded() {
    return state != State.ERROR;
  }

  /**
   * Returns the command by which a student repeats the tests that they have, once the seed is
   * published.
   *
   * @return the command; nothing as long as the seed is secret
   */
  public Optional<String> repeat() {
    List<String> labels = katas.stream().map(KataResult::kata).toList();
    return seed.map(known -> "./dojo check " + String.join(",", labels) + " --all --seed=" + known);
  }

  /** Returns the sentences of this room, in the language of the result. */
  Words words() {
    return Words.of(SubmissionResult.class, language);
  }
}
