package kata09;

import dojo.random.RandomKey;

/** Kata 09: masks for every layer and step of a training run, all from one seed. */
public final class MaskStreams {
  private final long seed;
  private final double p;

  /**
   * Given: remembers the seed of the run.
   *
   * @param seed any number; another seed gives other masks
   * @param p the drop probability, in [0, 1]
   */
  public MaskStreams(long seed, double p) {
    this.seed = seed;
    this.p = p;
  }

  /**
   * Returns the mask of a layer at a step: the same one whenever, and in whatever order, it is
   * asked for.
   *
   * @param layer which layer, from 0
   * @param step which step of the training, from 0
   * @param units how many units the layer has; there may be none
   * @return a new array, [units]: 1 with probability 1 - p, otherwise 0
   */
  public float[] mask(int layer, int step, int units) {
    throw new UnsupportedOperationException("TODO: a key for this layer and step, a draw for each unit");
  }
}
