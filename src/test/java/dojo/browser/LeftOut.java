package dojo.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A check that needs what not every machine has: elsewhere it is left out, in CI it fails. */
public final class LeftOut {
  private LeftOut() {}

  /**
   * Says what is left out, unless it can be done.
   *
   * @param possible whether it can be done
   * @param check what is checked
   * @param missing what is missing
   * @param remedy what brings it
   */
  public static void unless(boolean possible, String check, String missing, String remedy) {
    String sentence = "left out: " + check + "; " + missing + ": " + remedy;
    if (Boolean.getBoolean("dojo.dev")) {
      assertTrue(possible, sentence);
    } else if (!possible) {
      System.out.println(sentence); // a report of tests counts what is skipped, and says no more
    }
    assumeTrue(possible, sentence);
  }
}
