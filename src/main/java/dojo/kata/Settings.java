package dojo.kata;

import java.util.Map;

/**
 * How a kata's tests are run.
 *
 * @param seed the seed of the key that the tests receive
 * @param all whether to go on after the first test that fails
 */
public record Settings(long seed, boolean all) {

  /** The JUnit configuration parameter with the seed. */
  static final String SEED = "dojo.seed";

  /** The JUnit configuration parameter that asks for all tests. */
  static final String ALL = "dojo.all";

  /** The JUnit configuration parameter with the folder of the exercises. */
  static final String EXERCISES = "dojo.exercises";

  /** The JUnit configuration parameter with the false-alarm rate; above 1, every count fails. */
  static final String ALPHA = "dojo.alpha";

  /** The seed where none is asked for: the same figures for everyone. */
  static final long DEFAULT_SEED = 42;

  /**
   * Returns the usual settings: the usual seed, and the first failure only.
   *
   * @return the settings
   */
  public static Settings usual() {
    return new Settings(DEFAULT_SEED, false);
  }

  Map<String, String> parameters(Exercises exercises) {
    return Map.of(
        SEED, Long.toString(seed),
        ALL, Boolean.toString(all),
        EXERCISES, exercises.root().toAbsolutePath().toString());
  }
}
