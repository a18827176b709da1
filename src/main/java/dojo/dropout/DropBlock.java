package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * DropBlock: drops square blocks of a feature map, because a net can infer a single dropped pixel
 * from its neighbours.
 *
 * <pre>
 *   train:  seeds ~ Bernoulli(γ) at the (H−bs+1)·(W−bs+1) places where a block fits in
 *           γ  = p·HW/bs² / ((H−bs+1)·(W−bs+1))
 *           m  = 0 in the bs × bs block of every seed, else 1
 *           y  = m·x·(number of units)/(number of units kept)
 *   eval:   y  = x
 *   back:   dx = m·dy·(number of units)/(number of units kept)  with the mask of the forward pass
 * </pre>
 *
 * <p>The input is {@code [batch, channels, H, W]}; every channel of every example has blocks of its
 * own. Blocks may overlap, so that the share dropped is below p on average: a little for a small p,
 * much for a large one (with blocks of 3 on 6 × 6 units 0.32 for p = 0.4, and 0.54 for p = 0.8). A
 * unit that n places can cover is kept with probability (1 − γ)ⁿ. The whole batch is renormalised
 * by the share really kept, as in the authors' algorithm, so that examples of one batch depend on
 * each other a little. p = 1 drops everything. With blocks of 1 it is dropout, renormalised.
 *
 * @param rate p, the share to be dropped
 * @param blockSize bs, the length of the sides of a block, at least 1
 * @see <a href="https://arxiv.org/abs/1810.12890">Ghiasi, Lin and Le (2018), algorithm 1</a>
 */
public record DropBlock(DropRate rate, int blockSize) implements MaskedLayer {

  /**
   * Checks the range.
   *
   * @param rate p, the share to be dropped
   * @param blockSize bs, the length of the sides of a block, at least 1
   * @throws IllegalArgumentException if the block size is below 1
   */
  public DropBlock {
    if (blockSize < 1) {
      throw new IllegalArgumentException("block size must be at least 1, but was " + blockSize);
    }
  }

  /**
   * Returns the layer.
   *
   * @param p the share to be dropped, in {@code [0, 1]}
   * @param blockSize the length of the sides of a block, at least 1
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN, or the block size below
   *     1
   */
  public static DropBlock of(double p, int blockSize) {
    return new DropBlock(new DropRate(p), blockSize);
  }

  /**
   * Returns the probability of a seed.
   *
   * @param height H, at least the block size
   * @param width W, at least the block size
   * @return γ; 1 for p = 1
   * @throws IllegalArgumentException if no block fits
   */
  public double gamma(int height, int width) {
    if (Math.min(height, width) < blockSize) {
      throw noFit(height, width);
    }
    double places = (double) (height - blockSize + 1) * (width - blockSize + 1);
    double blocks = (double) height * width / ((double) blockSize * blockSize);
    return rate.p() == 1 ? 1 : rate.p() * blocks / places;
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = coins(x);
    boolean empty = x.size() == 0;
    return mode.noise()
        .filter(key -> rate.p() > 0 && !empty)
        .map(key -> forward(x, mask(key, shape)))
        .orElseGet(() -> Forward.of(x, dy -> dy));
  }

  /** The shape of the input, for a mask may drop any unit; coins are thrown for seeds of blocks. */
  @Override
  public int[] coins(Tensor x) {
    int[] shape = x.shape();
    if (shape.length != 4 || (x.size() > 0 && Math.min(shape[2], shape[3]) < blockSize)) {
      throw noFit(shape);
    }
    return shape;
  }

  private IllegalArgumentException noFit(int... shape) {
    return new IllegalArgumentException(
        "a block of "
            + blockSize
            + " × "
            + blockSize
            + " must fit into [batch, channels, H, W], but the shape was "
            + Arrays.toString(shape));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The scale is that of this mask: number of units / number of units kept.
   */
  @Override
  public Forward forward(Tensor x, Mask m) {
    coins(x); // checks the shape
    double scale = m.kept() == 0 ? 0 : (double) x.size() / m.kept();
    return Forward.of(m.select(x, scale), dy -> m.select(dy, scale));
  }

  /** Drops the block to the right of and below every seed. */
  private Mask mask(RandomKey key, int... shape) {
    int rows = shape[2] - blockSize + 1;
    int columns = shape[3] - blockSize + 1;
    DropRate seed = new DropRate(gamma(shape[2], shape[3]));
    Mask seeds = Mask.sample(seed, key, shape[0], shape[1], rows, columns);
    float[] kept = Tensor.ones(shape).toArray();
    for (int i = 0; i < shape[0] * shape[1] * rows * columns; i++) {
      if (!seeds.keeps(i)) {
        int top = i / (rows * columns) * shape[2] + i / columns % rows;
        for (int row = top; row < top + blockSize; row++) {
          int from = row * shape[3] + i % columns;
          Arrays.fill(kept, from, from + blockSize, 0);
        }
      }
    }
    return Mask.of(Tensor.of(kept, shape));
  }

  @Override
  public DropBlock withRate(DropRate other) {
    return new DropBlock(other, blockSize);
  }

  @Override
  public String toString() {
    return "DropBlock(p = " + rate.p() + ", blocks of " + blockSize + " × " + blockSize + ")";
  }
}
