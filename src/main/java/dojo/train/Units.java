package dojo.train;

import dojo.data.Dataset;
import dojo.data.Examples;
import dojo.nn.Loss;

/**
 * What the scores of a history are, and what they are counted in: names for the axes of charts.
 *
 * @param loss for example {@code loss (nats per example)}
 * @param error for example {@code wrong answers (%)}
 * @param errorFactor what errors are multiplied with to be counted so
 */
public record Units(String loss, String error, double errorFactor) {

  /**
   * Returns the units of scores.
   *
   * @param loss what was measured
   * @param data what it was measured on
   * @return for classes wrong answers in per cent, for numbers the root-mean-square error
   */
  public static Units of(Loss loss, Examples<?> data) {
    String name = loss.unit().isEmpty() ? "loss" : "loss (" + loss.unit() + ")";
    return data instanceof Dataset
        ? new Units(name, "wrong answers (%)", 100)
        : new Units(name, "root-mean-square error (unit of the targets)", 1);
  }
}
