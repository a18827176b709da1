package kata22;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two passes with two masks: both should be right, and they should agree. */
@KataTest("kata22.RDrop")
class RDropTest {
  private static final double HIDDEN = Double.NEGATIVE_INFINITY;

  interface Subject {
    double[][][] passes(Model model, double[][] x, RandomKey key);

    double divergence(double[] z1, double[] z2);

    double loss(double[][] z1, double[][] z2, int[] target, double alpha);

    double[][] gradient(double[][] z1, double[][] z2, int[] target, double alpha);
  }

  interface Model {
    double[][] logits(double[][] x, RandomKey key);
  }

  /** Three examples, one of which both passes get wrong. */
  private static Batch three() {
    return new Batch(
        new double[][] {{2, 0, -1}, {0.5, 1, 3}, {-1, 0.25, 0}},
        new double[][] {{1, 0.5, -2}, {-1, 2, 2.5}, {0, -3, 1}},
        new int[] {0, 2, 1});
  }

  /** One example of four classes. */
  private static Batch one() {
    return new Batch(
        new double[][] {{0.1, -2, 0.7, 1}}, new double[][] {{1.5, 0, -1, 0.2}}, new int[] {3});
  }

  @Test
  void the_two_passes_have_two_keys(Subject rdrop, RandomKey key) {
    Net net = new Net();
    double[][][] z = rdrop.passes(net, x(), key);

    long keys = net.keys.stream().distinct().count();
    boolean same = Arrays.deepEquals(z[0], z[1]);
    expectThat(keys != 1, "keys", net.keys.size(), keys).orDiagnose(same ? "SAME_MASK_TWICE" : "");
    expectThat(keys == 2 && net.keys.size() == 2, "keys", net.keys.size(), keys).orFail();
    expect("passes(model, x, key)", z)
        .remark("given-by-model")
        .toBe(net.given.toArray(double[][][]::new));
  }

  @Test
  void the_keys_of_the_passes_come_from_the_key(Subject rdrop, RandomKey key) {
    Net net = new Net();
    Net other = new Net();

    double[][][] first = rdrop.passes(net, x(), key);
    double[][][] second = rdrop.passes(new Net(), x(), key);
    rdrop.passes(other, x(), key.split("other"));

    expect("passes(model, x, key)", second).remark("again").toBe(first);
    expectThat(!net.keys.equals(other.keys), "another-key").orDiagnose("RESEEDS");
    expectThat(Collections.disjoint(net.keys, other.keys), "another-key").orFail();
  }

  @Test
  void no_pass_has_the_key_itself(Subject rdrop, RandomKey key) {
    Net net = new Net();
    RandomKey step = key.split("step"); // no key that a seed gives

    rdrop.passes(net, x(), step);

    expectThat(!net.keys.contains(step), "own-children").orDiagnose("PARENT_KEY");
    boolean isChild =
        net.keys.stream()
            .anyMatch(
                one -> IntStream.range(0, 10).mapToObj(one::split).anyMatch(net.keys::contains));
    expectThat(!isChild, "no-grandchild").orFail();
  }

  @Test
  void the_batch_stays_as_it_was(Subject rdrop, RandomKey key) {
    double[][] x = x();

    rdrop.passes(new Net(), x, key);

    expect("x", x).remark("after", "passes(model, x, key)").toBeExactly(x());
  }

  @Test
  void the_divergence_is_that_of_probabilities(Subject rdrop) {
    for (Batch batch : batches()) {
      for (int n = 0; n < batch.rows(); n++) {
        double[] z1 = batch.z1[n];
        double[] z2 = batch.z2[n];

        expect("divergence(z1, z2)", rdrop.divergence(z1, z2))
            .given("z1", z1)
            .given("z2", z2)
            .diagnoseIf("SWAPS_DIRECTION", () -> diverges(rdrop, (a, b) -> kl(b, a)))
            .diagnoseIf(
                "KL_OF_LOGITS",
                () ->
                    diverges(rdrop, (a, b) -> sum(a, k -> p(a, k) * (a[k] - b[k])))
                        || diverges(rdrop, (a, b) -> sum(a, k -> p(a, k) * (log(a, k) - b[k])))
                        || diverges(rdrop, (a, b) -> sum(a, k -> p(a, k) * (a[k] - log(b, k)))))
            .diagnoseIf(
                "BOTH_DIRECTIONS",
                () ->
                    diverges(rdrop, (a, b) -> (kl(a, b) + kl(b, a)) / 2)
                        || diverges(rdrop, (a, b) -> kl(a, b) + kl(b, a)))
            .diagnoseIf(
                "CROSS_ENTROPY", () -> diverges(rdrop, (a, b) -> -sum(a, k -> p(a, k) * log(b, k))))
            .toBeWithin(1e-9, 1e-12, kl(z1, z2));
      }
    }
  }

  @Test
  void equal_predictions_do_not_diverge(Subject rdrop) {
    double[] z1 = {1, -2, 0.5};
    double[] z2 = {101, 98, 100.5};

    expect("divergence(z1, z2)", rdrop.divergence(z1, z2))
        .given("z1", z1)
        .given("z2", z2)
        .toBeWithin(0, 1e-9, 0.0);
  }

  @Test
  void a_class_that_is_ruled_out_adds_nothing(Subject rdrop) {
    double[][][] pairs = {
      {{1, HIDDEN, 0}, {-1, HIDDEN, 2}}, {{1, HIDDEN, 0}, {-1, 3, 2}}, {{2_000, 0}, {0, 0}}
    };
    for (double[][] pair : pairs) {
      double kl = rdrop.divergence(pair[0], pair[1]);

      expect("divergence(z1, z2)", kl)
          .given("z1", pair[0])
          .given("z2", pair[1])
          .diagnoseIf("NAN_AT_INFINITY", Double.isNaN(kl))
          .toBeWithin(1e-9, 0, kl(pair[0], pair[1]));
    }
  }

  @Test
  void a_class_that_only_q_rules_out_is_infinitely_far(Subject rdrop) {
    double[] z1 = {1, -3, 0};
    double[] z2 = {1, HIDDEN, 0};

    expect("divergence(z1, z2)", rdrop.divergence(z1, z2))
        .given("z1", z1)
        .given("z2", z2)
        .toBeExactly(Double.POSITIVE_INFINITY);
  }

  @Test
  void the_loss_halves_both_sums(Subject rdrop) {
    for (Batch batch : batches()) {
      for (double alpha : new double[] {1, 2.5, 0}) {
        expect("loss(z1, z2, target, " + alpha + ")", loss(rdrop, batch, alpha))
            .given("z1", batch.z1)
            .given("z2", batch.z2)
            .given("target", batch.target)
            .diagnoseIf("SUMS_OVER_BATCH", () -> loses(rdrop, (b, a) -> b.rows() * b.loss(a)))
            .diagnoseIf("ONE_DIRECTION", () -> losesInOneDirection(rdrop))
            .diagnoseIf(
                "NOT_HALVED",
                () ->
                    loses(rdrop, (b, a) -> 2 * b.ce() + a * b.both())
                        || loses(rdrop, (b, a) -> b.ce() + 2 * a * b.both())
                        || loses(rdrop, (b, a) -> 2 * b.ce() + 2 * a * b.both()))
            .diagnoseIf("ONE_PASS_CE", () -> loses(rdrop, (b, a) -> b.ceOfFirst() + a * b.both()))
            .toBeWithin(1e-9, 1e-12, batch.loss(alpha));
      }
    }
  }

  @Test
  void the_loss_is_finite_where_both_rule_a_class_out(Subject rdrop) {
    Batch batch = hidden();

    expect("loss(z1, z2, target, 1)", loss(rdrop, batch, 1))
        .given("z1", batch.z1)
        .given("z2", batch.z2)
        .given("target", batch.target)
        .toBeWithin(1e-9, 0, batch.loss(1));
  }

  @Test
  void the_loss_has_no_limit(Subject rdrop) {
    Batch batch = new Batch(new double[][] {{30, 0}}, new double[][] {{0, 30}}, new int[] {0});

    expect("loss(z1, z2, target, 1)", loss(rdrop, batch, 1))
        .given("z1", batch.z1)
        .given("z2", batch.z2)
        .given("target", batch.target)
        .toBeWithin(1e-9, 0, batch.loss(1));
  }

  @Test
  void the_gradient_is_that_of_the_loss(Subject rdrop) {
    for (Batch batch : batches()) {
      for (double alpha : new double[] {1, 2.5, 0}) {
        expect("gradient(z1, z2, target, " + alpha + ")", gradient(rdrop, batch, alpha))
            .remark("finite-differences")
            .given("z1", batch.z1)
            .given("z2", batch.z2)
            .given("target", batch.target)
            .diagnoseIf(
                "ONE_DIRECTION_BACK",
                () ->
                    descends(rdrop, (s, a) -> s.ce / 2 + a * s.there / 2)
                        || descends(rdrop, (s, a) -> s.ce / 2 + a * s.back / 2)
                        || descends(rdrop, (s, a) -> s.ce / 2 + a * s.there)
                        || descends(rdrop, (s, a) -> s.ce / 2 + a * s.back))
            .diagnoseIf(
                "NOT_THROUGH_SOFTMAX",
                () -> descends(rdrop, (s, a) -> s.ce / 2 + a * (s.outside + s.back) / 2))
            .diagnoseIf(
                "NOT_HALVED_BACK",
                () ->
                    descends(rdrop, (s, a) -> s.ce + a * (s.there + s.back) / 2)
                        || descends(rdrop, (s, a) -> s.ce / 2 + a * (s.there + s.back))
                        || descends(rdrop, (s, a) -> s.ce + a * (s.there + s.back)))
            .diagnoseIf(
                "SUMS_BACK",
                () -> descends(rdrop, (s, a) -> s.rows * (s.ce + a * (s.there + s.back)) / 2))
            .toBeWithin(1e-6, 1e-8, batch.differences(alpha));
      }
    }
  }

  @Test
  void the_gradient_is_zero_where_a_class_is_ruled_out(Subject rdrop) {
    Batch batch = hidden();
    double[][] g = gradient(rdrop, batch, 1);

    expect("gradient(z1, z2, target, 1)", g)
        .given("z1", batch.z1)
        .given("z2", batch.z2)
        .given("target", batch.target)
        .diagnoseIf(
            "NAN_BACK", () -> Stream.of(g).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN))
        .toBeWithin(1e-6, 1e-8, batch.differences(1));
  }

  @Test
  void the_logits_stay_as_they_were(Subject rdrop) {
    Batch batch = three();

    rdrop.divergence(batch.z1[0], batch.z2[0]);
    loss(rdrop, batch, 1);
    gradient(rdrop, batch, 1);

    String calls = "divergence(z1, z2), loss(z1, z2, target, 1), gradient(z1, z2, target, 1)";
    expect("z1", batch.z1).remark("after", calls).toBeExactly(three().z1);
    expect("z2", batch.z2).remark("after", calls).toBeExactly(three().z2);
    expect("target", batch.target).remark("after", calls).toBeExactly(three().target);
  }

  @Test
  void a_later_call_leaves_an_earlier_gradient_as_it_was(Subject rdrop) {
    double[][] g = gradient(rdrop, three(), 1);
    double[][] before = Stream.of(g).map(double[]::clone).toArray(double[][]::new);

    gradient(rdrop, three(), 0);

    expect("gradient(z1, z2, target, 1)", g)
        .remark("after", "gradient(z1, z2, target, 0)")
        .toBeExactly(before);
  }

  @Test
  void a_single_class_has_nothing_to_lose(Subject rdrop) {
    Batch batch = new Batch(new double[][] {{5}}, new double[][] {{-3}}, new int[] {0});

    expect("loss(z1, z2, target, 1)", loss(rdrop, batch, 1))
        .given("z1", batch.z1)
        .given("z2", batch.z2)
        .toBeWithin(0, 1e-12, 0.0);
    expect("gradient(z1, z2, target, 1)", gradient(rdrop, batch, 1))
        .given("z1", batch.z1)
        .given("z2", batch.z2)
        .toBeWithin(0, 1e-12, new double[1][1]);
  }

  @Test
  void a_large_batch_has_a_mean_too(Subject rdrop, RandomKey key) {
    double[][] z1 = new double[200][7];
    double[][] z2 = new double[200][7];
    int[] target = new int[200];
    for (int n = 0; n < 200; n++) {
      target[n] = n % 7;
      for (int k = 0; k < 7; k++) {
        z1[n][k] = 3 * key.normal(n * 7L + k);
        z2[n][k] = z1[n][k] + key.split("other").normal(n * 7L + k);
      }
    }
    Batch batch = new Batch(z1, z2, target);

    expect("loss(z1, z2, target, 0.7)", loss(rdrop, batch, 0.7))
        .remark("many")
        .toBeWithin(1e-9, 0, batch.loss(0.7));
  }

  private static double[][] x() {
    return new double[][] {{1, -2}, {0.5, 3}, {0, 0}};
  }

  private static List<Batch> batches() {
    return List.of(three(), one());
  }

  /** Both passes rule out a class, of each example another. */
  private static Batch hidden() {
    return new Batch(
        new double[][] {{2, HIDDEN, -1}, {0.5, 1, HIDDEN}},
        new double[][] {{1, HIDDEN, -2}, {-1, 2, HIDDEN}},
        new int[] {0, 1});
  }

  /** A net that notes its keys; each key gives other logits. */
  private static final class Net implements Model {
    private final List<RandomKey> keys = new ArrayList<>();
    private final List<double[][]> given = new ArrayList<>();

    @Override
    public double[][] logits(double[][] x, RandomKey key) {
      double[][] z = new double[x.length][3];
      for (int n = 0; n < x.length; n++) {
        for (int k = 0; k < 3; k++) {
          z[n][k] = x[n][k % 2] + key.normal(n * 3L + k);
        }
      }
      keys.add(key);
      given.add(z);
      return z;
    }
  }

  private static double loss(Subject rdrop, Batch batch, double alpha) {
    return rdrop.loss(batch.z1, batch.z2, batch.target, alpha);
  }

  private static double[][] gradient(Subject rdrop, Batch batch, double alpha) {
    return rdrop.gradient(batch.z1, batch.z2, batch.target, alpha);
  }

  private static double log(double[] z, int k) {
    double max = Arrays.stream(z).max().orElse(0);
    return z[k] - max - Math.log(Arrays.stream(z).map(each -> Math.exp(each - max)).sum());
  }

  private static double p(double[] z, int k) {
    return Math.exp(log(z, k));
  }

  private static double sum(double[] z, IntToDoubleFunction term) {
    return IntStream.range(0, z.length).mapToDouble(term).sum();
  }

  private static double kl(double[] z1, double[] z2) {
    return sum(z1, k -> p(z1, k) > 0 ? p(z1, k) * (log(z1, k) - log(z2, k)) : 0);
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-7;
  }

  private static boolean diverges(Subject rdrop, ToDoubleBiFunction<double[], double[]> wrong) {
    return batches().stream()
        .allMatch(
            b ->
                IntStream.range(0, b.rows())
                    .allMatch(
                        n ->
                            near(
                                rdrop.divergence(b.z1[n], b.z2[n]),
                                wrong.applyAsDouble(b.z1[n], b.z2[n]))));
  }

  private static boolean loses(Subject rdrop, ToDoubleBiFunction<Batch, Double> wrong) {
    return batches().stream()
        .allMatch(
            b ->
                Stream.of(0.0, 1.0, 2.5)
                    .allMatch(a -> near(loss(rdrop, b, a), wrong.applyAsDouble(b, a))));
  }

  private static boolean losesInOneDirection(Subject rdrop) {
    return loses(rdrop, (b, a) -> b.ce() + a * b.there())
        || loses(rdrop, (b, a) -> b.ce() + a * b.back())
        || loses(rdrop, (b, a) -> b.ce() + a * b.there() / 2)
        || loses(rdrop, (b, a) -> b.ce() + a * b.back() / 2);
  }

  private static boolean descends(Subject rdrop, ToDoubleBiFunction<Slope, Double> wrong) {
    return batches().stream()
        .allMatch(
            b ->
                Stream.of(0.0, 1.0, 2.5)
                    .allMatch(
                        a -> {
                          double[][] g = gradient(rdrop, b, a);
                          return b.slopes().stream()
                              .allMatch(
                                  s -> near(g[s.row][s.k] * s.rows, wrong.applyAsDouble(s, a)));
                        }));
  }

  /** Of one logit of the first pass: the slopes of the terms of the loss. */
  private record Slope(
      int rows, int row, int k, double ce, double there, double back, double outside) {}

  /** Two passes of a batch, and what they should give. */
  private record Batch(double[][] z1, double[][] z2, int[] target) {

    int rows() {
      return target.length;
    }

    private double mean(IntToDoubleFunction ofRow) {
      return IntStream.range(0, rows()).mapToDouble(ofRow).average().orElse(0);
    }

    double ceOfFirst() {
      return mean(n -> -log(z1[n], target[n]));
    }

    double ce() {
      return (ceOfFirst() + mean(n -> -log(z2[n], target[n]))) / 2;
    }

    double there() {
      return mean(n -> kl(z1[n], z2[n]));
    }

    double back() {
      return mean(n -> kl(z2[n], z1[n]));
    }

    double both() {
      return (there() + back()) / 2;
    }

    double loss(double alpha) {
      return ce() + alpha * both();
    }

    List<Slope> slopes() {
      List<Slope> slopes = new ArrayList<>();
      for (int n = 0; n < rows(); n++) {
        double kl = kl(z1[n], z2[n]);
        for (int k = 0; k < z1[n].length; k++) {
          double p = p(z1[n], k);
          double outside = p * (log(z1[n], k) - log(z2[n], k));
          double ce = p - (k == target[n] ? 1 : 0);
          slopes.add(new Slope(rows(), n, k, ce, outside - p * kl, p - p(z2[n], k), outside));
        }
      }
      return slopes;
    }

    /** The gradient of the loss as finite differences show it. */
    double[][] differences(double alpha) {
      double h = 1e-5;
      double[][] g = new double[rows()][];
      for (int n = 0; n < rows(); n++) {
        g[n] = new double[z1[n].length];
        for (int k = 0; k < g[n].length; k++) {
          g[n][k] = (moved(n, k, h).loss(alpha) - moved(n, k, -h).loss(alpha)) / (2 * h);
        }
      }
      return g;
    }

    private Batch moved(int n, int k, double by) {
      double[][] moved = Stream.of(z1).map(double[]::clone).toArray(double[][]::new);
      moved[n][k] += by;
      return new Batch(moved, z2, target);
    }
  }
}
