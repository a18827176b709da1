package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Spatial dropout: drops whole feature maps, because neighbouring pixels are nearly equal, and a
 * net can infer a dropped pixel from the next one.
 *
 * <pre>
 *   train:  y[n,c,…] = m[n,c]·x[n,c,…]/q,  m ~ Bernoulli(q)     E[y] = x,  Var[y] = x²·p/q
 *   eval:   y  = x
 *   back:   dx = m·dy/q  with the mask of the forward pass
 * </pre>
 *
 * <p>The input is {@code [batch, channels, …]} with one place axis or more: {@code [N, C, L]} for
 * what PyTorch calls {@code Dropout1d}, {@code [N, C, H, W]} for {@code Dropout2d}, {@code [N, C,
 * D, H, W]} for {@code Dropout3d}. Inputs without a batch axis are not supported. Where channels
 * come last, as in Keras, use {@link SharedDropout#overAxes}.
 *
 * @param rate the probability of dropping a feature map
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. (2015), section 3.2</a>
 */
public record SpatialDropout(DropRate rate) implements MaskedLayer {

  /**
   * Returns the layer with a drop probability.
   *
   * @param p the probability of dropping a feature map, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static SpatialDropout of(double p) {
    return new SpatialDropout(new DropRate(p));
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    perFeatureMap(x); // checks the shape
    Mask wide = m.expand(x.shape());
    return Forward.of(wide.select(x, rate.scale()), dy -> wide.select(dy, rate.scale()));
  }

  /** One coin per feature map: {@code [batch, channels, 1, …]}. */
  @Override
  public int[] coins(Tensor x) {
    return perFeatureMap(x);
  }

  static int[] perFeatureMap(Tensor x) {
    int[] shape = x.shape();
    if (shape.length < 3) {
      throw new IllegalArgumentException(
          "feature maps must be [batch, channels, …] with 3 axes or more, but the shape was "
              + Arrays.toString(shape));
    }
    Arrays.fill(shape, 2, shape.length, 1);
    return shape;
  }

  @Override
  public SpatialDropout withRate(DropRate other) {
    return new SpatialDropout(other);
  }

  @Override
  public String toString() {
    return "SpatialDropout(p = " + rate.p() + ", whole feature maps)";
  }
}
