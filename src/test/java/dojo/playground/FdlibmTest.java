package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The functions of the browser against those of the virtual machine, to the bit. */
class FdlibmTest {
  /**
   * Some seconds in the build; {@code mvn test -Dtest=FdlibmTest -Ddojo.fdlibm=100000000} for more.
   */
  private static final long CASES = Long.getLong("dojo.fdlibm", 2_000_000);

  private static final double[] SPECIAL = {
    0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    0x1p-1022 - Double.MIN_VALUE,
    0x1p-54,
    0x1p-28,
    0x1p-27,
    0x1p-20,
    0.3,
    0.5 * Math.log(2),
    Math.log(2),
    1.5 * Math.log(2),
    Math.sqrt(0.5),
    Math.PI / 4,
    1,
    Math.sqrt(2),
    Math.PI / 2,
    3 * Math.PI / 4,
    Math.PI,
    2 * Math.PI,
    100 * Math.PI,
    708.4,
    709.782712893384,
    745.1332191019411,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  @Test
  void exp_is_equal_to_the_bit() {
    RandomKey key = RandomKey.of(1);
    special(StrictMath::exp, Fdlibm::exp, Double.POSITIVE_INFINITY);
    for (long i = 0; i < CASES; i++) {
      check(StrictMath::exp, Fdlibm::exp, Double.longBitsToDouble(key.bits(i)));
      check(StrictMath::exp, Fdlibm::exp, 1500 * key.split(1).uniform(i) - 750);
      check(StrictMath::exp, Fdlibm::exp, 4 * key.split(2).uniform(i) - 2);
    }
  }

  @Test
  void log_is_equal_to_the_bit() {
    RandomKey key = RandomKey.of(2);
    special(StrictMath::log, Fdlibm::log, Double.POSITIVE_INFINITY);
    for (long i = 0; i < CASES; i++) {
      check(StrictMath::log, Fdlibm::log, Double.longBitsToDouble(key.bits(i)));
      check(StrictMath::log, Fdlibm::log, key.split(1).uniform(i));
      check(StrictMath::log, Fdlibm::log, 1 + 0x1p-19 * (key.split(2).uniform(i) - 0.5));
    }
  }

  @Test
  void sine_and_cosine_are_equal_to_the_bit() {
    RandomKey key = RandomKey.of(3);
    special(StrictMath::sin, Fdlibm::sin, 0x1p19);
    special(StrictMath::cos, Fdlibm::cos, 0x1p19);
    for (long i = 0; i < CASES; i++) {
      double bits = Double.longBitsToDouble(key.bits(i));
      turn(Math.abs(bits) <= 0x1p19 ? bits : 0);
      turn(14 * key.split(1).uniform(i) - 7);
      turn(0x1p20 * key.split(2).uniform(i) - 0x1p19);
      double rightAngles = key.below(i, 300_000) * (Math.PI / 2);
      turn(Double.longBitsToDouble(Double.doubleToRawLongBits(rightAngles) + key.below(i, 9) - 4));
    }
  }

  @Test
  void an_angle_too_large_to_be_exact_is_refused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Fdlibm.cos(1e6));
    assertEquals("an angle must be at most 2^19 from 0, but was 1000000.0", refused.getMessage());
  }

  private static void turn(double x) {
    check(StrictMath::sin, Fdlibm::sin, x);
    check(StrictMath::cos, Fdlibm::cos, x);
  }

  private static void special(DoubleUnaryOperator jdk, DoubleUnaryOperator own, double largest) {
    for (double x : SPECIAL) {
      for (double near : new double[] {x, Math.nextUp(x), Math.nextDown(x)}) {
        if (!(Math.abs(near) > largest) || Double.isInfinite(near)) {
          check(jdk, own, near);
          check(jdk, own, -near);
        }
      }
    }
  }

  /** With a message only where one is needed: it would take most of the time. */
  private static void check(DoubleUnaryOperator jdk, DoubleUnaryOperator own, double x) {
    double expected = jdk.applyAsDouble(x);
    double actual = own.applyAsDouble(x);
    if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(actual)) {
      assertEquals(expected, actual, 0, () -> "at " + x + " = " + Double.toHexString(x));
      assertEquals(
          Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), () -> "at " + x);
    }
  }
}
