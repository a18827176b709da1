package dojo.dropout;

import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import dojo.tensor.Cores;
import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Monte-Carlo dropout: predicts several times, each time with different units dropped, and reports
 * the mean and how much the predictions differ.
 *
 * <pre>
 *   pₜ = softmax(model(x)) under mask t,  t = 1 … T
 *   mean                p̄ = Σ pₜ / T                probabilities are averaged, not logits
 *   variance            Σ (pₜ − p̄)² / (T − 1)
 *   predictive entropy  H(p̄),  H(p) = −Σ p·log p    in nats: total uncertainty
 *   mutual information  H(p̄) − Σ H(pₜ) / T  ≥ 0     the part due to the weights
 * </pre>
 *
 * <p>Only noise is random: passes are made in {@link Mode#sample}, so that batch normalisation uses
 * the statistics of the population, as in evaluation.
 *
 * @param passes T, at least 1; with one pass the variance is NaN
 * @see <a href="https://arxiv.org/abs/1506.02142">Gal and Ghahramani (2016)</a>
 */
public record MonteCarlo(int passes) {

  /**
   * The prediction for a batch of examples.
   *
   * @param mean p̄, {@code [batch, classes]}
   * @param variance of the probabilities over the passes, {@code [batch, classes]}
   * @param entropy H(p̄), {@code [batch]}
   * @param mutualInformation {@code [batch]}, at least 0
   */
  public record Prediction(
      Tensor mean, Tensor variance, Tensor entropy, Tensor mutualInformation) {}

  /**
   * Checks the range.
   *
   * @param passes T, at least 1
   * @throws IllegalArgumentException if it is below 1
   */
  public MonteCarlo {
    if (passes < 1) {
      throw new IllegalArgumentException("passes must be at least 1, but was " + passes);
    }
  }

  /**
   * Returns Monte-Carlo prediction with a number of passes.
   *
   * @param passes at least 1
   * @return the method
   * @throws IllegalArgumentException if it is below 1
   */
  public static MonteCarlo of(int passes) {
    return new MonteCarlo(passes);
  }

  /**
   * Returns what a classifier predicts.
   *
   * @param model whose outputs are logits, {@code [batch, classes]}
   * @param x the inputs
   * @param key pass t draws its noise from child t
   * @return the prediction
   * @throws IllegalArgumentException if the model has no noise to draw
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, as by a
   *     notebook's stop button
   */
  public Prediction classify(Layer model, Tensor x, RandomKey key) {
    List<Tensor> answers =
        outputs(model, x, key).stream().map(SoftmaxCrossEntropy::softmax).toList();
    Tensor mean = mean(answers);
    Tensor entropy = entropy(mean);
    Tensor expected = mean(answers.stream().map(MonteCarlo::entropy).toList());
    // at least 0, except for rounding
    Tensor information = entropy.minus(expected).map(v -> v < 0 ? 0 : v);
    return new Prediction(mean, variance(answers), entropy, information);
  }

  /**
   * Returns the raw outputs, as a regression needs them: see {@link #mean} and {@link #variance}.
   *
   * @param model any model with noise
   * @param x the inputs
   * @param key pass t draws its noise from child t
   * @return one output per pass, in order
   * @throws IllegalArgumentException if the model has no noise to draw
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public List<Tensor> outputs(Layer model, Tensor x, RandomKey key) {
    if (!model.isRandom()) {
      throw new IllegalArgumentException(
          "Monte-Carlo prediction needs a model with noise, such as Dropout with 0 < p < 1, but"
              + " the output of this one never varies: "
              + model);
    }
    return IntStream.range(0, passes).mapToObj(t -> pass(model, x, key.split(t))).toList();
  }

  private static Tensor pass(Layer model, Tensor x, RandomKey key) {
    Cores.requireNoInterrupt("Monte-Carlo prediction");
    return model.apply(x, Mode.sample(key));
  }

  /**
   * Returns the mean of outputs, place by place.
   *
   * @param answers the outputs, of one shape, at least one
   * @return the mean, in that shape
   * @throws IllegalArgumentException if there are none, or their shapes differ
   */
  public static Tensor mean(List<Tensor> answers) {
    float[][] values = values(answers);
    return Tensor.generate(i -> mean(values, i), answers.get(0).shape());
  }

  /**
   * Returns the sample variance of outputs, place by place. For a regression it is the uncertainty
   * of the weights; the variance of the noise in the data, 1/τ, has to be added.
   *
   * @param answers the outputs, of one shape, at least one
   * @return the sum of square distances from the mean, divided by their number − 1; NaN for one
   * @throws IllegalArgumentException if there are none, or their shapes differ
   */
  public static Tensor variance(List<Tensor> answers) {
    float[][] values = values(answers);
    return Tensor.generate(
        i -> {
          double mean = mean(values, i);
          double sum = 0;
          for (float[] answer : values) {
            sum += (answer[i] - mean) * (answer[i] - mean);
          }
          return sum / (values.length - 1);
        },
        answers.get(0).shape());
  }

  private static float[][] values(List<Tensor> answers) {
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a mean needs at least one output, but had none");
    }
    answers.forEach(answer -> Shape.requireEqual(answers.get(0), answer));
    return answers.stream().map(Floats::of).toArray(float[][]::new);
  }

  private static double mean(float[][] values, int i) {
    double sum = 0;
    for (float[] answer : values) {
      sum += answer[i];
    }
    return sum / values.length;
  }

  /** Returns −Σ p·log p of each row, in nats; 0·log 0 is 0. */
  private static Tensor entropy(Tensor probabilities) {
    float[] p = Floats.of(probabilities);
    int classes = probabilities.length(1);
    return Tensor.generate(
        row -> {
          double sum = 0;
          for (int j = row * classes; j < (row + 1) * classes; j++) {
            sum -= p[j] == 0 ? 0 : p[j] * StrictMath.log(p[j]);
          }
          return sum;
        },
        probabilities.length(0));
  }
}
