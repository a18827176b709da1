package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Embedding dropout: a table of word vectors that drops whole words, each everywhere in its
 * sequence.
 *
 * <pre>
 *   train:  y[n,t] = m[n,w]·E[w]/q,  w = x[n,t],  m ~ Bernoulli(q) per sequence and word of the table
 *                                                           E[y] = E[w],  Var[y] = E[w]²·p/q
 *   eval:   y[n,t] = E[w]
 *   back:   dE[w] = Σ m[n,w]·dy[n,t]/q over the places of w;  dx = 0, words have no slope
 * </pre>
 *
 * <p>Drop "the" at one place only, and the net reads it off its neighbours; so a word goes at all
 * its places, as if a row of E were 0 for this sequence. The input is {@code [batch, time]}, the
 * numbers of words as float32: exact up to 16,777,216.
 *
 * @param table E, {@code [words, channels]}
 * @param rate the probability of dropping a word of a sequence
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016), section 4.2</a>
 */
public record EmbeddingDropout(Tensor table, DropRate rate) implements RatedLayer {

  /**
   * Checks the shape.
   *
   * @param table as the component says
   * @param rate as the component says
   * @throws IllegalArgumentException if the table is no matrix
   */
  public EmbeddingDropout {
    if (table.shape().length != 2) {
      throw new IllegalArgumentException(
          "an embedding is [words, channels], but its shape was " + Arrays.toString(table.shape()));
    }
  }

  /**
   * Returns an embedding with random vectors of N(0, 1), as in PyTorch.
   *
   * @param words the number of words
   * @param channels the length of a vector
   * @param p the probability of dropping a word of a sequence, in {@code [0, 1]}
   * @param key where the vectors are drawn from
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static EmbeddingDropout of(int words, int channels, double p, RandomKey key) {
    return new EmbeddingDropout(Tensor.normal(key, words, channels), new DropRate(p));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, time]}, whole numbers from 0 to words − 1; y is {@code [batch, time,
   * channels]}.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] words = words(x);
    if (mode instanceof Mode.Train train && rate.p() > 0) {
      Mask m = Mask.sample(rate, train.key(), x.length(0), table.length(0));
      Tensor kept =
          Tensor.generate(
              place -> m.keeps(place / x.length(1) * table.length(0) + words[place]) ? 1 : 0,
              x.length(0),
              x.length(1),
              1);
      return lookUp(x, words, Mask.of(kept), rate.scale());
    }
    return lookUp(x, words, Mask.of(Tensor.ones(x.length(0), x.length(1), 1)), 1);
  }

  /** Reads the vectors of all places, and selects those of the words that are kept. */
  private Forward lookUp(Tensor x, int[] words, Mask places, double scale) {
    int channels = table.length(1);
    Tensor vectors = table.rows(words).reshape(x.length(0), x.length(1), channels);
    Mask m = places.expand(vectors.shape());
    return new Forward(
        m.select(vectors, scale),
        dy -> {
          float[] g = Floats.of(m.select(dy, scale));
          float[] sum = new float[table.size()];
          for (int i = 0; i < g.length; i++) {
            sum[words[i / channels] * channels + i % channels] += g[i];
          }
          return new Gradients(Tensor.zeros(x.shape()), List.of(Floats.like(table, sum)));
        });
  }

  private int[] words(Tensor x) {
    if (x.shape().length != 2) {
      throw new IllegalArgumentException(
          "words must be [batch, time], but the shape was " + Arrays.toString(x.shape()));
    }
    float[] numbers = Floats.of(x);
    int[] words = new int[numbers.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) numbers[i];
      if (words[i] != numbers[i] || words[i] < 0 || words[i] >= table.length(0)) {
        throw new IllegalArgumentException(
            "words must be whole numbers in [0, "
                + table.length(0)
                + "), but one was "
                + numbers[i]);
      }
    }
    return words;
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(table);
  }

  @Override
  public EmbeddingDropout withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new EmbeddingDropout(parameters.get(0), rate);
  }

  @Override
  public EmbeddingDropout withRate(DropRate other) {
    return new EmbeddingDropout(table, other);
  }

  @Override
  public String toString() {
    return "EmbeddingDropout(p = "
        + rate.p()
        + ", whole words of "
        + table.length(0)
        + " → "
        + table.length(1)
        + ")";
  }
}
