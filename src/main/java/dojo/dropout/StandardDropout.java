package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * Standard dropout, as first published: while training, zeroes each unit with probability p; while
 * evaluating, scales every unit by 1−p.
 *
 * <pre>
 *   train:  y  = m·x,  m ~ Bernoulli(q),  q = 1 − p        E[y] = q·x,  Var[y] = x²·p·q
 *   eval:   y  = q·x
 *   back:   dx = m·dy  with the mask of the forward pass;  dx = q·dy when evaluating
 * </pre>
 *
 * <p>"At test time the model adjusts its output by the drop probability" describes this form.
 * {@link Dropout} moves the scale to training, so that evaluation costs nothing.
 *
 * @param rate the probability of dropping a unit (the p of the paper of 2014 is that of keeping
 *     one)
 * @see <a href="https://arxiv.org/abs/1207.0580">Hinton et al. (2012)</a>
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014), figure
 *     2</a>
 */
public record StandardDropout(DropRate rate) implements MaskedLayer {

  /**
   * Returns the layer with a drop probability.
   *
   * @param p the probability of dropping a unit, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static StandardDropout of(double p) {
    return new StandardDropout(new DropRate(p));
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    if (rate.p() == 0) {
      return Forward.of(x, dy -> dy);
    }
    return mode.noise()
        .map(key -> Forward.of(dropped(x, key), dy -> dropped(dy, key)))
        .orElseGet(() -> Forward.of(weakened(x), this::weakened));
  }

  /** Returns m·x. The same key gives the same m, so the backward pass is the same function. */
  private Tensor dropped(Tensor x, RandomKey key) {
    double q = rate.keep();
    float[] in = Floats.of(x);
    float[] out = new float[in.length];
    int rest = Coins.selectBlocks(key, q, in, 1, out); // the law below, for whole blocks
    for (int i = rest; i < out.length; i++) {
      out[i] = key.uniform(i) < q ? in[i] : 0; // not times 0: 0·∞ is NaN
    }
    return Floats.like(x, out);
  }

  /** Returns q·x; for q = 0 exactly +0.0, as in training, even where x is infinite. */
  private Tensor weakened(Tensor x) {
    return rate.p() == 1 ? Tensor.zeros(x.shape()) : x.times(rate.keep());
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    return Forward.of(m.select(x, 1), dy -> m.select(dy, 1));
  }

  @Override
  public StandardDropout withRate(DropRate other) {
    return new StandardDropout(other);
  }

  @Override
  public String toString() {
    return "StandardDropout(p = " + rate.p() + ")";
  }
}
