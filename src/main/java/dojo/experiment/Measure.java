package dojo.experiment;

import java.util.function.ToDoubleFunction;

/**
 * A number that is taken from every result of an experiment, with its name: a column of a table, a
 * sample of a claim.
 *
 * <pre>{@code
 * Measure<History> error = Measure.percent("test error", History::testError);
 * results.table("p", error);
 * results.sample(0.5, error);
 * }</pre>
 *
 * @param <R> what a result is
 * @param name what to call the number, for example {@code test loss}
 * @param number what to take from a result
 * @param decimals how many digits behind the point a table shows at most, at least 0: it shows no
 *     more than the second digit of the standard deviation
 */
public record Measure<R>(String name, ToDoubleFunction<R> number, int decimals)
    implements ToDoubleFunction<R> {

  /**
   * Checks the range.
   *
   * @param name as the component says
   * @param number as the component says
   * @param decimals as the component says
   * @throws IllegalArgumentException if the number of decimals is negative
   */
  public Measure {
    if (decimals < 0) {
      throw new IllegalArgumentException("decimals must be at least 0, but were " + decimals);
    }
  }

  /**
   * Returns the measure of a number that a table shows with at most three decimals.
   *
   * @param <R> what a result is
   * @param name what to call it
   * @param number what to take from a result
   * @return the measure
   */
  public static <R> Measure<R> of(String name, ToDoubleFunction<R> number) {
    return new Measure<>(name, number, 3);
  }

  /**
   * Returns the measure of a share, counted in per cent: 100 times the number.
   *
   * @param <R> what a result is
   * @param name what to call it; the measure is called so, in per cent
   * @param share what to take from a result, in {@code [0, 1]}
   * @return the measure
   */
  public static <R> Measure<R> percent(String name, ToDoubleFunction<R> share) {
    return new Measure<>(name + " (%)", result -> 100 * share.applyAsDouble(result), 1);
  }

  @Override
  public double applyAsDouble(R result) {
    return number.applyAsDouble(result);
  }

  /** Returns mean and standard deviation as a table shows them. */
  String text(Sample sample) {
    boolean one = sample.size() == 1;
    boolean spread = sample.sd() > 0;
    boolean whole = !spread && sample.mean() == Math.rint(sample.mean());
    Digits digits =
        spread
            ? Digits.of(sample.sd(), sample.mean()).atMost(decimals)
            : new Digits(whole ? 0 : decimals);
    return digits.text(sample.mean()) + (one ? "" : " ± " + digits.text(sample.sd()));
  }
}
