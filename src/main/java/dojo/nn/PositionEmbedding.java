package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Adds to every step a row of numbers that says where in the sequence it stands.
 *
 * <pre>
 *   y[n, t, :] = x[n, t, :] + table[t, :]        dx = g,  d table[t, :] = Σₙ g[n, t, :]
 * </pre>
 *
 * <p>To attention the steps are a set without an order; this gives them one. The rows are learned,
 * one for each place, so no sequence may be longer than the table.
 *
 * @param table {@code [steps, units]}
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), section 3.5</a> (learned
 *     rows and sines do equally well there)
 */
public record PositionEmbedding(Tensor table) implements Layer {
  private static final double SMALL = 0.02;

  /**
   * Checks the shape.
   *
   * @param table {@code [steps, units]}
   * @throws IllegalArgumentException if it is no matrix
   */
  public PositionEmbedding {
    if (table.shape().length != 2) {
      throw new IllegalArgumentException(
          "positions have a table [steps, units], but its shape was "
              + Arrays.toString(table.shape()));
    }
  }

  /**
   * Returns a table of small random numbers, N(0, 0.02²), as in BERT and GPT-2.
   *
   * @param steps the length of the longest sequence
   * @param units numbers a step
   * @param key where they are drawn from
   * @return the layer
   */
  public static PositionEmbedding of(int steps, int units, RandomKey key) {
    return new PositionEmbedding(Tensor.normal(key, steps, units).times(SMALL));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x and y are {@code [batch, steps, units]}, with no more steps than the table has.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = x.shape();
    int most = table.length(0);
    int units = table.length(1);
    if (shape.length != 3 || shape[1] > most || shape[2] != units) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, "
              + units
              + "] with at most "
              + most
              + " steps, but its shape was "
              + Arrays.toString(shape));
    }
    float[] in = Floats.of(x);
    float[] rows = Floats.of(table);
    float[] y = new float[in.length];
    int sequence = shape[1] * units;
    for (int start = 0; start < y.length; start += sequence) {
      for (int i = 0; i < sequence; i++) {
        y[start + i] = in[start + i] + rows[i];
      }
    }
    return new Forward(
        Floats.like(x, y), g -> new Gradients(g, List.of(sum(Floats.of(g), sequence))));
  }

  private Tensor sum(float[] g, int sequence) {
    float[] sum = new float[table.size()];
    for (int start = 0; start < g.length; start += sequence) {
      for (int i = 0; i < sequence; i++) {
        sum[i] += g[start + i];
      }
    }
    return Floats.like(table, sum);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(table);
  }

  @Override
  public PositionEmbedding withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new PositionEmbedding(parameters.get(0));
  }

  @Override
  public String toString() {
    return "PositionEmbedding(" + table.length(0) + " steps → " + table.length(1) + ")";
  }
}
