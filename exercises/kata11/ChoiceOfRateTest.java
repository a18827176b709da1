package kata11;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest rate whose mean validation loss is within a standard error of the best one. */
@KataTest("kata11.ChoiceOfRate")
class ChoiceOfRateTest {

  interface Subject {
    double[] losses(Trainer trainer, double p, int seeds, RandomKey key);

    double standardError(double[] losses);

    double choose(double[] rates, double[][] losses);
  }

  interface Trainer {
    double[] trainLosses(double p, RandomKey key);

    double[] validationLosses(double p, RandomKey key);

    double testLoss(double p, RandomKey key);
  }

  private static final double[] RATES = {0, 0.2, 0.4, 0.6, 0.8};

  @Test
  void the_test_set_is_left_alone(Subject choice, RandomKey key) {
    Recorder trainer = new Recorder();

    choice.losses(trainer, 0.4, 5, key);

    expectThat(trainer.tests == 0, "test-set", trainer.tests).orDiagnose("TEST_PEEK");
  }

  @Test
  void a_run_is_judged_by_its_last_validation_loss(Subject choice, RandomKey key) {
    Recorder trainer = new Recorder();
    double[] losses = choice.losses(trainer, 0.4, 5, key);

    expect("losses(trainer, 0.4, 5, key)", losses)
        .diagnose("BY_TRAIN_LOSS", each(5, key, run -> last(trained(0.4, run))))
        .diagnose("BEST_EPOCH", each(5, key, run -> least(validated(0.4, run))))
        .diagnoseIf("ONE_SEED", trainer.keys.stream().distinct().count() == 1)
        .diagnoseIf("RESEEDS", () -> trainer.keys.equals(keys(choice, 0.4, key.split("other"))))
        .diagnoseIf("UNPAIRED", () -> isUnpaired(choice, key))
        .toBe(each(5, key, run -> last(validated(0.4, run))));
  }

  /** Whether the runs have keys of their own, but other ones for another rate. */
  private static boolean isUnpaired(Subject choice, RandomKey key) {
    List<RandomKey> first = keys(choice, 0.4, key);
    List<RandomKey> second = keys(choice, 0.2, key);
    return first.stream().distinct().count() == 5
        && first.equals(keys(choice, 0.4, key))
        && second.stream().noneMatch(first::contains);
  }

  private static List<RandomKey> keys(Subject choice, double p, RandomKey key) {
    Recorder trainer = new Recorder();
    choice.losses(trainer, p, 5, key);
    return trainer.keys;
  }

  @Test
  void every_rate_gets_the_same_seeds(Subject choice, RandomKey key) {
    for (double p : new double[] {0, 0.25, 1}) {
      for (int seeds : new int[] {2, 7}) {
        expect("losses(trainer, " + p + ", " + seeds + ", key)", losses(choice, p, seeds, key))
            .diagnoseIf("UNPAIRED", () -> isUnpaired(choice, key))
            .toBe(each(seeds, key, run -> last(validated(p, run))));
      }
    }
  }

  private static double[] losses(Subject choice, double p, int seeds, RandomKey key) {
    return choice.losses(new Recorder(), p, seeds, key);
  }

  @Test
  void a_run_is_made_once(Subject choice, RandomKey key) {
    Recorder trainer = new Recorder();

    choice.losses(trainer, 0.4, 5, key);

    expectThat(trainer.keys.size() <= 5, "runs", 5, trainer.keys.size()).orDiagnose("TRAINS_TWICE");
  }

  @Test
  void the_standard_error_is_that_of_a_mean(Subject choice) {
    double[] losses = {0.3, 0.5, 0.4, 0.8};
    double squares = 0.14; // from the mean 0.5

    expect("standardError(losses)", choice.standardError(losses))
        .given("losses", losses)
        .diagnose("SD_FOR_SE", Math.sqrt(squares / 3))
        .diagnose("DIVIDES_BY_N", Math.sqrt(squares / 4 / 4))
        .diagnose("NO_ROOT", squares / 3 / 4)
        .toBeWithin(1e-9, 0, Math.sqrt(squares / 3 / 4));
  }

  @Test
  void the_standard_error_of_other_losses(Subject choice, RandomKey key) {
    double[] alike = {0.25, 0.25, 0.25, 0.25};
    expect("standardError(losses)", choice.standardError(alike)).given("losses", alike).toBe(0.0);
    double[] two = {-1, 3};
    expect("standardError(losses)", choice.standardError(two))
        .given("losses", two)
        .toBeWithin(1e-9, 0, 2.0);
    double[] many = IntStream.range(0, 50).mapToDouble(key::uniform).toArray();
    expect("standardError(losses)", choice.standardError(many))
        .remark("many")
        .toBeWithin(1e-9, 0, error(many));
  }

  @Test
  void a_clear_winner_is_chosen_by_its_mean(Subject choice) {
    double[][] losses = {
      {0.60, 0.61, 0.29},
      {0.28, 0.62, 0.60},
      {0.31, 0.30, 0.32},
      {0.90, 0.10, 0.90},
      {0.9, 0.9, 0.9}
    };

    expect("choose(rates, losses)", choice.choose(RATES, losses))
        .given("rates", RATES)
        .given("losses", losses)
        .diagnoseIf("ONE_SEED", () -> choosesInAnyOrder(choice, losses, 0.2))
        .diagnoseIf("LUCKIEST_RUN", () -> choosesInAnyOrder(choice, losses, 0.6))
        .toBe(0.4);
  }

  private static boolean choosesInAnyOrder(Subject choice, double[][] losses, double rate) {
    int[] order = {3, 1, 4, 0, 2};
    double[] rates = IntStream.of(order).mapToDouble(r -> RATES[r]).toArray();
    double[][] others = IntStream.of(order).mapToObj(r -> losses[r]).toArray(double[][]::new);
    return choice.choose(RATES, losses) == rate && choice.choose(rates, others) == rate;
  }

  /** Means 0.49, 0.305, 0.3, 0.31, 0.43; the standard error of the best one is 0.0153. */
  private static double[][] close() {
    return new double[][] {
      {0.52, 0.46, 0.49},
      {0.315, 0.285, 0.315},
      {0.28, 0.33, 0.29},
      {0.31, 0.33, 0.29},
      {0.45, 0.41, 0.43}
    };
  }

  @Test
  void of_rates_that_are_as_good_the_largest_is_chosen(Subject choice) {
    expect("choose(rates, losses)", choice.choose(RATES, close()))
        .given("rates", RATES)
        .given("losses", close())
        .diagnoseIf("TAKES_THE_BEST", () -> choosesInBoth(choice, 0.4, 0.2))
        .diagnoseIf("SMALLEST_RATE", () -> choosesInBoth(choice, 0.2, 0.1))
        .toBe(0.6);
  }

  /** Whether these are chosen of {@link #close} and of another table, where medians mislead. */
  private static boolean choosesInBoth(Subject choice, double rate, double other) {
    double[][] losses = {
      {0.33, 0.33, 0.33}, {0.30, 0.30, 0.36}, {0.33, 0.33, 0.33}, {0.29, 0.29, 0.50}
    };
    return choosesInAnyOrder(choice, close(), rate)
        && choice.choose(new double[] {0.1, 0.2, 0.3, 0.5}, losses) == other;
  }

  @Test
  void the_error_is_that_of_the_best_rate(Subject choice) {
    double[] rates = {0.2, 0.5};
    double[][] losses = {{0.30, 0.32, 0.28, 0.30}, {0.20, 0.55, 0.25, 0.40}};

    expect("choose(rates, losses)", choice.choose(rates, losses))
        .given("rates", rates)
        .given("losses", losses)
        .diagnose("OWN_ERROR", 0.5)
        .toBe(0.2);
  }

  @Test
  void the_rates_come_in_any_order(Subject choice) {
    double[] rates = {0.6, 0, 0.8, 0.2, 0.4};
    double[][] all = close();
    double[][] losses = {all[3], all[0], all[4], all[1], all[2]};

    expect("choose(rates, losses)", choice.choose(rates, losses))
        .given("rates", rates)
        .given("losses", losses)
        .diagnose("ASSUMES_ORDER", 0.4)
        .toBe(0.6);
  }

  @Test
  void a_rate_with_a_run_that_diverged_is_not_chosen(Subject choice) {
    double[] rates = {0, 0.3, 0.6, 0.9, 1};

    expect("choose(rates, losses)", choice.choose(rates, diverged()))
        .given("rates", rates)
        .given("losses", diverged())
        .diagnoseIf("NAN_STAYS", () -> choosesIfTheFirstHasEnded(choice))
        .toBe(0.6);
  }

  private static double[][] diverged() {
    return new double[][] {
      {Double.NaN, 0.1, 0.1},
      {0.30, 0.34, 0.32},
      {0.31, 0.33, 0.32},
      {0.1, 0.1, Double.NaN},
      {2.3, 2.3, 2.3}
    };
  }

  /** Whether the choice is right where the first rate is another one, which did not diverge. */
  private static boolean choosesIfTheFirstHasEnded(Subject choice) {
    double[][] all = diverged();
    double[][] losses = {all[4], all[0], all[1], all[3], all[2]};
    return choice.choose(new double[] {1, 0, 0.3, 0.9, 0.6}, losses) == 0.6;
  }

  @Test
  void rates_that_differ_in_nothing_are_as_good(Subject choice) {
    double[] rates = {0.1, 0.7, 0.3};
    double[][] losses = {{0.25, 0.25}, {0.25, 0.25}, {0.25, 0.25}};

    expect("choose(rates, losses)", choice.choose(rates, losses))
        .given("rates", rates)
        .given("losses", losses)
        .toBe(0.7);
    double[] one = {0};
    expect("choose(rates, losses)", choice.choose(one, new double[][] {{0.2, 0.4}}))
        .given("rates", one)
        .toBe(0.0);
  }

  @Test
  void many_tables_of_losses(Subject choice, RandomKey key) {
    for (int n = 0; n < 200; n++) {
      RandomKey child = key.split(n);
      double[] rates = IntStream.of(child.permutation(6)).mapToDouble(i -> i / 10.0).toArray();
      double[][] losses = new double[6][2 + n % 4];
      for (int r = 0; r < 6; r++) {
        for (int s = 0; s < losses[r].length; s++) {
          losses[r][s] = 0.3 * child.uniform(100 + r) + 0.2 * child.uniform(1_000 + 10 * r + s);
        }
      }

      expect("choose(rates, losses)", choice.choose(rates, losses))
          .given("rates", rates)
          .given("losses", losses)
          .toBe(chosen(rates, losses));
    }
  }

  @Test
  void what_was_given_stays_as_it_was(Subject choice) {
    double[] rates = {0.6, 0, 0.8, 0.2, 0.4};
    double[][] losses = close();

    choice.standardError(losses[0]);
    choice.choose(rates, losses);

    expect("rates", rates).remark("after").toBeExactly(new double[] {0.6, 0, 0.8, 0.2, 0.4});
    expect("losses", losses).remark("after").toBeExactly(close());
    double[][] withNan = diverged();
    choice.choose(rates, withNan);
    expect("losses", withNan).remark("after").toBeExactly(diverged());
  }

  /** Made-up curves with traps in them; it notes what it was asked for. */
  private static final class Recorder implements Trainer {
    private final List<RandomKey> keys = new ArrayList<>();
    private int tests;

    @Override
    public double[] trainLosses(double p, RandomKey key) {
      keys.add(key);
      return trained(p, key);
    }

    @Override
    public double[] validationLosses(double p, RandomKey key) {
      keys.add(key);
      return validated(p, key);
    }

    @Override
    public double testLoss(double p, RandomKey key) {
      tests++;
      return last(validated(p, key)) + 0.01;
    }
  }

  /** The more is dropped, the worse. */
  private static double[] trained(double p, RandomKey key) {
    double end = 0.1 + 0.2 * p + 0.05 * key.uniform(0);
    return new double[] {end + 0.7, end + 0.3, end + 0.1, end};
  }

  /** Best in the third epoch of five, and for a p in the middle. */
  private static double[] validated(double p, RandomKey key) {
    double end = 0.3 + (p - 0.4) * (p - 0.4) + 0.1 * key.uniform(1);
    return new double[] {end + 0.5, end + 0.1, end - 0.02 - 0.05 * key.uniform(2), end - 0.01, end};
  }

  private static double[] each(int seeds, RandomKey key, ToDoubleFunction<RandomKey> loss) {
    return IntStream.range(0, seeds).mapToObj(key::split).mapToDouble(loss).toArray();
  }

  private static double last(double[] curve) {
    return curve[curve.length - 1];
  }

  private static double least(double[] curve) {
    return Arrays.stream(curve).min().orElseThrow();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double error(double[] values) {
    double mean = mean(values);
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1)) / Math.sqrt(values.length);
  }

  private static double chosen(double[] rates, double[][] losses) {
    double[] best = losses[0];
    for (double[] ofRate : losses) {
      best = mean(ofRate) < mean(best) ? ofRate : best;
    }
    double bound = mean(best) + error(best);
    return IntStream.range(0, rates.length)
        .filter(r -> mean(losses[r]) <= bound)
        .mapToDouble(r -> rates[r])
        .max()
        .orElseThrow();
  }
}
