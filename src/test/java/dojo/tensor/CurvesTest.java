package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CurvesTest {
  private static final RandomKey KEY = RandomKey.of(14);

  /** A power of two and its neighbours, of both signs: where ways part, and anywhere else. */
  private static double[] numbers() {
    List<Double> numbers = new ArrayList<>();
    double ln2 = StrictMath.log(2);
    double[] corners = {
      0,
      0x1p-55,
      0x1p-54,
      0x1p-50,
      0x1p-28,
      0.25,
      0.5,
      1,
      2,
      6.5,
      22,
      700,
      709.8,
      745.2,
      1e300,
      ln2 / 4,
      ln2 / 2,
      ln2 * 3 / 4,
      ln2 * 1.5,
      ln2 * 10.5,
      ln2 * 20.5,
      Double.POSITIVE_INFINITY
    };
    for (double corner : corners) {
      double below = corner;
      double above = corner;
      for (int i = 0; i < 20; i++) {
        numbers.addAll(List.of(below, -below, above, -above));
        below = Math.nextDown(below);
        above = Math.nextUp(above);
      }
    }
    // numbers that share the upper half of ½·ln 2, and of its half
    for (int i = 0; i < 2000; i++) {
      long low = KEY.bits(i) >>> 32;
      numbers.add(Double.longBitsToDouble((0x3fd62e42L << 32) | low));
      numbers.add(Double.longBitsToDouble((0x3fc62e42L << 32) | low));
      numbers.add(Double.longBitsToDouble((0x3ff0a2b2L << 32) | low));
    }
    // the middles between two multiples of ln 2, where the nearest one is a matter of rounding
    for (int n = 0; n < 1010; n++) {
      double middle = (n + 0.5) * ln2;
      for (double number : new double[] {middle, middle / 2, middle * (1 + 1e-7)}) {
        double x = Math.nextDown(Math.nextDown(Math.nextDown(number)));
        for (int i = 0; i < 7; i++) {
          numbers.addAll(List.of(x, -x));
          x = Math.nextUp(x);
        }
      }
    }
    for (int i = 0; i < 100_000; i++) {
      double scale = StrictMath.pow(10, 4 * KEY.uniform(2 * i) - 2);
      numbers.add(KEY.split("normal").normal(i) * scale);
    }
    numbers.add(Double.NaN);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void assertStrict(Curves curves) {
    double[] x = numbers();
    double[] powers = x.clone();
    curves.exp(powers, 0, x.length);
    assertSame(StrictMath::exp, x, powers);
    double[] tangents = x.clone();
    curves.tanh(tangents, 0, x.length);
    assertSame(StrictMath::tanh, x, tangents);
  }

  private static void assertSame(DoubleUnaryOperator function, double[] x, double[] found) {
    long[] expected = new long[x.length];
    long[] bits = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = Double.doubleToLongBits(function.applyAsDouble(x[i]));
      bits[i] = Double.doubleToLongBits(found[i]);
    }
    assertArrayEquals(expected, bits);
  }

  @Test
  void plain_curves_are_those_of_strict_math_to_the_bit() {
    assertStrict(Curves.PLAIN);
  }

  @Test
  void vectors_change_no_bit() {
    assertStrict(VectorKernel.find(Curves.class, Curves.VECTORS).orElseThrow());
  }

  @Test
  void numbers_outside_the_range_stay() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    double[] found = x.clone();
    Curves.fastest().exp(found, 1, 11);
    Curves.fastest().tanh(found, 5, 5);
    double[] expected = x.clone();
    for (int i = 1; i < 11; i++) {
      expected[i] = StrictMath.exp(x[i]);
    }
    assertArrayEquals(expected, found);
  }
}
