package kata17;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several passes with dropout: their mean predicts, and how they differ says how sure it is. */
@KataTest("kata17.MonteCarloDropout")
class MonteCarloDropoutTest {

  interface Subject {
    double[][] sample(Model model, double[] x, int passes, RandomKey key);

    double[] mean(double[][] logits);

    double[] variance(double[][] logits);

    double entropy(double[][] logits);

    double mutualInformation(double[][] logits);
  }

  interface Model {
    boolean isTraining();

    void train();

    void eval();

    double[] logits(double[] x, RandomKey key);
  }

  /** Four passes over three classes, no two alike. */
  private static double[][] example() {
    return new double[][] {{9, 0, -1}, {-1, 1, 0}, {0.5, 0.2, 3}, {1, 1, 1}};
  }

  @Test
  void every_pass_is_one_of_training(Subject monteCarlo, RandomKey key) {
    for (boolean training : new boolean[] {false, true}) {
      Net net = new Net(training);

      double[][] logits = monteCarlo.sample(net, x(), 5, key);

      expectThat(!net.modes.contains(false), "modes", 5, Collections.frequency(net.modes, true))
          .orDiagnose("EVAL_MODE");
      expect("sample(model, x, 5, key)", logits).remark("given-by-model").toBe(net.given());
    }
  }

  @Test
  void every_pass_has_a_key_of_its_own(Subject monteCarlo, RandomKey key) {
    Net net = new Net(false);

    monteCarlo.sample(net, x(), 50, key);

    long keys = net.keys.stream().distinct().count();
    expectThat(keys > 1, "keys", 50, keys).orDiagnose("SAME_MASK");
    expectThat(keys == 50, "keys", 50, keys).orFail();
  }

  @Test
  void the_keys_of_the_passes_come_from_the_key(Subject monteCarlo, RandomKey key) {
    Net net = new Net(false);
    Net again = new Net(false);
    Net other = new Net(false);

    double[][] first = monteCarlo.sample(net, x(), 5, key);
    double[][] second = monteCarlo.sample(again, x(), 5, key);
    monteCarlo.sample(other, x(), 5, key.split("other"));

    expect("sample(model, x, 5, key)", second).remark("again").toBe(first);
    expectThat(!net.keys.equals(other.keys), "another-key").orDiagnose("RESEEDS");
    expectThat(Collections.disjoint(net.keys, other.keys), "another-key").orFail();
  }

  @Test
  void an_evaluating_model_evaluates_afterwards(Subject monteCarlo, RandomKey key) {
    Net net = new Net(false);

    monteCarlo.sample(net, x(), 3, key);

    expect("model.isTraining()", net.isTraining())
        .remark("mode", "eval()")
        .diagnose("LEAKS_TRAIN_MODE", true)
        .toBe(false);
  }

  @Test
  void a_training_model_trains_afterwards(Subject monteCarlo, RandomKey key) {
    Net net = new Net(true);

    monteCarlo.sample(net, x(), 3, key);

    expect("model.isTraining()", net.isTraining())
        .remark("mode", "train()")
        .diagnose("ENDS_IN_EVAL", false)
        .toBe(true);
  }

  @Test
  void a_pass_that_fails_leaves_the_mode_as_it_was(Subject monteCarlo, RandomKey key) {
    for (boolean training : new boolean[] {false, true}) {
      Net net = new Net(training);
      net.failing = 3;

      expectRefusal("sample(model, x, 5, key)", () -> monteCarlo.sample(net, x(), 5, key))
          .by(IllegalStateException.class)
          .orFail();
      expect("model.isTraining()", net.isTraining())
          .remark("failed")
          .diagnoseIf("LEAKS_ON_FAILURE", net.isTraining())
          .toBe(training);
    }
  }

  @Test
  void x_stays_as_it_was(Subject monteCarlo, RandomKey key) {
    double[] x = x();

    monteCarlo.sample(new Net(false), x, 3, key);

    expect("x", x).remark("after", "sample(model, x, 3, key)").toBeExactly(x());
  }

  @Test
  void the_mean_is_one_of_probabilities(Subject monteCarlo) {
    double[] mean = monteCarlo.mean(example());

    expect("mean(logits)", mean)
        .given("logits", example())
        .diagnose("AVG_LOGITS", softmax(average(example())))
        .toBeWithin(1e-9, 0, average(chances(example())));
  }

  @Test
  void the_variance_is_that_of_a_sample(Subject monteCarlo) {
    double[] variance = monteCarlo.variance(example());

    double[] right = variances(example());
    expect("variance(logits)", variance)
        .given("logits", example())
        .diagnose("DIVIDES_BY_T", Arrays.stream(right).map(v -> v * 3 / 4).toArray())
        .diagnose("VAR_OF_LOGITS", sampleVariances(example()))
        .diagnose("SD_FOR_VAR", Arrays.stream(right).map(Math::sqrt).toArray())
        .toBeWithin(1e-9, 0, right);
  }

  @Test
  void the_entropy_is_that_of_the_mean(Subject monteCarlo) {
    expect("entropy(logits)", monteCarlo.entropy(example()))
        .given("logits", example())
        .diagnose("ENTROPY_OF_PASSES", meanOfEntropies(example()))
        .toBeWithin(1e-9, 0, entropyOfMean(example()));
  }

  @Test
  void the_mutual_information_is_what_the_passes_do_not_agree_on(Subject monteCarlo) {
    double right = entropyOfMean(example()) - meanOfEntropies(example());

    expect("mutualInformation(logits)", monteCarlo.mutualInformation(example()))
        .given("logits", example())
        .diagnose("SIGN", -right)
        .toBeWithin(1e-9, 0, right);
  }

  @Test
  void sure_passes_that_disagree_have_nothing_else(Subject monteCarlo) {
    double[][] logits = {{50, 0}, {0, 50}};

    expect("entropy(logits)", monteCarlo.entropy(logits))
        .given("logits", logits)
        .toBeWithin(1e-9, 0, Math.log(2));
    expect("mutualInformation(logits)", monteCarlo.mutualInformation(logits))
        .given("logits", logits)
        .toBeWithin(1e-9, 0, Math.log(2));
  }

  @Test
  void passes_that_agree_have_no_mutual_information(Subject monteCarlo) {
    double least = 0;
    double most = 0;
    for (int passes = 2; passes <= 40; passes++) {
      double[][] logits = new double[passes][];
      Arrays.fill(logits, new double[] {0.1, 0.7, -1.3});
      double information = monteCarlo.mutualInformation(logits);
      least = Math.min(least, information);
      most = Math.max(most, information);
    }

    expectThat(most < 1e-12 && least > -1e-12, "agreeing", least, most).orFail();
    expectThat(least >= 0, "agreeing", least, most).orDiagnose("BELOW_ZERO");
  }

  @Test
  void a_single_pass_has_a_mean_and_no_variance(Subject monteCarlo) {
    double[][] one = {{2, 0, -1}};
    double[] nan = {Double.NaN, Double.NaN, Double.NaN};

    expect("mean(logits)", monteCarlo.mean(one))
        .given("logits", one)
        .toBeWithin(1e-9, 0, softmax(one[0]));
    expect("variance(logits)", monteCarlo.variance(one)).given("logits", one).toBe(nan);
    expect("mutualInformation(logits)", monteCarlo.mutualInformation(one))
        .given("logits", one)
        .toBe(0.0);
  }

  @Test
  void a_class_may_be_impossible_and_another_certain(Subject monteCarlo) {
    double[][] logits = {{0, Double.NEGATIVE_INFINITY}, {1_000, 0}, {800, 0}};

    expect("entropy(logits)", monteCarlo.entropy(logits))
        .given("logits", logits)
        .toBeWithin(0, 1e-12, 0.0);
    expect("mutualInformation(logits)", monteCarlo.mutualInformation(logits))
        .given("logits", logits)
        .toBeWithin(0, 1e-12, 0.0);
  }

  @Test
  void many_passes_of_a_model(Subject monteCarlo, RandomKey key) {
    double[][] logits = monteCarlo.sample(new Net(false), x(), 200, key);

    double right = entropyOfMean(logits) - meanOfEntropies(logits);
    expect("mean(logits)", monteCarlo.mean(logits))
        .remark("many")
        .toBeWithin(1e-9, 0, average(chances(logits)));
    expect("variance(logits)", monteCarlo.variance(logits))
        .remark("many")
        .toBeWithin(1e-9, 0, variances(logits));
    expect("mutualInformation(logits)", monteCarlo.mutualInformation(logits))
        .remark("many")
        .toBeWithin(1e-9, 1e-12, right);
  }

  @Test
  void the_logits_stay_as_they_were(Subject monteCarlo) {
    double[][] logits = example();

    monteCarlo.mean(logits);
    monteCarlo.variance(logits);
    monteCarlo.mutualInformation(logits);

    expect("logits", logits)
        .remark("after", "mean(logits), variance(logits), mutualInformation(logits)")
        .toBeExactly(example());
  }

  private static double[] x() {
    return new double[] {1, -2, 0.5, 3, -0.7, 1.5, 2, -1, 0.9, -0.4};
  }

  /** A linear classifier that drops its inputs with p = 0.4 and notes how it was asked. */
  private static final class Net implements Model {
    private final List<Boolean> modes = new ArrayList<>();
    private final List<RandomKey> keys = new ArrayList<>();
    private final List<double[]> given = new ArrayList<>();
    private boolean training;
    private int failing;

    Net(boolean training) {
      this.training = training;
    }

    @Override
    public boolean isTraining() {
      return training;
    }

    @Override
    public void train() {
      training = true;
    }

    @Override
    public void eval() {
      training = false;
    }

    @Override
    public double[] logits(double[] x, RandomKey key) {
      modes.add(training);
      keys.add(key);
      if (modes.size() == failing) {
        throw new IllegalStateException("this pass fails");
      }
      double[] z = new double[3];
      for (int i = 0; i < x.length; i++) {
        double kept = !training ? x[i] : key.uniform(i) < 0.6 ? x[i] / 0.6 : 0;
        for (int k = 0; k < 3; k++) {
          z[k] += kept * Math.sin(1 + i + 10 * k);
        }
      }
      given.add(z.clone());
      return z;
    }

    double[][] given() {
      return given.toArray(double[][]::new);
    }
  }

  private static double[] softmax(double[] logits) {
    double max = Arrays.stream(logits).max().orElse(0);
    double sum = Arrays.stream(logits).map(z -> Math.exp(z - max)).sum();
    return Arrays.stream(logits).map(z -> Math.exp(z - max) / sum).toArray();
  }

  private static double[][] chances(double[][] logits) {
    return Arrays.stream(logits).map(MonteCarloDropoutTest::softmax).toArray(double[][]::new);
  }

  private static double[] average(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToDouble(k -> Arrays.stream(rows).mapToDouble(row -> row[k]).average().orElse(0))
        .toArray();
  }

  private static double[] variances(double[][] logits) {
    return sampleVariances(chances(logits));
  }

  private static double[] sampleVariances(double[][] rows) {
    double[] mean = average(rows);
    return IntStream.range(0, mean.length)
        .mapToDouble(
            k ->
                Arrays.stream(rows).mapToDouble(row -> Math.pow(row[k] - mean[k], 2)).sum()
                    / (rows.length - 1))
        .toArray();
  }

  private static double entropyOfMean(double[][] logits) {
    return entropy(average(chances(logits)));
  }

  private static double meanOfEntropies(double[][] logits) {
    return Arrays.stream(chances(logits))
        .mapToDouble(MonteCarloDropoutTest::entropy)
        .average()
        .orElse(0);
  }

  private static double entropy(double[] chances) {
    return -Arrays.stream(chances).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
  }
}
