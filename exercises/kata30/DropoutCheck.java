package kata30;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 30: a test that refuses what is not dropout, and never accuses what is. */
public final class DropoutCheck {
  private DropoutCheck() {}

  /** What is to be tested: perhaps dropout while training, perhaps something like it. */
  public interface Layer {

    /**
     * Ought to drop each element with probability p and to divide the others by q = 1 - p.
     *
     * @param x the input, [rows, columns]; it ought to stay as it is
     * @param p the drop probability, in [0, 1]
     * @param key the randomness: the same key, the same output
     * @return ought to be a new array of the same shape
     */
    float[][] forward(float[][] x, double p, RandomKey key);
  }

  /**
   * Says whether a layer is dropout, as far as 20,000 elements show it.
   *
   * @param layer the layer; in all its calls together it may be given 20,000 elements
   * @param key the randomness of this test: key.split(k) is another key for every k
   * @return false if something about the layer is wrong, true otherwise
   */
  public static boolean accepts(Layer layer, RandomKey key) {
    throw new UnsupportedOperationException("TODO: judge values, number of zeros and shared coins");
  }
}
