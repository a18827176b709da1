package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * Alpha dropout, for nets of SELUs: sets each unit with probability p to the lower limit of a SELU,
 * then stretches and shifts all, so that mean 0 and variance 1 stay what they are.
 *
 * <pre>
 *   train:  y  = a·(m·x + (1 − m)·α′) + b,  m ~ Bernoulli(q),  q = 1 − p
 *           α′ = −λα = −1.7580993408473766,  a = [q·(1 + p·α′²)]^−½,  b = −a·α′·p
 *           for x of mean 0 and variance 1:  E[y] = 0,  Var[y] = 1
 *   eval:   y  = x
 *   back:   dx = a·m·dy  with the mask of the forward pass
 * </pre>
 *
 * <p>For a fixed x the expected value is not x. p = 1 gives zeros, to which a·α′ + b shrinks as p
 * approaches 1. The feature-wise form draws one coin per feature map of {@code [batch, channels,
 * …]}, as {@link SpatialDropout} does.
 *
 * @param rate the probability of dropping a unit or a feature map
 * @param coin what one coin decides about
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. (2017), Self-normalizing neural
 *     networks</a>
 */
public record AlphaDropout(DropRate rate, Coin coin) implements MaskedLayer {
  /** What one coin decides about. */
  public enum Coin {
    /** A single unit. */
    PER_UNIT,
    /** A whole feature map. */
    PER_FEATURE_MAP
  }

  /** α′ = −λα, the limit of SELU(x) for x → −∞: λ = 1.0507009873554805, α = 1.6732632423543772. */
  public static final double ALPHA_PRIME = -1.7580993408473766;

  /**
   * Returns the layer that drops single units.
   *
   * @param p the probability of dropping a unit, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static AlphaDropout of(double p) {
    return new AlphaDropout(new DropRate(p), Coin.PER_UNIT);
  }

  /**
   * Returns the layer that drops whole feature maps, PyTorch's {@code FeatureAlphaDropout}.
   *
   * @param p the probability of dropping a feature map, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static AlphaDropout ofFeatures(double p) {
    return new AlphaDropout(new DropRate(p), Coin.PER_FEATURE_MAP);
  }

  /**
   * Returns the stretch.
   *
   * @return a; 0 for p = 1, where nothing is left to stretch
   */
  public double a() {
    double p = rate.p();
    return p == 1 ? 0 : StrictMath.pow(rate.keep() * (1 + p * ALPHA_PRIME * ALPHA_PRIME), -0.5);
  }

  /**
   * Returns the shift.
   *
   * @return b = −a·α′·p
   */
  public double b() {
    return -a() * ALPHA_PRIME * rate.p();
  }

  /** One coin per unit or per feature map. */
  @Override
  public int[] coins(Tensor x) {
    return coin == Coin.PER_FEATURE_MAP ? SpatialDropout.perFeatureMap(x) : x.shape();
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    coins(x); // checks the shape
    Mask wide = m.expand(x.shape());
    double a = a();
    double b = b();
    float dropped = (float) (a * ALPHA_PRIME + b);
    float[] in = Floats.of(x);
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = wide.choose(i, (float) (a * in[i] + b), dropped);
    }
    return Forward.of(Floats.like(x, out), dy -> wide.select(dy, a));
  }

  @Override
  public AlphaDropout withRate(DropRate other) {
    return new AlphaDropout(other, coin);
  }

  @Override
  public String toString() {
    String whole = coin == Coin.PER_FEATURE_MAP ? ", whole feature maps" : "";
    return "AlphaDropout(p = " + rate.p() + whole + ")";
  }
}
