package kata01;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.same;

import dojo.expect.KataTest;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** An element is kept exactly if its uniform number u is below q = 1 - p. */
@KataTest("kata01.KeepRule")
class KeepRuleTest {

  interface Subject {
    float[][] mask(double[][] u, double p);
  }

  private static double[][] example() {
    return new double[][] {{0.1, 0.7}, {0.3, 0.5}};
  }

  @Test
  void u_below_q_is_kept(Subject rule) {
    expect("mask(u, 0.6)", rule.mask(example(), 0.6))
        .given("u", example())
        .diagnoseIf("P_IS_KEEP", () -> follows(rule, (u, p) -> u < p ? 1 : 0))
        .diagnoseIf("OTHER_END", () -> follows(rule, (u, p) -> u >= p ? 1 : 0))
        .diagnoseIf("DROP_MASK", () -> follows(rule, (u, p) -> u < 1 - p ? 0 : 1))
        .diagnoseIf("SCALES_TOO_EARLY", () -> follows(rule, (u, p) -> u < 1 - p ? 1 / (1 - p) : 0))
        .toBeExactly(new float[][] {{1, 0}, {1, 0}});
  }

  @Test
  void u_equal_to_q_is_dropped(Subject rule) {
    for (double p : new double[] {0.6, 0.1, 0.9, Math.nextDown(1.0), 0.005}) {
      double q = 1 - p;
      double[][] u = {{0, Math.nextDown(q)}, {q, Math.nextUp(q)}};

      expect("mask(u, " + p + ")", rule.mask(u, p))
          .remark("around-q", q)
          .given("u", u)
          .diagnose("LE_FOR_LT", new float[][] {{1, 1}, {1, 0}})
          .toBe(new float[][] {{1, 1}, {0, 0}});
    }
  }

  @Test
  void with_p_0_everything_is_kept(Subject rule) {
    double[][] u = {{0, 0.5, Math.nextDown(1.0)}};

    expect("mask(u, 0)", rule.mask(u, 0)).given("u", u).toBe(new float[][] {{1, 1, 1}});
  }

  @Test
  void with_p_1_everything_is_dropped(Subject rule) {
    double[][] u = {{0, 0.5, Math.nextDown(1.0)}};

    expect("mask(u, 1)", rule.mask(u, 1)).given("u", u).toBe(new float[][] {{0, 0, 0}});
  }

  @Test
  void p_outside_0_to_1_is_refused(Subject rule) {
    for (double p : new double[] {-0.1, 1.5, -Double.MIN_VALUE, Math.nextUp(1.0)}) {
      expectRefusal("mask(u, " + p + ")", () -> rule.mask(example(), p))
          .orDiagnose("BAD_P_ACCEPTED");
    }
  }

  @Test
  void nan_is_refused(Subject rule) {
    expectRefusal("mask(u, NaN)", () -> rule.mask(example(), Double.NaN))
        .orDiagnose("NAN_ACCEPTED");
  }

  @Test
  void a_refusal_tells_the_rule_and_the_value(Subject rule) {
    String told = expectRefusal("mask(u, 1.5)", () -> rule.mask(example(), 1.5)).message();
    String value = "1[.,]5";

    expectThat(told.matches("(?s).*" + value + ".*"), "value-is-told", told).orFail();
    boolean rule0to1 = told.replaceAll(value, "").matches("(?is).*(\\b1|\\bone\\b|probab).*");
    expectThat(rule0to1, "rule-is-told", told).orFail();
  }

  @Test
  void u_stays_as_it_was(Subject rule) {
    double[][] u = example();

    rule.mask(u, 0.6);

    expect("u", u).remark("after", "mask(u, 0.6)").toBe(example());
  }

  @Test
  void a_later_mask_leaves_an_earlier_one_as_it_was(Subject rule) {
    float[][] first = rule.mask(example(), 0.6);
    float[][] before = copy(first);

    rule.mask(example(), 0);

    expect("mask(u, 0.6)", first).remark("after", "mask(u, 0)").toBe(before);
  }

  @Test
  void a_large_mask_follows_the_rule_too(Subject rule) {
    double[][] u = many();

    expect("mask(u, 0.3)", rule.mask(u, 0.3))
        .given("u", u)
        .toBe(each(u, 0.3, (number, p) -> number < 1 - p ? 1 : 0));
  }

  @Test
  void without_rows_there_is_nothing_to_keep(Subject rule) {
    expect("mask(new double[0][], 0.6)", rule.mask(new double[0][], 0.6)).toBe(new float[0][]);
  }

  /** Whether the mask is this function of u and p, for many u and several p. */
  private static boolean follows(Subject rule, DoubleBinaryOperator wrong) {
    return DoubleStream.of(0.1, 0.6, 0.8)
        .allMatch(p -> same(rule.mask(many(), p), each(many(), p, wrong)));
  }

  private static float[][] each(double[][] u, double p, DoubleBinaryOperator function) {
    float[][] mask = new float[u.length][u[0].length];
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < u[i].length; j++) {
        mask[i][j] = (float) function.applyAsDouble(u[i][j], p);
      }
    }
    return mask;
  }

  /** Numbers from all over [0, 1), none of them on a border. */
  private static double[][] many() {
    double[][] u = new double[20][30];
    for (int n = 0; n < 600; n++) {
      u[n / 30][n % 30] = (n * 371 % 600 + 0.5) / 600;
    }
    return u;
  }
}
