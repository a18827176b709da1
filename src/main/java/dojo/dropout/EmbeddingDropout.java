package dojo.dropout;

import dojo.nn.Embedding;
import dojo.nn.Forward;
import dojo.nn.Layer;
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
 *   back:   dE[w] = Σ m[n,w]·dy[n,t]/q over the places of w;  dx = 0, words are discrete
 * </pre>
 *
 * <p>A net could infer a word that is dropped at one place only from its other places. So it is
 * dropped at all of them, as if a row of E were 0 for this sequence. The input is {@code [batch,
 * time]}, the numbers of words as float32: exact up to 16,777,216.
 *
 * @param embedding the layer whose words are dropped, with E as its table
 * @param rate the probability of dropping a word of a sequence
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016), section 4.2</a>
 */
public record EmbeddingDropout(Embedding embedding, DropRate rate) implements RatedLayer {

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
    return new EmbeddingDropout(Embedding.normal(words, channels, key), new DropRate(p));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, time]}, whole numbers from 0 to words − 1; y is {@code [batch, time,
   * channels]}.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    if (x.shape().length != 2) {
      throw new IllegalArgumentException(
          "words must be [batch, time], but the shape was " + Arrays.toString(x.shape()));
    }
    Forward all = embedding.forward(x, mode);
    return mode.noise()
        .filter(key -> rate.p() > 0)
        .map(key -> Mask.sample(rate, key, x.length(0), embedding.table().length(0)))
        .map(m -> masked(all, places(x, m).expand(all.output().shape())))
        .orElse(all);
  }

  /**
   * Applies this layer as in training, under a given mask instead of one drawn from a key.
   *
   * @param x {@code [batch, time]}, whole numbers from 0 to words − 1
   * @param m which words of the table each sequence keeps, {@code [batch, words]}; a length may be
   *     1, where all share a coin
   * @return {@code [batch, time, channels]}, and the backward pass under the same mask
   * @throws IllegalArgumentException if a shape does not fit, or a number is no word
   */
  public Forward forward(Tensor x, Mask m) {
    Forward all = forward(x, Mode.eval()); // checks the shape and the words
    Mask wide = m.expand(x.length(0), embedding.table().length(0));
    return masked(all, places(x, wide).expand(all.output().shape()));
  }

  /** The pass once m is known. */
  private Forward masked(Forward all, Mask m) {
    return new Forward(
        m.select(all.output(), rate.scale()),
        dy -> all.pullback().apply(m.select(dy, rate.scale())));
  }

  /** Returns which places are kept, {@code [batch, time, 1]}: each word everywhere or nowhere. */
  private Mask places(Tensor x, Mask m) {
    int words = embedding.table().length(0);
    int time = x.length(1);
    float[] word = Floats.of(x);
    return Mask.of(
        Tensor.generate(
            place -> m.keeps(place / time * words + (int) word[place]) ? 1 : 0,
            x.length(0),
            time,
            1));
  }

  @Override
  public List<Tensor> parameters() {
    return embedding.parameters();
  }

  @Override
  public List<Layer> layers() {
    return List.of(embedding);
  }

  @Override
  public EmbeddingDropout withLayers(List<Layer> layers) {
    return new EmbeddingDropout(Parameters.requireOneLayer(this, layers, Embedding.class), rate);
  }

  @Override
  public EmbeddingDropout withParameters(List<Tensor> parameters) {
    return new EmbeddingDropout(embedding.withParameters(parameters), rate);
  }

  @Override
  public EmbeddingDropout withRate(DropRate other) {
    return new EmbeddingDropout(embedding, other);
  }

  @Override
  public String toString() {
    return "EmbeddingDropout(p = " + rate.p() + ", whole words of " + embedding + ")";
  }
}
