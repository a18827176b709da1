package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Variational ("locked") dropout for recurrent nets: one mask per sequence, the same at every time
 * step.
 *
 * <pre>
 *   train:  y[n,t,c] = m[n,c]·x[n,t,c]/q,  m ~ Bernoulli(q)     E[y] = x,  Var[y] = x²·p/q
 *   eval:   y  = x
 *   back:   dx = m·dy/q  with the mask of the forward pass
 * </pre>
 *
 * <p>With one mask per sequence, one thinned net reads the whole sequence; fresh noise on the
 * <em>state</em> of a recurrent layer would moreover accumulate step by step. The sequences of a
 * batch differ in their masks, and every pass draws new ones: a mask kept over batches would be a
 * smaller net, not dropout. The input is {@code [batch, time, channels]}. Use it before and after a
 * recurrent layer; for a mask on the state inside one, see {@link dojo.nn.Rnn#withOnState}.
 *
 * <p>The method that Kingma, Salimans and Welling (2015) call variational dropout is another one:
 * it learns the variance of Gaussian noise for each weight.
 *
 * @param rate the probability of dropping a channel of a sequence
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016)</a>
 */
public record VariationalDropout(DropRate rate) implements MaskedLayer {

  /**
   * Returns the layer with a drop probability.
   *
   * @param p the probability of dropping a channel of a sequence, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static VariationalDropout of(double p) {
    return new VariationalDropout(new DropRate(p));
  }

  @Override
  public int[] coins(Tensor x) {
    return overTime(x).coins(x);
  }

  @Override
  public Forward forward(Tensor x, Mask m) {
    return overTime(x).forward(x, m);
  }

  private SharedDropout overTime(Tensor x) {
    int[] shape = x.shape();
    if (shape.length != 3) {
      throw new IllegalArgumentException(
          "sequences must be [batch, time, channels], but the shape was " + Arrays.toString(shape));
    }
    return new SharedDropout(rate, List.of(1));
  }

  @Override
  public VariationalDropout withRate(DropRate other) {
    return new VariationalDropout(other);
  }

  @Override
  public String toString() {
    return "VariationalDropout(p = " + rate.p() + ", one mask per sequence)";
  }
}
