package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * Inverted dropout: while training, zeroes each unit with probability p and scales the others by
 * 1/(1−p); while evaluating, does nothing.
 *
 * <pre>
 *   train:  y  = m·x/q,  m ~ Bernoulli(q),  q = 1 − p      E[y] = x,  Var[y] = x²·p/q
 *   eval:   y  = x
 *   back:   dx = m·dy/q  with the mask of the forward pass
 * </pre>
 *
 * <p>p = 0 changes nothing and draws nothing; p = 1 gives zeros, forward and backward. This is what
 * {@code torch.nn.Dropout}, {@code keras.layers.Dropout} and {@code flax.linen.Dropout} do; for the
 * form of the original papers see {@link StandardDropout}.
 *
 * @param rate the probability of dropping a unit
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014), section
 *     10</a>
 */
public record Dropout(DropRate rate) implements MaskedLayer {

  /**
   * Returns the layer with a drop probability.
   *
   * @param p the probability of dropping a unit, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static Dropout of(double p) {
    return new Dropout(new DropRate(p));
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    return mode.noise()
        .filter(key -> rate.p() > 0)
        .map(key -> Forward.of(dropped(x, key), dy -> dropped(dy, key)))
        .orElseGet(() -> Forward.of(x, dy -> dy));
  }

  /**
   * Returns m·x/q. The same key gives the same m, so the backward pass is the same function:
   * drawing m again takes less time than storing it.
   */
  private Tensor dropped(Tensor x, RandomKey key) {
    double q = rate.keep();
    double scale = rate.scale(); // 1/q
    float[] in = Floats.of(x);
    float[] out = new float[in.length];
    int rest = Coins.selectBlocks(key, q, in, scale, out); // the law below, for whole blocks
    for (int i = rest; i < out.length; i++) {
      out[i] = key.uniform(i) < q ? (float) (in[i] * scale) : 0; // not times 0: 0·∞ is NaN
    }
    return Floats.like(x, out);
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    return Forward.of(m.select(x, rate.scale()), dy -> m.select(dy, rate.scale()));
  }

  @Override
  public Dropout withRate(DropRate other) {
    return new Dropout(other);
  }

  @Override
  public String toString() {
    return "Dropout(p = " + rate.p() + ")";
  }
}
