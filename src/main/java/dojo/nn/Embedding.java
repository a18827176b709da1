package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A table with one row of numbers for each word: words in, their rows out.
 *
 * <pre>
 *   y[n, t, :] = table[x[n, t], :]        d table[w, :] = Σ g[n, t, :] over all x[n, t] = w
 * </pre>
 *
 * <p>It is the linear layer of one-hot inputs, without the multiplication by zeros. Words are whole
 * numbers, held in a float32 tensor like everything else; exact up to 2²⁴. Words are discrete, so
 * the gradient at the input is 0.
 *
 * @param table {@code [words, units]}
 * @see <a href="https://www.jmlr.org/papers/v3/bengio03a.html">Bengio et al. (2003), section 2</a>
 */
public record Embedding(Tensor table) implements Layer {

  /**
   * Checks the shape.
   *
   * @param table {@code [words, units]}
   * @throws IllegalArgumentException if it is no matrix
   */
  public Embedding {
    if (table.shape().length != 2) {
      throw new IllegalArgumentException(
          "an embedding has a table [words, units], but its shape was "
              + Arrays.toString(table.shape()));
    }
  }

  /**
   * Returns a table of standard normal numbers, as in PyTorch.
   *
   * @param words how many words there are
   * @param units how many numbers each is given
   * @param key where the numbers are drawn from
   * @return the layer
   */
  public static Embedding normal(int words, int units, RandomKey key) {
    return new Embedding(Tensor.normal(key, words, units));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code […]}, whole numbers from 0 to words − 1, and y is {@code […, units]}: sequences
   * {@code [batch, steps]} become {@code [batch, steps, units]}.
   *
   * @throws IllegalArgumentException if a number is no word
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int units = table.length(1);
    int[] words = words(x);
    float[] rows = Floats.of(table);
    float[] y = new float[Shape.size(words.length, units)];
    for (int i = 0; i < words.length; i++) {
      System.arraycopy(rows, words[i] * units, y, i * units, units);
    }
    int[] shape = Arrays.copyOf(x.shape(), x.shape().length + 1);
    shape[shape.length - 1] = units;
    return new Forward(
        Floats.tensor(y, shape),
        g -> new Gradients(Tensor.zeros(x.shape()), List.of(sum(words, Floats.of(g)))));
  }

  private int[] words(Tensor x) {
    float[] in = Floats.of(x);
    int[] words = new int[in.length];
    for (int i = 0; i < in.length; i++) {
      words[i] = (int) in[i];
      if (!(in[i] >= 0 && in[i] < table.length(0) && words[i] == in[i])) {
        throw new IllegalArgumentException(
            "words must be whole numbers in [0, " + table.length(0) + "), but one was " + in[i]);
      }
    }
    return words;
  }

  private Tensor sum(int[] words, float[] g) {
    int units = table.length(1);
    float[] sum = new float[table.size()];
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < units; j++) {
        sum[words[i] * units + j] += g[i * units + j];
      }
    }
    return Floats.like(table, sum);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(table);
  }

  @Override
  public Embedding withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Embedding(parameters.get(0));
  }

  @Override
  public String toString() {
    return "Embedding(" + table.length(0) + " words → " + table.length(1) + ")";
  }
}
