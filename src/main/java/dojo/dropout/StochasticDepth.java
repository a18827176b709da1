package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stochastic depth ("drop path"): a residual branch that is skipped with probability p while
 * training, so that the net is short in training and deep in use.
 *
 * <pre>
 *   train:  y  = x + m·f(x)/q,  m ~ Bernoulli(q), one coin per example or per batch,  q = 1 − p
 *                                                     E[y | f(x)] = x + f(x)
 *   eval:   y  = x + f(x)
 *   back:   dx = dy + f′(m·dy/q),  where f′ is the pullback of f; df likewise
 * </pre>
 *
 * <p>The scale 1/q is that of inverted dropout; the paper multiplies by q when evaluating instead.
 * Where m is 0, y is x itself. When a batch has no example left, f is not called at all, and its
 * parameters have gradients of zero.
 *
 * @param branch f, a layer that keeps the shape; it draws its own noise from child 0 of the key
 * @param rate the probability of skipping the branch
 * @param coin what one coin decides about; a whole batch in the paper
 * @see <a href="https://arxiv.org/abs/1603.09382">Huang et al. (2016), Deep networks with
 *     stochastic depth</a>
 */
public record StochasticDepth(Layer branch, DropRate rate, Coin coin) implements RatedLayer {

  /** What one coin decides about. */
  public enum Coin {
    /** A single example. */
    PER_EXAMPLE,
    /** All examples of a batch. */
    PER_BATCH
  }

  /**
   * Returns the layer with a coin per example.
   *
   * @param branch f, a layer that keeps the shape
   * @param p the probability of skipping it, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static StochasticDepth of(Layer branch, double p) {
    return new StochasticDepth(branch, new DropRate(p), Coin.PER_EXAMPLE);
  }

  /**
   * Returns the layer with a coin per batch.
   *
   * @param branch f, a layer that keeps the shape
   * @param p the probability of skipping it, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static StochasticDepth ofBatch(Layer branch, double p) {
    return new StochasticDepth(branch, new DropRate(p), Coin.PER_BATCH);
  }

  /**
   * Returns rates that grow linearly with depth, {@code p·l/L} for l = 1 … L: early layers, which
   * all later ones build on, are skipped least.
   *
   * @param branches L, at least 1
   * @param p the rate of the last branch, in {@code [0, 1]}
   * @return L rates
   * @throws IllegalArgumentException if L is below 1, or p outside {@code [0, 1]} or NaN
   */
  public static List<DropRate> linearRates(int branches, double p) {
    if (branches < 1) {
      throw new IllegalArgumentException("branches must be at least 1, but were " + branches);
    }
    double last = new DropRate(p).p();
    return IntStream.rangeClosed(1, branches)
        .mapToObj(l -> new DropRate(last * l / branches))
        .toList();
  }

  /**
   * Returns how many branches an example passes in training, on average.
   *
   * @param rates of the branches
   * @return the sum of q; 40.25 for 54 branches with linear rates up to 0.5
   */
  public static double expectedDepth(List<DropRate> rates) {
    double sum = 0;
    for (DropRate rate : rates) {
      sum += rate.keep();
    }
    return sum;
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] coins = x.shape();
    if (coins.length == 0) {
      throw new IllegalArgumentException(
          "the input must be [batch, …], one example per entry of the first axis, but its shape was"
              + " []");
    }
    Arrays.fill(coins, coin == Coin.PER_BATCH ? 0 : 1, coins.length, 1);
    return mode.noise()
        .filter(key -> rate.p() > 0)
        .map(key -> Mask.sample(rate, key, coins).expand(x.shape()))
        .map(m -> m.kept() > 0 ? residual(x, m, rate.scale(), mode) : skipped(x))
        .orElseGet(() -> residual(x, Mask.of(Tensor.ones(x.shape())), 1, mode));
  }

  /** The pass of a batch that has no example left: f is not called. */
  private Forward skipped(Tensor x) {
    return new Forward(x, dy -> new Gradients(dy, zeros()));
  }

  private Forward residual(Tensor x, Mask m, double scale, Mode mode) {
    Forward pass = branch.forward(x, mode.split(0));
    Parameters.requireSameShape(x, pass.output());
    float[] in = Floats.of(x);
    float[] f = Floats.of(pass.output());
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = m.choose(i, (float) (in[i] + f[i] * scale), in[i]);
    }
    return new Forward(
        Floats.like(x, y),
        dy -> {
          Gradients g = pass.pullback().apply(m.select(dy, scale));
          return new Gradients(() -> dy.plus(g.input()), g.parameters());
        });
  }

  private List<Tensor> zeros() {
    return branch.parameters().stream().map(w -> Tensor.zeros(w.shape())).toList();
  }

  @Override
  public List<Tensor> parameters() {
    return branch.parameters();
  }

  @Override
  public StochasticDepth withParameters(List<Tensor> parameters) {
    return new StochasticDepth(branch.withParameters(parameters), rate, coin);
  }

  @Override
  public List<Layer> layers() {
    return List.of(branch);
  }

  @Override
  public StochasticDepth withLayers(List<Layer> layers) {
    return new StochasticDepth(Parameters.requireOneLayer(this, layers), rate, coin);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Measured with nothing skipped.
   */
  @Override
  public StochasticDepth calibrated(Tensor x, Mode mode) {
    return withLayers(List.of(branch.calibrated(x, mode.split(0))));
  }

  @Override
  public StochasticDepth withRate(DropRate other) {
    return new StochasticDepth(branch, other, coin);
  }

  @Override
  public String toString() {
    String whole = coin == Coin.PER_BATCH ? ", whole batches" : "";
    return "StochasticDepth(p = " + rate.p() + whole + ", skips " + branch + ")";
  }
}
