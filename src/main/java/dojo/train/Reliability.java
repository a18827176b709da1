package dojo.train;

import dojo.data.Dataset;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a classifier is as often right as it says: its answers, sorted by confidence into bins of
 * equal width.
 *
 * <pre>
 *   confidence = the largest probability of the softmax
 *   ECE = Σ over bins of (count / n)·|share right − mean confidence|
 * </pre>
 *
 * <p>Bins in which no answer falls are left out. An answer whose confidence lies between two bins
 * belongs to the lower.
 *
 * @param bins those with answers, by rising confidence
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo, Pleiss, Sun and Weinberger (2017), section
 *     2</a>
 */
public record Reliability(List<Bin> bins) {

  /**
   * The answers of about one confidence.
   *
   * @param count how many
   * @param confidence their mean confidence, in {@code [0, 1]}
   * @param right the share of them that are right, in {@code [0, 1]}
   */
  public record Bin(int count, double confidence, double right) {}

  /**
   * Copies the list.
   *
   * @param bins as the component says
   */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Sorts the answers to a data set into bins.
   *
   * @param logits the raw outputs of a classifier, {@code [examples, classes]}
   * @param data what was asked
   * @param number how many bins from 0 to 1, at least 1
   * @return the bins
   * @throws IllegalArgumentException if the shapes do not fit, there are no examples, a logit is
   *     not finite or the number is below 1
   */
  public static Reliability of(Tensor logits, Dataset data, int number) {
    if (number < 1 || data.size() == 0) {
      throw new IllegalArgumentException(
          "reliability needs a bin and an example at least, but had "
              + number
              + " and "
              + data.size());
    }
    requireFit(logits, data);
    Tensor probabilities = SoftmaxCrossEntropy.softmax(logits);
    int[] answers = probabilities.argmaxOfRows();
    int[] labels = data.labels();
    int[] counts = new int[number];
    double[] confidences = new double[number];
    int[] right = new int[number];
    for (int i = 0; i < answers.length; i++) {
      double confidence = probabilities.get(i, answers[i]);
      if (!(confidence >= 0)) {
        throw new IllegalArgumentException(
            "an answer needs finite logits, but example " + i + " has others: leave it out");
      }
      int bin = Math.max(0, Math.min(number, (int) Math.ceil(confidence * number)) - 1);
      counts[bin]++;
      confidences[bin] += confidence;
      right[bin] += answers[i] == labels[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < number; b++) {
      if (counts[b] > 0) {
        bins.add(new Bin(counts[b], confidences[b] / counts[b], (double) right[b] / counts[b]));
      }
    }
    return new Reliability(bins);
  }

  private static void requireFit(Tensor logits, Dataset data) {
    if (!Arrays.equals(logits.shape(), data.y().shape())) {
      throw new IllegalArgumentException(
          "logits and classes must have the same shape, but had "
              + Arrays.toString(logits.shape())
              + " and "
              + Arrays.toString(data.y().shape()));
    }
  }

  /**
   * Returns the expected calibration error: how far confidence and share right are apart on
   * average.
   *
   * @return in {@code [0, 1]}
   */
  public double error() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count * Math.abs(bin.right - bin.confidence);
    }
    return sum / count();
  }

  /**
   * Returns how much surer the answers are than they are right, on average.
   *
   * @return the mean confidence minus the share right, in {@code [-1, 1]}: above 0 if the
   *     classifier is too sure
   */
  public double overconfidence() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.count * (bin.confidence - bin.right);
    }
    return sum / count();
  }

  private int count() {
    return bins.stream().mapToInt(Bin::count).sum();
  }

  /**
   * Returns where the bins lie on the axis of confidence.
   *
   * @return the mean confidences, rising
   */
  public double[] confidences() {
    return bins.stream().mapToDouble(Bin::confidence).toArray();
  }

  /**
   * Returns how often the answers of each bin are right.
   *
   * @return the shares, beside {@link #confidences}
   */
  public double[] shares() {
    return bins.stream().mapToDouble(Bin::right).toArray();
  }
}
