package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Concrete dropout: learns its rate, because its masks are smooth enough to have a gradient.
 *
 * <pre>
 *   p = σ(λ)  for a parameter λ, the logit of the rate;  q = 1 − p = σ(−λ)
 *   train:  k = σ(−(λ + log u − log(1 − u)) / t),  u uniform in (0, 1):  near 0 or 1 for a small t
 *           y = k·x/q
 *   eval:   y = x
 *   back:   dx = k·dy/q,   dλ = Σ dy·x·k/q·(p − (1 − k)/t)
 * </pre>
 *
 * <p>The loss alone would drive p to 0: train with a {@link ConcretePenalty}. k/q is hardly ever 0
 * (at p = 0.5 once in 35,000 units, where float32 ends), so next to nothing is dropped entirely.
 * NaN passes through, and so does Inf, but for such a 0, with which it gives NaN. For t → 0 the
 * coins become those of {@link Dropout}.
 *
 * @param logit λ, one number, {@code [1]}
 * @param temperature t, at least 1e-30 and finite
 * @see <a href="https://arxiv.org/abs/1705.07832">Gal, Hron and Kendall (2017)</a>
 */
public record ConcreteDropout(Tensor logit, double temperature) implements Layer {

  /** Divided by less, what is no number of float32 makes gradients of NaN. */
  private static final double COLDEST = 1e-30;

  /**
   * The penalty on a rate, and its gradients.
   *
   * @param value to be added to the loss
   * @param logitGradient dValue/dλ, to be added to the gradient of the parameter
   * @param weightFactor dValue/dW is this times W, for every weight W that multiplies the layer's
   *     output
   */
  public record Penalty(double value, double logitGradient, double weightFactor) {}

  /**
   * Checks the shape and the range.
   *
   * @param logit λ, one number, {@code [1]}
   * @param temperature t, at least 1e-30 and finite
   * @throws IllegalArgumentException if the logit is not one number, or the temperature out of its
   *     range
   */
  public ConcreteDropout {
    if (!Arrays.equals(logit.shape(), new int[] {1})) {
      throw new IllegalArgumentException(
          "the logit must be one number, [1], but its shape was " + Arrays.toString(logit.shape()));
    }
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "temperature must be above 0 and finite, but was " + temperature);
    }
    if (temperature < COLDEST) {
      throw new IllegalArgumentException(
          "temperature must be at least "
              + COLDEST
              + ", or slopes are infinite, but was "
              + temperature);
    }
  }

  /**
   * Returns the layer with a rate to start from and the temperature of the paper, 0.1.
   *
   * @param p the drop probability, in {@code (0, 1)}
   * @return the layer
   * @throws IllegalArgumentException if p is not between 0 and 1, where the logit is finite
   */
  public static ConcreteDropout of(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("a learned drop rate must be in (0, 1), but was " + p);
    }
    return new ConcreteDropout(Tensor.full(StrictMath.log(p / (1 - p)), 1), 0.1);
  }

  /**
   * Returns the rate as it is now.
   *
   * @return p = σ(λ)
   */
  public DropRate rate() {
    return new DropRate(sigmoid(logit.get(0)));
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    return mode.noise()
        .map(key -> noisy(x, key))
        .orElseGet(() -> new Forward(x, dy -> new Gradients(dy, List.of(Tensor.zeros(1)))));
  }

  private Forward noisy(Tensor x, RandomKey key) {
    double lambda = logit.get(0);
    double q = sigmoid(-lambda);
    double[] k = new double[x.size()];
    for (int i = 0; i < k.length; i++) {
      double u = key.uniform(i);
      k[i] = sigmoid(-(lambda + StrictMath.log(u / (1 - u))) / temperature);
    }
    // select: with an enormous logit both are 0
    Tensor noise = Tensor.generate(i -> k[i] == 0 ? 0 : k[i] / q, x.shape());
    return new Forward(
        x.times(noise),
        dy -> {
          float[] dydn = Floats.of(dy.times(x));
          float[] n = Floats.of(noise);
          double sum = 0;
          for (int i = 0; i < n.length; i++) {
            sum += (double) dydn[i] * n[i] * (1 - q - (1 - k[i]) / temperature);
          }
          return new Gradients(dy.times(noise), List.of(Tensor.full(sum, 1)));
        });
  }

  /**
   * Returns the regulariser {@code λ_w·‖W‖²/q + λ_p·K·(p·log p + q·log q)}: large weights favour a
   * small rate, and the entropy of the coins one near ½.
   *
   * @param weightPenalty λ_w, for example {@code l²/N}: see {@link ConcretePenalty}
   * @param weightSquares ‖W‖², the sum of the squares of the weights after the layer
   * @param entropyPenalty λ_p, for example {@code 1/N}
   * @param units K, the number of inputs that are dropped
   * @return its value and gradients
   * @see <a href="https://github.com/yaringal/ConcreteDropout">the authors' code</a>
   */
  public Penalty penalty(
      double weightPenalty, double weightSquares, double entropyPenalty, int units) {
    double lambda = logit.get(0);
    double p = sigmoid(lambda);
    double q = sigmoid(-lambda);
    double entropy = plogp(p) + plogp(q);
    double slope = p * q == 0 ? 0 : entropyPenalty * units * p * q * lambda; // λ may be infinite
    return new Penalty(
        over(weightPenalty * weightSquares, q) + entropyPenalty * units * entropy,
        // d(1/q)/dλ = p/q, and d(p·log p + q·log q)/dλ = p·q·λ
        over(weightPenalty * weightSquares * p, q) + slope,
        over(2 * weightPenalty, q));
  }

  private static double sigmoid(double v) {
    return 1 / (1 + StrictMath.exp(-v));
  }

  /** Returns a/q; what costs nothing costs nothing at q = 0, too. */
  private static double over(double a, double q) {
    return a == 0 ? 0 : a / q;
  }

  private static double plogp(double p) {
    return p == 0 ? 0 : p * StrictMath.log(p);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(logit);
  }

  @Override
  public ConcreteDropout withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new ConcreteDropout(parameters.get(0), temperature);
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public String toString() {
    return "ConcreteDropout(p = " + rate().p() + ", learned, temperature " + temperature + ")";
  }
}
