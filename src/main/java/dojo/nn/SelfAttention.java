package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Curves;
import dojo.tensor.Floats;
import dojo.tensor.MatMul;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Multi-head self-attention: every step of a sequence takes a weighted mean of what the steps offer
 * that it may see, with weights that it computes itself.
 *
 * <pre>
 *   (q, k, v) = x·W + b             each cut into heads of n = units/heads numbers a step
 *   s = q·kᵀ/√n                     of each head [steps, steps]: row i asks, column j is asked
 *   a = softmax of each row of s    over the steps j that i may see; 0 for all others
 *   y = r(a)·v, heads side by side,   out = y·U + c
 *   back, for each head, from g = dy:
 *   dv = r(a)ᵀ·g,   da = r′(g·vᵀ),   ds = a·(da − Σⱼ a·da)/√n,   dq = ds·k,   dk = dsᵀ·q
 * </pre>
 *
 * <p>r is a layer on the weights, after the softmax: dropout there takes away single weights, and
 * what is left does not add up to 1 again. The softmax is computed in float64 and rounded once.
 *
 * <p>Not supported: queries of another sequence, sequences of different lengths in a batch. A
 * number that is not finite spoils its whole sequence, earlier steps included, since 0·NaN is NaN.
 *
 * @param input W, {@code [units, 3·units]}: queries, keys, values
 * @param inputBias b, {@code [3·units]}
 * @param output U, {@code [units, units]}
 * @param outputBias c, {@code [units]}
 * @param heads how many, at least 1; they divide the units
 * @param sight which steps a step may see
 * @param onWeights r, a layer without parameters that keeps the shape {@code [batch, heads, steps,
 *     steps]}; {@code Sequential.of()} for nothing
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), section 3.2</a>
 */
public record SelfAttention(
    Tensor input,
    Tensor inputBias,
    Tensor output,
    Tensor outputBias,
    int heads,
    Sight sight,
    Layer onWeights)
    implements Layer {

  /** Which steps a step may see. */
  public enum Sight {
    /** All steps of its sequence. */
    ALL,
    /**
     * Itself and the steps before it: causal attention, for models that predict what comes next.
     */
    PAST
  }

  /**
   * Checks that the shapes fit.
   *
   * @param input W, {@code [units, 3·units]}
   * @param inputBias b, {@code [3·units]}
   * @param output U, {@code [units, units]}
   * @param outputBias c, {@code [units]}
   * @param heads how many, at least 1; they divide the units
   * @param sight which steps a step may see
   * @param onWeights r, a layer without parameters that keeps the shape
   * @throws IllegalArgumentException if they do not, or r has parameters
   */
  public SelfAttention {
    int[] u = output.shape();
    int units = u.length == 0 ? 0 : u[0];
    if (!Arrays.equals(u, new int[] {units, units})
        || !isLike(input, units, 3L * units)
        || !isLike(inputBias, 3L * units)
        || !isLike(outputBias, units)) {
      throw new IllegalArgumentException(
          "attention has weights [units, 3·units], biases [3·units], weights [units, units] and"
              + " biases [units], but the shapes were "
              + Arrays.toString(input.shape())
              + ", "
              + Arrays.toString(inputBias.shape())
              + ", "
              + Arrays.toString(u)
              + " and "
              + Arrays.toString(outputBias.shape()));
    }
    requireHeads(units, heads);
    if (!onWeights.parameters().isEmpty()) {
      throw new IllegalArgumentException(
          "a layer on the weights has no parameters, but " + onWeights + " has some");
    }
  }

  private static boolean isLike(Tensor tensor, long... shape) {
    return Arrays.equals(Arrays.stream(tensor.shape()).asLongStream().toArray(), shape);
  }

  private static void requireHeads(int units, int heads) {
    if (heads < 1 || units < 1 || units % heads != 0) {
      throw new IllegalArgumentException(
          "the units must be a multiple of the heads, and both at least 1, but were "
              + units
              + " and "
              + heads);
    }
  }

  /**
   * Returns a layer that sees all steps, with random weights of LeCun et al. (1998), N(0, 1/units);
   * the biases are zero.
   *
   * @param units numbers a step, a multiple of the heads
   * @param heads how many, at least 1
   * @param key where the weights are drawn from
   * @return the layer
   * @throws IllegalArgumentException if the heads do not divide the units
   */
  public static SelfAttention of(int units, int heads, RandomKey key) {
    requireHeads(units, heads);
    int wide = Shape.size(3, units);
    return new SelfAttention(
        Init.lecun(units, key.split("input"), units, wide),
        Tensor.zeros(wide),
        Init.lecun(units, key.split("output"), units, units),
        Tensor.zeros(units),
        heads,
        Sight.ALL,
        Sequential.of());
  }

  /**
   * Returns this layer with another sight.
   *
   * @param other which steps a step may see
   * @return the new layer
   */
  public SelfAttention withSight(Sight other) {
    return new SelfAttention(input, inputBias, output, outputBias, heads, other, onWeights);
  }

  /**
   * Returns this layer with another layer on the weights.
   *
   * @param layer r, for example dropout: a coin for each weight
   * @return the new layer
   * @throws IllegalArgumentException if it has parameters
   */
  public SelfAttention withOnWeights(Layer layer) {
    return new SelfAttention(input, inputBias, output, outputBias, heads, sight, layer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x and the output are {@code [batch, steps, units]}. r draws its noise from the key itself.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Tensor rows = rows(x);
    Heads cut = heads(x);
    float[] asked = Floats.of(MatMul.affine(rows, input, inputBias)); // q, k, v side by side
    Tensor a = softmax(x, asked);
    Forward pass = onWeights.forward(a, mode);
    if (!Arrays.equals(a.shape(), pass.output().shape())) {
      throw new IllegalArgumentException(
          "a layer on the weights must keep their shape, but made "
              + Arrays.toString(pass.output().shape())
              + " of "
              + Arrays.toString(a.shape()));
    }
    float[] w = Floats.of(pass.output());
    float[] y = new float[rows.size()];
    for (int n = 0; n < x.length(0); n++) {
      for (int h = 0; h < heads; h++) {
        Tensor v = cut.cut(asked, 3, 2, n, h);
        cut.put(cut.square(w, n, h).matmul(v), y, 1, 0, n, h); // r(a)·v
      }
    }
    Tensor joined = Floats.like(rows, y);
    return new Forward(
        MatMul.affine(joined, output, outputBias).reshape(x.shape()),
        g -> backward(x, asked, a, pass, joined, g.reshape(rows.shape())));
  }

  /**
   * Returns the weights with which each step asks each step, r applied: for heat maps.
   *
   * @param x {@code [batch, steps, units]}
   * @param mode whether to train or to evaluate, and the source of any noise
   * @return r(a), {@code [batch, heads, steps, steps]}
   * @throws IllegalArgumentException if the shape of x does not fit
   */
  public Tensor weights(Tensor x, Mode mode) {
    float[] asked = Floats.of(MatMul.affine(rows(x), input, inputBias));
    return onWeights.apply(softmax(x, asked), mode);
  }

  private Tensor rows(Tensor x) {
    int[] shape = x.shape();
    int units = outputBias.size();
    if (shape.length != 3 || shape[2] != units) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, "
              + units
              + "], but its shape was "
              + Arrays.toString(shape));
    }
    return x.reshape(Shape.size(shape[0], shape[1]), units);
  }

  private Heads heads(Tensor x) {
    return new Heads(x.length(1), heads, outputBias.size() / heads);
  }

  /** Returns a, [batch, heads, steps, steps]. */
  private Tensor softmax(Tensor x, float[] asked) {
    int batch = x.length(0);
    int steps = x.length(1);
    Heads cut = heads(x);
    float[] a = new float[Shape.size(batch, heads, steps, steps)];
    double[] p = new double[steps];
    for (int n = 0; n < batch; n++) {
      for (int h = 0; h < heads; h++) {
        Tensor q = cut.cut(asked, 3, 0, n, h);
        Tensor k = cut.cut(asked, 3, 1, n, h);
        float[] s = Floats.of(MatMul.timesTransposed(q, k)); // still times √n
        for (int i = 0; i < steps; i++) {
          int seen = sight == Sight.PAST ? i + 1 : steps;
          softmax(s, i * steps, seen, p);
          int row = ((n * heads + h) * steps + i) * steps;
          for (int j = 0; j < seen; j++) {
            a[row + j] = (float) p[j];
          }
        }
      }
    }
    return Floats.tensor(a, batch, heads, steps, steps);
  }

  /** Fills p with the softmax of the first numbers of a row of s, divided by √n. */
  private void softmax(float[] s, int row, int seen, double[] p) {
    double scale = scale();
    double max = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < seen; j++) {
      max = Math.max(max, s[row + j]);
    }
    for (int j = 0; j < seen; j++) {
      p[j] = (s[row + j] - max) * scale;
    }
    Curves.fastest().exp(p, 0, seen);
    double sum = 0;
    for (int j = 0; j < seen; j++) {
      sum += p[j];
    }
    for (int j = 0; j < seen; j++) {
      p[j] /= sum;
    }
  }

  private double scale() {
    return 1 / Math.sqrt((double) outputBias.size() / heads);
  }

  private Gradients backward(
      Tensor x, float[] asked, Tensor a, Forward pass, Tensor joined, Tensor dOut) {
    Heads cut = heads(x);
    float[] w = Floats.of(pass.output());
    float[] dy = Floats.of(MatMul.timesTransposed(dOut, output));
    float[] dw = new float[w.length];
    float[] dAsked = new float[asked.length];
    for (int n = 0; n < x.length(0); n++) {
      for (int h = 0; h < heads; h++) {
        Tensor g = cut.cut(dy, 1, 0, n, h);
        Tensor v = cut.cut(asked, 3, 2, n, h);
        cut.put(MatMul.transposedTimes(cut.square(w, n, h), g), dAsked, 3, 2, n, h); // r(a)ᵀ·g
        cut.putSquare(MatMul.timesTransposed(g, v), dw, n, h); // g·vᵀ
      }
    }
    Tensor da = pass.pullback().apply(Floats.like(a, dw)).input();
    float[] ds = scoreGradient(Floats.of(a), Floats.of(da), x.length(1));
    for (int n = 0; n < x.length(0); n++) {
      for (int h = 0; h < heads; h++) {
        Tensor slope = cut.square(ds, n, h);
        Tensor q = cut.cut(asked, 3, 0, n, h);
        Tensor k = cut.cut(asked, 3, 1, n, h);
        cut.put(slope.matmul(k), dAsked, 3, 0, n, h); // ds·k
        cut.put(MatMul.transposedTimes(slope, q), dAsked, 3, 1, n, h); // dsᵀ·q
      }
    }
    Tensor rows = rows(x);
    Tensor all = Floats.tensor(dAsked, rows.length(0), inputBias.size());
    return new Gradients(
        () -> MatMul.timesTransposed(all, input).reshape(x.shape()),
        List.of(
            MatMul.transposedTimes(rows, all),
            MatMul.sumOfRows(all),
            MatMul.transposedTimes(joined, dOut),
            MatMul.sumOfRows(dOut)));
  }

  /** Returns a·(da − Σⱼ a·da)/√n, row by row; 0 where a step may not see. */
  private float[] scoreGradient(float[] a, float[] da, int steps) {
    double scale = scale();
    float[] ds = new float[a.length];
    for (int row = 0; row < a.length; row += steps) {
      int seen = sight == Sight.PAST ? row / steps % steps + 1 : steps;
      double sum = 0;
      for (int j = row; j < row + seen; j++) {
        sum += (double) a[j] * da[j];
      }
      for (int j = row; j < row + seen; j++) {
        ds[j] = (float) (a[j] * (da[j] - sum) * scale);
      }
    }
    return ds;
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(input, inputBias, output, outputBias);
  }

  @Override
  public SelfAttention withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new SelfAttention(
        parameters.get(0),
        parameters.get(1),
        parameters.get(2),
        parameters.get(3),
        heads,
        sight,
        onWeights);
  }

  @Override
  public List<Layer> layers() {
    return List.of(onWeights);
  }

  @Override
  public SelfAttention withLayers(List<Layer> layers) {
    return withOnWeights(Parameters.requireOneLayer(this, layers));
  }

  @Override
  public String toString() {
    String past = sight == Sight.PAST ? ", sees the past" : "";
    String through = onWeights.equals(Sequential.of()) ? "" : ", weights through " + onWeights;
    return "SelfAttention(" + outputBias.size() + ", heads = " + heads + past + through + ")";
  }
}
