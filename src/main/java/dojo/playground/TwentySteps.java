package dojo.playground;

/**
 * Twenty steps whose weights are known: where they end in the same bits as on the Java virtual
 * machine, so does everything else.
 */
public final class TwentySteps {
  private static final int STEPS = 20;

  private TwentySteps() {}

  /**
   * Makes the steps.
   *
   * @return the fingerprints of both nets, joined by a space
   */
  public static String run() {
    Game game = Game.start(Settings.of("p0=0.1"), "").after(STEPS);
    return game.fingerprint(0) + " " + game.fingerprint(1);
  }
}
