package dojo.expect;

import dojo.kata.Exercises;
import java.util.Map;

/**
 * How a kata's tests are run.
 *
 * @param seed the seed of the key that the tests receive
 * @param all whether to go on after the first test that fails
 */
public record KataSettings(long seed, boolean all) {

  /** The JUnit configuration parameter with the seed. */
  public static final String SEED = "dojo.seed";

  /** The JUnit configuration parameter that asks for all tests. */
  public static final String ALL = "dojo.all";

  /** The JUnit configuration parameter with the folder of the exercises. */
  public static final String EXERCISES = "dojo.exercises";

  /**
   * The JUnit configuration parameter with the false-alarm rate; with 1 or more, every random check
   * fails.
   */
  public static final String ALPHA = "dojo.alpha";

  /** The JUnit configuration parameter with the number of keys of {@link Trials}. */
  public static final String TRIALS = "dojo.trials";

  /**
   * The JUnit configuration parameter that says that whoever runs the tests tells the verdict; if
   * it is not set, as in Maven and in an editor, a green kata tells its lesson itself.
   */
  public static final String TOLD = "dojo.told";

  /** The seed where none is asked for: the same figures for everyone. */
  public static final long DEFAULT_SEED = 42;

  /**
   * Returns the usual settings: the usual seed, and the first failure only.
   *
   * @return the settings
   */
  public static KataSettings usual() {
    return new KataSettings(DEFAULT_SEED, false);
  }

  /**
   * Returns the settings as JUnit takes them.
   *
   * @param exercises the folder of the exercises, whose words a failure is told in
   * @return configuration parameters by their names
   */
  public Map<String, String> parameters(Exercises exercises) {
    return Map.of(
        SEED, Long.toString(seed),
        ALL, Boolean.toString(all),
        TOLD, "true",
        EXERCISES, exercises.root().toAbsolutePath().toString());
  }
}
