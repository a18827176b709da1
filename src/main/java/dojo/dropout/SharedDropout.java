package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Dropout with shared masks: units that differ only along the shared axes have one coin, and are
 * kept or dropped together.
 *
 * <pre>
 *   train:  y  = m·x/q,  m ~ Bernoulli(q), one coin per place on the other axes
 *                                                          E[y] = x,  Var[y] = x²·p/q
 *   eval:   y  = x
 *   back:   dx = m·dy/q  with the mask of the forward pass
 * </pre>
 *
 * <p>The law of a single unit is that of {@link Dropout}; shared coins are what differs. Keras
 * calls it {@code noise_shape}, Flax {@code broadcast_dims}. The masks in use have names of their
 * own: {@link SpatialDropout}, {@link VariationalDropout}. No shared axes: {@link Dropout}, with
 * the same coins.
 *
 * @param rate the probability of dropping what shares a coin
 * @param axes the axes along which a coin is shared, counted from 0
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. (2015), section 3.2</a>
 */
public record SharedDropout(DropRate rate, List<Integer> axes) implements MaskedLayer {

  /**
   * Copies the list and checks it.
   *
   * @param rate the probability of dropping what shares a coin
   * @param axes the axes along which a coin is shared, counted from 0
   * @throws IllegalArgumentException if an axis is negative or comes twice
   */
  public SharedDropout {
    axes = List.copyOf(axes);
    if (axes.stream().anyMatch(axis -> axis < 0)
        || axes.stream().distinct().count() < axes.size()) {
      throw new IllegalArgumentException(
          "shared axes must differ and be at least 0, but were " + axes);
    }
  }

  /**
   * Returns the layer that shares coins along some axes.
   *
   * @param p the probability of dropping, in {@code [0, 1]}
   * @param axes counted from 0; 0 is the batch
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN, or an axis is negative
   *     or comes twice
   */
  public static SharedDropout overAxes(double p, int... axes) {
    return new SharedDropout(new DropRate(p), Arrays.stream(axes).boxed().toList());
  }

  /** One coin per place on the axes that are not shared. */
  @Override
  public int[] coins(Tensor x) {
    int[] shape = x.shape();
    int[] coins = x.shape();
    for (int axis : axes) {
      if (axis >= shape.length) {
        throw new IllegalArgumentException(
            "coins are shared along axis "
                + axis
                + ", but the shape was "
                + Arrays.toString(shape));
      }
      coins[axis] = 1;
    }
    return coins;
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    coins(x); // checks the shape
    Mask wide = m.expand(x.shape());
    return Forward.of(wide.select(x, rate.scale()), dy -> wide.select(dy, rate.scale()));
  }

  @Override
  public SharedDropout withRate(DropRate other) {
    return new SharedDropout(other, axes);
  }

  @Override
  public String toString() {
    return "SharedDropout(p = " + rate.p() + ", one coin along axes " + axes + ")";
  }
}
