package kata01;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;

import dojo.expect.KataTest;
import org.junit.jupiter.api.Test;

/** An element is kept exactly if its uniform number u is below q = 1 - p. */
@KataTest("kata01.KeepRule")
class KeepRuleTest {

  interface Subject {
    float[][] mask(double[][] u, double p);
  }

  private static final double[][] U = {{0.1, 0.7}, {0.5, 0.2}};

  @Test
  void u_below_q_is_kept(Subject rule) {
    expect("mask(u, 0.6)", rule.mask(U, 0.6))
        .given("u", U)
        .diagnose("P_IS_KEEP", new float[][] {{1, 0}, {1, 1}})
        .diagnose("OTHER_END", new float[][] {{0, 1}, {0, 0}})
        .diagnose("DROP_MASK", new float[][] {{0, 1}, {1, 0}})
        .diagnose("SCALES_TOO_EARLY", new float[][] {{2.5f, 0}, {0, 2.5f}})
        .toBe(new float[][] {{1, 0}, {0, 1}});
  }

  @Test
  void u_equal_to_q_is_dropped(Subject rule) {
    double q = 1 - 0.6;
    double[][] u = {{0, Math.nextDown(q)}, {q, Math.nextUp(q)}};

    expect("mask(u, 0.6)", rule.mask(u, 0.6))
        .remark("around-q")
        .given("u", u)
        .diagnose("LE_FOR_LT", new float[][] {{1, 1}, {1, 0}})
        .toBe(new float[][] {{1, 1}, {0, 0}});
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
    expectRefusal("mask(u, -0.1)", () -> rule.mask(U, -0.1)).orDiagnose("BAD_P_ACCEPTED");
    expectRefusal("mask(u, 1.5)", () -> rule.mask(U, 1.5)).orDiagnose("BAD_P_ACCEPTED");
  }

  @Test
  void nan_is_refused(Subject rule) {
    expectRefusal("mask(u, NaN)", () -> rule.mask(U, Double.NaN)).orDiagnose("NAN_ACCEPTED");
  }
}
