package kata06;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gradient can be measured: move one number up and down, and see what the loss does. */
@KataTest("kata06.NumericalGradient")
class NumericalGradientTest {

  interface Subject {
    double[] gradient(Loss loss, double[] x, RandomKey key);

    double relativeError(double[] a, double[] b);
  }

  interface Loss {
    double at(double[] x, RandomKey key);
  }

  private static double[] point() {
    return new double[] {1.5, -2, 0.5};
  }

  /** Has the gradient (2 x₀ x₁, x₀² + 3 x₁², -9 x₂²); near 0 the cube bends most for its slope. */
  private static double polynomial(double[] x) {
    return x[0] * x[0] * x[1] + x[1] * x[1] * x[1] - 3 * x[2] * x[2] * x[2];
  }

  @Test
  void a_polynomial_has_the_gradient_of_its_formula(Subject numerical, RandomKey key) {
    Asked loss = new Asked((x, k) -> polynomial(x), point());
    double[] right = {-6, 14.25, -2.25};

    double[] gradient = numerical.gradient(loss, point(), key);

    expect("gradient(loss, x, key)", gradient)
        .remark("polynomial")
        .given("x", point())
        .diagnoseIf("NOT_RESTORED", loss::leavesNumbersMoved)
        .diagnoseIf("ONE_SIDED", loss::onOneSide)
        .diagnoseIf("DIVIDES_BY_H", () -> isNear(gradient, times(right, 2)))
        .diagnoseIf("H_TINY", () -> loss.onBothSidesWithin(0, 5e-9))
        .diagnoseIf("H_LARGE", () -> loss.onBothSidesWithin(2.5e-4, 1))
        .toBeWithin(1e-7, 0, right);
  }

  @Test
  void the_loss_is_measured_on_both_sides_of_x(Subject numerical, RandomKey key) {
    Asked loss = new Asked((x, k) -> polynomial(x), point());

    numerical.gradient(loss, point(), key);

    expectThat(!loss.onOneSide(), "both-sides", loss.moves(0)).orDiagnose("ONE_SIDED");
  }

  @Test
  void x_stays_as_it_was_to_the_bit(Subject numerical, RandomKey key) {
    double[] x = {0.1, 0.7, -0.3, 1.1, -2.3};
    double[] before = x.clone();

    numerical.gradient((at, k) -> at[0] * at[3], x, key);

    expect("x", x)
        .remark("after", "gradient(loss, x, key)")
        .diagnoseIf("DRIFTS", () -> isNear(x, before))
        .toBeExactly(before);
  }

  @Test
  void every_call_of_the_loss_has_the_same_mask(Subject numerical, RandomKey key) {
    double[] x = {1, -2, 3, 0.5, -1.5, 2.5, 4, -0.7, 0.9, -3};
    Asked loss = new Asked(NumericalGradientTest::dropped, x);

    double[] gradient = numerical.gradient(loss, x.clone(), key);

    double[] right = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      right[i] = key.uniform(i) < 0.4 ? 2 * x[i] / 0.4 : 0;
    }
    expect("gradient(loss, x, key)", gradient)
        .remark("dropout")
        .diagnoseIf("REDRAWS", loss::withSeveralKeys)
        .toBeWithin(1e-6, 0, right);
  }

  /** The squares of what dropout with p = 0.6 keeps, divided by q. */
  private static double dropped(double[] x, RandomKey key) {
    return IntStream.range(0, x.length)
        .mapToDouble(i -> key.uniform(i) < 0.4 ? x[i] * x[i] / 0.4 : 0)
        .sum();
  }

  @Test
  void many_numbers_are_measured_one_by_one(Subject numerical, RandomKey key) {
    double[] x = new double[150];
    Arrays.setAll(x, i -> i == 0 ? 0 : 1 + i / 100.0); // at 0 a step in proportion to x is none

    double[] gradient = numerical.gradient((at, k) -> chain(at), x.clone(), key);

    double[] right = new double[150];
    Arrays.setAll(right, i -> (i > 0 ? x[i - 1] : 0) + (i < 149 ? x[i + 1] : 0));
    expect("gradient(loss, x, key)", gradient).remark("chain").toBeWithin(1e-6, 0, right);
  }

  /** The sum of the products of neighbours. */
  private static double chain(double[] x) {
    return IntStream.range(1, x.length).mapToDouble(i -> x[i - 1] * x[i]).sum();
  }

  @Test
  void without_numbers_the_gradient_has_none(Subject numerical, RandomKey key) {
    expect(
            "gradient(loss, new double[0], key)",
            numerical.gradient((x, k) -> 7, new double[0], key))
        .toBe(new double[0]);
  }

  @Test
  void the_error_is_the_difference_relative_to_the_larger(Subject numerical) {
    double[][] pairs = {{10, 8}, {8, 10}, {-8, -10}, {3e-9, 1e-9}, {-4e5, 3e5}, {0, -0.2}};
    double[] right = {0.2, 0.2, 0.2, 2 / 3.0, 1.75, 1};
    for (int i = 0; i < pairs.length; i++) {
      double a = pairs[i][0];
      double b = pairs[i][1];

      expect("relativeError(a, b)", error(numerical, a, b))
          .given("a", new double[] {a})
          .given("b", new double[] {b})
          .diagnoseIf("ABS_ONLY", () -> isAbsolute(numerical))
          .diagnoseIf("NO_ABS", () -> hasSign(numerical))
          .toBe(right[i]);
    }
  }

  @Test
  void the_largest_error_counts(Subject numerical) {
    for (int wrong = 0; wrong < 3; wrong++) {
      double[] a = {4, -4, 40};
      double[] b = {5, -5, 50};
      b[wrong] *= 2;

      expect("relativeError(a, b)", numerical.relativeError(a, b))
          .given("a", a)
          .given("b", b)
          .diagnose("AVERAGES", (0.2 + 0.2 + 0.6) / 3)
          .toBe(0.6);
    }
  }

  @Test
  void zero_and_zero_are_not_apart(Subject numerical) {
    double[] a = {0, 8, -0.0};
    double[] b = {0, 10, 0};

    double error = numerical.relativeError(a, b);

    expect("relativeError(a, b)", error)
        .given("a", a)
        .given("b", b)
        .diagnose("ZERO_BY_ZERO", Double.NaN)
        .toBe(0.2);
  }

  @Test
  void nan_is_not_hidden(Subject numerical) {
    double[] numbers = {1, 2, 3};
    for (int i = 0; i < 3; i++) {
      double[] nan = numbers.clone();
      nan[i] = Double.NaN;
      double error = numerical.relativeError(nan, numbers);
      double turned = numerical.relativeError(numbers, nan);

      expect("relativeError(a, b)", error)
          .given("a", nan)
          .given("b", numbers)
          .diagnoseIf("NAN_HIDDEN", error < 1e-6)
          .toBe(Double.NaN);
      expect("relativeError(a, b)", turned)
          .given("a", numbers)
          .given("b", nan)
          .diagnoseIf("NAN_HIDDEN", turned < 1e-6)
          .toBe(Double.NaN);
    }
  }

  @Test
  void the_two_gradients_stay_as_they_were(Subject numerical) {
    double[] a = {4, -4, 40};
    double[] b = {5, -3, 0};

    numerical.relativeError(a, b);

    expect("a", a).remark("after", "relativeError(a, b)").toBe(new double[] {4, -4, 40});
    expect("b", b).remark("after", "relativeError(a, b)").toBe(new double[] {5, -3, 0});
  }

  @Test
  void without_numbers_nothing_is_apart(Subject numerical) {
    double error = numerical.relativeError(new double[0], new double[0]);

    expect("relativeError(new double[0], new double[0])", error).toBe(0.0);
  }

  private static double error(Subject numerical, double a, double b) {
    return numerical.relativeError(new double[] {a}, new double[] {b});
  }

  private static boolean isAbsolute(Subject numerical) {
    return error(numerical, 10, 8) == 2
        && error(numerical, 8, 10) == 2
        && error(numerical, 1000, 998) == 2;
  }

  /** Whether only what is too large counts, or what is too small. */
  private static boolean hasSign(Subject numerical) {
    return error(numerical, 10, 8) * error(numerical, 8, 10) <= 0
        && error(numerical, 9, 6) * error(numerical, 6, 9) <= 0;
  }

  private static double[] times(double[] x, double factor) {
    return Arrays.stream(x).map(number -> number * factor).toArray();
  }

  private static boolean isNear(double[] a, double[] b) {
    return a.length == b.length
        && IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-6);
  }

  /** A loss that notes where it is asked, and with which key. */
  private static final class Asked implements Loss {
    private final Loss loss;
    private final double[] x;
    private final List<double[]> moves = new ArrayList<>();
    private final List<RandomKey> keys = new ArrayList<>();

    Asked(Loss loss, double[] x) {
      this.loss = loss;
      this.x = x.clone();
    }

    @Override
    public double at(double[] at, RandomKey key) {
      double[] move = new double[x.length];
      Arrays.setAll(move, i -> at[i] - x[i]);
      moves.add(move);
      keys.add(key);
      return loss.at(at, key);
    }

    /** How far a number was moved, call by call, where it was. */
    double[] moves(int i) {
      return moves.stream().mapToDouble(move -> move[i]).filter(by -> by != 0).toArray();
    }

    /** Whether every number was moved, but some in one direction only. */
    boolean onOneSide() {
      boolean every = IntStream.range(0, x.length).allMatch(i -> moves(i).length > 0);
      return every
          && IntStream.range(0, x.length)
              .anyMatch(
                  i ->
                      Arrays.stream(moves(i)).allMatch(by -> by > 0)
                          || Arrays.stream(moves(i)).allMatch(by -> by < 0));
    }

    /** Whether there are two calls for each number, which move it so far. */
    boolean onBothSidesWithin(double least, double most) {
      return moves(0).length > 0
          && moves.size() >= 2 * x.length
          && !onOneSide()
          && moves.stream()
              .flatMapToDouble(Arrays::stream)
              .map(Math::abs)
              .filter(by -> by > 0)
              .allMatch(by -> by >= least && by <= most);
    }

    /** Whether the first number is moved alone, and the last one together with others. */
    boolean leavesNumbersMoved() {
      long first = Arrays.stream(moves.get(0)).filter(by -> by != 0).count();
      long last = Arrays.stream(moves.get(moves.size() - 1)).filter(by -> by != 0).count();
      return first == 1 && last == x.length;
    }

    boolean withSeveralKeys() {
      return keys.stream().distinct().count() > 1;
    }
  }
}
