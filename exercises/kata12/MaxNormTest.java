package kata12;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.column;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.same;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Max-norm shortens the incoming weights of each unit that is longer than c, and no other. */
@KataTest("kata12.MaxNorm")
class MaxNormTest {

  interface Subject {
    double[] norms(float[][] w);

    float[][] project(float[][] w, double c);
  }

  /** Two inputs and three units: the first and the last are too long, one between is short. */
  private static float[][] example() {
    return new float[][] {{3, 0.3f, -5}, {4, -0.4f, 12}};
  }

  private static final double[] LENGTHS = {5, 0.5, 13};

  @Test
  void the_length_of_a_unit_is_that_of_its_column(Subject maxNorm) {
    double[] squares = {25, 0.25, 169};

    expect("norms(w)", maxNorm.norms(example()))
        .given("w", example())
        .diagnoseIf("WRONG_AXIS", () -> near(maxNorm.norms(example()), rows(example())))
        .diagnoseIf("WHOLE_MATRIX", () -> near(maxNorm.norms(example()), filled(whole())))
        .diagnoseIf("NO_ROOT", () -> near(maxNorm.norms(example()), squares))
        .diagnoseIf("SUM_OF_ABS", () -> near(maxNorm.norms(example()), 7, 0.7, 17))
        .diagnoseIf("LARGEST", () -> near(maxNorm.norms(example()), 4, 0.4, 12))
        .toBeWithin(1e-6, 0, LENGTHS);
    expect("norms(w)", maxNorm.norms(new float[][] {{-2, 0}}))
        .given("w", new float[][] {{-2, 0}})
        .toBeWithin(1e-6, 0, new double[] {2, 0});
  }

  @Test
  void squares_may_be_too_large_or_too_small_for_a_float(Subject maxNorm) {
    float[][] w = {{3e30f, 3e-30f}, {-4e30f, 4e-30f}};

    double[] norms = maxNorm.norms(copy(w));

    expect("norms(w)", norms)
        .given("w", w)
        .diagnoseIf("FLOAT_SQUARES", Double.isInfinite(norms[0]) && norms[1] == 0)
        .toBeWithin(1e-6, 0, new double[] {5e30, 5e-30});
  }

  @Test
  void a_long_unit_is_shortened_and_a_short_one_stays(Subject maxNorm) {
    for (double c : new double[] {2, 0.7, 4.9999}) { // hardly shorter than the first column
      float[][] w = example();
      float[][] right = shortened(w, c);

      expect("project(w, " + c + ")", maxNorm.project(copy(w), c))
          .given("w", w)
          .diagnoseIf("ALWAYS_RESCALE", () -> scales(maxNorm, (i, j) -> 1 / LENGTHS[j]))
          .diagnoseIf("CLIPS_WEIGHTS", () -> clips(maxNorm))
          .diagnoseIf("WHOLE_MATRIX", () -> shortens(maxNorm, (i, j) -> whole()))
          .diagnoseIf("WRONG_AXIS", () -> shortens(maxNorm, (i, j) -> rows(w)[i]))
          .diagnoseIf("ROW_FACTOR", () -> shortens(maxNorm, (i, j) -> LENGTHS[i]))
          .toBe(right);
    }
  }

  @Test
  void a_unit_within_the_limit_stays_to_the_bit(Subject maxNorm) {
    float[][] w = {{3, 0.1f, 1e-7f}, {4, -0.7f, 2e-7f}};

    double[] limits = {5, 5.00001, 5.002, Double.POSITIVE_INFINITY}; // the first column is 5 long
    for (double c : limits) {
      expect("project(w, " + c + ")", maxNorm.project(copy(w), c)).given("w", w).toBeExactly(w);
    }
  }

  @Test
  void a_unit_without_weights_stays_zero(Subject maxNorm) {
    float[][] w = {{0, 3}, {0, 4}};

    float[][] projected = maxNorm.project(copy(w), 2);

    expect("project(w, 2)", projected)
        .given("w", w)
        .diagnoseIf("ZERO_BY_ZERO", () -> Float.isNaN(projected[0][0]))
        .toBe(new float[][] {{0, 1.2f}, {0, 1.6f}});
  }

  @Test
  void there_may_be_more_inputs_than_units(Subject maxNorm) {
    float[][] w = {{3}, {0}, {-4}, {12}};

    expect("norms(w)", maxNorm.norms(copy(w))).given("w", w).toBe(new double[] {13});
    expect("project(w, 6.5)", maxNorm.project(copy(w), 6.5))
        .given("w", w)
        .toBe(new float[][] {{1.5f}, {0}, {-2}, {6}});
  }

  @Test
  void many_weights_keep_their_direction(Subject maxNorm, RandomKey key) {
    float[][] w = new float[50][30];
    for (int n = 0; n < 1_500; n++) {
      w[n / 30][n % 30] = (float) (key.normal(n) * (1 + n % 30) / 10);
    }

    expect("project(w, 5)", maxNorm.project(copy(w), 5)).remark("many").toBe(shortened(w, 5));
  }

  @Test
  void projecting_again_changes_nothing(Subject maxNorm) {
    float[][] once = maxNorm.project(example(), 2);

    expect("project(project(w, 2), 2)", maxNorm.project(copy(once), 2))
        .given("w", example())
        .toBe(once);
  }

  @Test
  void very_large_and_very_small_weights_are_projected(Subject maxNorm) {
    float[][] large = {{3e30f, 1}, {-4e30f, 0}};
    float[][] small = {{3e-30f, 0}, {-4e-30f, 1e-31f}};

    expect("project(w, 2)", maxNorm.project(copy(large), 2))
        .given("w", large)
        .toBe(new float[][] {{1.2f, 1}, {-1.6f, 0}});
    expect("project(w, 1e-30)", maxNorm.project(copy(small), 1e-30))
        .given("w", small)
        .toBe(new float[][] {{6e-31f, 0}, {-8e-31f, 1e-31f}});
  }

  @Test
  void a_unit_with_nan_harms_no_other(Subject maxNorm) {
    float[][] w = {{Float.NaN, 3}, {1, 4}};

    expect("project(w, 2)[i][1]", column(maxNorm.project(copy(w), 2), 1))
        .given("w", w)
        .toBe(new float[] {1.2f, 1.6f});
  }

  @Test
  void the_weights_stay_as_they_were(Subject maxNorm) {
    float[][] w = example();

    maxNorm.norms(w);
    expect("w", w).remark("after", "norms(w)").toBeExactly(example());
    maxNorm.project(w, 2);
    expect("w", w)
        .remark("after", "project(w, 2)")
        .diagnoseIf("IN_PLACE", true) // it was, whatever stands there now
        .toBeExactly(example());
  }

  @Test
  void what_comes_back_is_new(Subject maxNorm) {
    float[][] w = example();

    float[][] projected = maxNorm.project(w, 100);

    expectThat(projected != w && projected[0] != w[0] && projected[1] != w[1], "is-new").orFail();
  }

  @Test
  void a_limit_of_0_or_less_is_refused(Subject maxNorm) {
    for (double c : new double[] {0, -2}) {
      expectRefusal("project(w, " + c + ")", () -> maxNorm.project(example(), c))
          .orDiagnose("BAD_C_ACCEPTED");
    }
  }

  @Test
  void nan_is_refused(Subject maxNorm) {
    expectRefusal("project(w, NaN)", () -> maxNorm.project(example(), Double.NaN))
        .orDiagnose("NAN_ACCEPTED");
  }

  @Test
  void without_units_there_is_nothing_to_do(Subject maxNorm) {
    expect("norms(new float[3][0])", maxNorm.norms(new float[3][0])).toBe(new double[0]);
    expect("project(new float[3][0], 2)", maxNorm.project(new float[3][0], 2))
        .toBe(new float[3][0]);
  }

  /** The answer, by the textbook. */
  private static float[][] shortened(float[][] w, double c) {
    float[][] right = copy(w);
    for (int j = 0; j < w[0].length; j++) {
      double square = 0;
      for (float weight : column(w, j)) {
        square += (double) weight * weight;
      }
      for (float[] row : right) {
        row[j] = (float) (row[j] * Math.min(1, c / Math.sqrt(square)));
      }
    }
    return right;
  }

  private static double[] rows(float[][] w) {
    double[] lengths = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      for (float weight : w[i]) {
        lengths[i] += (double) weight * weight;
      }
      lengths[i] = Math.sqrt(lengths[i]);
    }
    return lengths;
  }

  /** The length of the example, taken as one vector. */
  private static double whole() {
    return Math.sqrt(25 + 0.25 + 169);
  }

  private static double[] filled(double value) {
    return new double[] {value, value, value};
  }

  private static boolean near(double[] a, double... b) {
    boolean near = a.length == b.length;
    for (int i = 0; i < b.length && near; i++) {
      near = Math.abs(a[i] - b[i]) <= 1e-6 * b[i];
    }
    return near;
  }

  /** A number for each place of the example. */
  private interface Places {
    double at(int i, int j);
  }

  /** Whether, at two limits, each weight of the example is multiplied by c times this factor. */
  private static boolean scales(Subject maxNorm, Places factor) {
    return becomes(maxNorm, c -> each((i, j) -> example()[i][j] * c * factor.at(i, j)));
  }

  /** Whether, at two limits, each weight is shortened as if its unit were so long. */
  private static boolean shortens(Subject maxNorm, Places length) {
    return becomes(
        maxNorm, c -> each((i, j) -> example()[i][j] * Math.min(1, c / length.at(i, j))));
  }

  private static boolean clips(Subject maxNorm) {
    return becomes(
        maxNorm, c -> each((i, j) -> Math.max(-c, Math.min(c, (double) example()[i][j]))));
  }

  private static boolean becomes(Subject maxNorm, DoubleFunction<float[][]> mistaken) {
    return DoubleStream.of(2, 0.7)
        .allMatch(c -> same(maxNorm.project(example(), c), mistaken.apply(c)));
  }

  private static float[][] each(Places value) {
    float[][] w = example();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        w[i][j] = (float) value.at(i, j);
      }
    }
    return w;
  }
}
