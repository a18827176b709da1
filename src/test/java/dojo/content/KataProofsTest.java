package dojo.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is proved about every kata on every build: a student can trust a green, a red and the reason
 * that is given. A new kata is found by its folder.
 */
class KataProofsTest {
  /** At least 200 keys; the thorough run asks for 10,000: mvn test -Ddojo.keys=10000. */
  private static final int KEYS = Integer.getInteger("dojo.keys", 200);

  private static Workbench workbench;
  private static KataProofs proofs;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    workbench = new Workbench(Workbench.EXERCISES, scratch);
    proofs = new KataProofs(workbench, KEYS);
  }

  @AfterAll
  static void close() throws IOException {
    workbench.close();
  }

  /** All of them, or the one that an author is at: mvn test -Ddojo.only=30. */
  static List<Kata> katas() {
    int only = Integer.parseInt(System.getProperty("dojo.only", "0")); // 08 is no octal number
    return Workbench.katas().stream().filter(kata -> only == 0 || kata.number() == only).toList();
  }

  @Test
  void no_kata_is_overlooked() {
    assertTrue(
        Workbench.katas().size() >= 3,
        "fewer than 3 katas in solutions: were they moved? The proofs look for solutions/kataNN");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_1_the_solution_passes_every_test_with_every_key(Kata kata) throws Throwable {
    Given.prove(kata, () -> proofs.the_solution_passes_every_test(kata));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_2_the_untouched_start_fails_as_its_kind_should(Kata kata) throws Throwable {
    Given.prove(kata, () -> proofs.the_start_fails_as_it_should(kata));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_3_every_mistake_gets_its_own_diagnosis_and_the_solution_none(Kata kata)
      throws Throwable {
    Given.prove(kata, () -> proofs.every_mistake_gets_its_own_diagnosis(kata));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_4_every_random_check_states_rate_size_bound_and_seed(Kata kata) throws Throwable {
    Given.prove(kata, () -> proofs.every_random_check_states_rate_size_bound_and_seed(kata));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_5_four_hints_and_none_gives_the_answer_away(Kata kata) throws Throwable {
    HintsProof hints = new HintsProof(Workbench.EXERCISES, kata);
    Given.prove(
        kata,
        () -> {
          hints.four_hints_and_none_gives_the_answer_away();
          hints.every_diagnosis_points_to_a_hint();
          hints.the_start_does_not_hold_the_answer();
        });
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_6_a_missing_or_renamed_method_gives_one_kind_line(Kata kata) throws Throwable {
    Given.prove(kata, () -> new MissingMethodProof(workbench, kata).one_kind_line());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_8_the_page_works_its_example_as_the_solution_does(Kata kata) throws Throwable {
    Given.prove(kata, () -> Checks.assertNone(new WorkedExample(workbench, kata).problems()));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_7_every_answer_that_was_tried_gets_its_verdict(Kata kata) throws Throwable {
    Given.prove(kata, () -> proofs.every_answer_that_was_tried_gets_its_verdict(kata));
  }
}
