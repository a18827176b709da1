package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.MatMul;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.IntFunction;

/**
 * DropConnect: a linear layer that drops weights instead of units, a different set for every
 * example.
 *
 * <pre>
 *   train:  y = x·(M∘W) + b,  M ~ Bernoulli(q) per weight and example,  q = 1 − p
 *                                        E[y] = q·x·W + b,  Var[y] = p·q·x²·W²
 *   eval:   y = q·x·W + b
 *   back:   dx = dy·(M∘W)ᵀ,  dW = Σ M∘(xᵀ·dy) over the examples,  db = Σ dy
 *           when evaluating:  dx = q·dy·Wᵀ,  dW = q·xᵀ·dy
 * </pre>
 *
 * <p>As in {@link StandardDropout} the scale is applied when evaluating. Biases are always kept
 * (the paper drops them, too). A dropped weight adds nothing, whatever its input. The mask of
 * example n is drawn from child n of the key and drawn again in the backward pass, because a mask
 * per example would fill the memory.
 *
 * @param linear the layer whose weights are dropped, {@code [in, out]}
 * @param rate the probability of dropping a weight
 * @see <a href="https://proceedings.mlr.press/v28/wan13.html">Wan et al. (2013)</a>
 */
public record DropConnect(Linear linear, DropRate rate) implements RatedLayer {

  /**
   * Returns the layer with a drop probability.
   *
   * @param linear the layer whose weights are dropped
   * @param p the probability of dropping a weight, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static DropConnect of(Linear linear, double p) {
    return new DropConnect(linear, new DropRate(p));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, in]}, y is {@code [batch, out]}.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Forward all = linear.forward(x, mode); // checks the shape
    if (rate.p() == 0) {
      return all;
    }
    int[] shape = linear.weight().shape();
    if (rate.p() == 1) {
      Mask none = Mask.of(Tensor.zeros(shape));
      return masked(x, n -> none);
    }
    return mode.noise()
        .map(key -> masked(x, n -> Mask.sample(rate, key.split(n), shape)))
        .orElseGet(() -> mean(x, mode));
  }

  /**
   * Applies this layer as in training, under given masks instead of ones drawn from a key.
   *
   * @param x {@code [batch, in]}
   * @param masks which weights are kept, {@code [in, out]}, a mask for each example
   * @return {@code [batch, out]}, and the backward pass under the same masks
   * @throws IllegalArgumentException if there are more masks than examples or fewer, or a shape
   *     does not fit
   */
  public Forward forward(Tensor x, List<Mask> masks) {
    linear.forward(x, Mode.eval()); // checks the shape
    if (masks.size() != x.length(0)) {
      throw new IllegalArgumentException(
          "every example needs a mask of its own, but there were "
              + x.length(0)
              + " and "
              + masks.size());
    }
    int[] shape = linear.weight().shape();
    List<Mask> wide = masks.stream().map(m -> m.expand(shape)).toList();
    return masked(x, wide::get);
  }

  /** The pass with the mean of all masks, q·W. */
  private Forward mean(Tensor x, Mode mode) {
    Forward mean = linear.scaled(rate.keep()).forward(x, mode);
    return new Forward(
        mean.output(),
        dy -> {
          Gradients g = mean.pullback().apply(dy);
          Tensor dw = g.parameters().get(0).times(rate.keep());
          return new Gradients(g.atInput(), List.of(dw, g.parameters().get(1)));
        });
  }

  /** The pass once the mask of each example is known. */
  private Forward masked(Tensor x, IntFunction<Mask> masks) {
    int in = linear.in();
    int out = linear.out();
    float[] v = Floats.of(x);
    float[] w = Floats.of(linear.weight());
    float[] y = new float[Shape.size(x.length(0), out)];
    for (int n = 0; n < x.length(0); n++) {
      System.arraycopy(Floats.of(linear.bias()), 0, y, n * out, out);
      Mask m = masks.apply(n);
      for (int i = 0; i < in; i++) {
        float vi = v[n * in + i];
        for (int j = 0, ij = i * out, at = n * out; j < out; j++, ij++, at++) {
          y[at] = m.choose(ij, Math.fma(vi, w[ij], y[at]), y[at]);
        }
      }
    }
    return new Forward(Floats.tensor(y, x.length(0), out), dy -> backward(x, masks, dy));
  }

  private Gradients backward(Tensor x, IntFunction<Mask> masks, Tensor dy) {
    int in = linear.in();
    int out = linear.out();
    float[] v = Floats.of(x);
    float[] w = Floats.of(linear.weight());
    float[] g = Floats.of(dy);
    float[] dx = new float[v.length];
    float[] dw = new float[w.length];
    for (int n = 0; n < x.length(0); n++) {
      Mask m = masks.apply(n);
      for (int i = 0; i < in; i++) {
        float vi = v[n * in + i];
        float sum = 0;
        for (int j = 0, ij = i * out, at = n * out; j < out; j++, ij++, at++) {
          sum = m.choose(ij, Math.fma(g[at], w[ij], sum), sum);
          dw[ij] = m.choose(ij, Math.fma(vi, g[at], dw[ij]), dw[ij]);
        }
        dx[n * in + i] = sum;
      }
    }
    return new Gradients(
        Floats.like(x, dx), List.of(Floats.tensor(dw, in, out), MatMul.sumOfRows(dy)));
  }

  /**
   * Returns the variance of the outputs over the masks.
   *
   * @param x {@code [batch, in]}
   * @return {@code p·q·x²·W²}, {@code [batch, out]}
   * @throws IllegalArgumentException if the shape does not fit
   */
  public Tensor variance(Tensor x) {
    Tensor w = linear.weight();
    Linear squares = new Linear(w.times(w), Tensor.zeros(linear.out()));
    return squares.apply(x.times(x), Mode.eval()).times(rate.p() * rate.keep());
  }

  /**
   * Returns outputs drawn as the paper does at test time: not from the masks, but from the normal
   * distribution with their mean and variance. Its prediction is the mean of an activation over
   * several such draws.
   *
   * @param x {@code [batch, in]}
   * @param key where the noise is drawn from
   * @return a sample of {@code N(q·x·W + b, p·q·x²·W²)}, {@code [batch, out]}
   * @throws IllegalArgumentException if the shape does not fit
   * @see <a href="https://proceedings.mlr.press/v28/wan13.html">Wan et al. (2013), algorithm 2</a>
   */
  public Tensor momentMatched(Tensor x, RandomKey key) {
    Tensor mean = apply(x, Mode.eval());
    Tensor sd = variance(x).map(v -> (float) Math.sqrt(v));
    return mean.plus(sd.times(Tensor.normal(key, mean.shape())));
  }

  @Override
  public List<Tensor> parameters() {
    return linear.parameters();
  }

  @Override
  public List<Layer> layers() {
    return List.of(linear);
  }

  @Override
  public DropConnect withLayers(List<Layer> layers) {
    return new DropConnect(Parameters.requireOneLayer(this, layers, Linear.class), rate);
  }

  @Override
  public DropConnect withParameters(List<Tensor> parameters) {
    return new DropConnect(linear.withParameters(parameters), rate);
  }

  @Override
  public DropConnect withRate(DropRate other) {
    return new DropConnect(linear, other);
  }

  @Override
  public String toString() {
    return "DropConnect(p = " + rate.p() + ", the weights of " + linear + ")";
  }
}
