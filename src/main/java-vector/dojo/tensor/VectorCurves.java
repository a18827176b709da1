package dojo.tensor;

import static dojo.tensor.CurveNumbers.LEAST_ANGLE;
import static dojo.tensor.CurveNumbers.LEAST_POWER;
import static dojo.tensor.CurveNumbers.LN2_HIGH;
import static dojo.tensor.CurveNumbers.LN2_LOW;
import static dojo.tensor.CurveNumbers.MOST_ANGLE;
import static dojo.tensor.CurveNumbers.MOST_LEFT;
import static dojo.tensor.CurveNumbers.MOST_POWER;
import static dojo.tensor.CurveNumbers.ONE_OVER_LN2;
import static dojo.tensor.CurveNumbers.P1;
import static dojo.tensor.CurveNumbers.P2;
import static dojo.tensor.CurveNumbers.P3;
import static dojo.tensor.CurveNumbers.P4;
import static dojo.tensor.CurveNumbers.P5;
import static dojo.tensor.CurveNumbers.Q1;
import static dojo.tensor.CurveNumbers.Q2;
import static dojo.tensor.CurveNumbers.Q3;
import static dojo.tensor.CurveNumbers.Q4;
import static dojo.tensor.CurveNumbers.Q5;
import static dojo.tensor.CurveNumbers.WHOLE;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Curves} on the Vector API: the steps of {@link PlainCurves}, for a vector at a time.
 *
 * <p>What HotSpot does not inline hands its vectors over on the heap, and it inlines so much and no
 * more into one method: so no part has a name of its own, and tanh is two loops in two methods.
 */
final class VectorCurves implements Curves {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = DOUBLES.length();

  /**
   * Numbers in scratch at a time, which stays in the nearest cache: whole vectors of any length.
   */
  private static final int BLOCK = 256;

  private static final long SIGN = Long.MIN_VALUE;

  @Override
  public void exp(double[] numbers, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLES, numbers, i);
      DoubleVector size = x.lanewise(ABS);
      DoubleVector k = x.mul(ONE_OVER_LN2).add(WHOLE).sub(WHOLE);
      DoubleVector high = x.sub(k.mul(LN2_HIGH));
      DoubleVector low = k.mul(LN2_LOW);
      DoubleVector r = high.sub(low);
      VectorMask<Double> usual = size.compare(GE, LEAST_POWER).or(size.compare(EQ, 0.0));
      usual = usual.and(size.compare(LT, MOST_POWER)).and(r.lanewise(ABS).compare(LT, MOST_LEFT));
      if (usual.allTrue()) {
        DoubleVector t = r.mul(r);
        DoubleVector p = t.mul(P5).add(P4).mul(t).add(P3).mul(t).add(P2).mul(t).add(P1);
        DoubleVector c = r.sub(t.mul(p));
        DoubleVector two = DoubleVector.broadcast(DOUBLES, 2.0);
        DoubleVector one = DoubleVector.broadcast(DOUBLES, 1.0);
        DoubleVector y = one.sub(low.sub(r.mul(c).div(two.sub(c))).sub(high));
        LongVector times = k.add(WHOLE).reinterpretAsLongs().lanewise(LSHL, 52); // 2ᵏ
        y.reinterpretAsLongs().add(times).reinterpretAsDoubles().intoArray(numbers, i);
      } else {
        PLAIN.exp(numbers, i, i + LANES);
      }
    }
    PLAIN.exp(numbers, i, to);
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    int block = Math.min(BLOCK, to - from);
    double[] z = new double[block];
    double[] k = new double[block];
    for (int at = from; at < to; at += block) {
      int n = Math.min(block, to - at) / LANES * LANES;
      powersMinusOne(x, at, n, z, k);
      tangents(x, at, n, z, k);
      PLAIN.tanh(x, at + n, Math.min(at + block, to));
    }
  }

  /**
   * Fills z with eʳ − 1 where ±2x = k·ln 2 + r; with NaN where a number nearby is of another kind.
   */
  private static void powersMinusOne(double[] x, int at, int n, double[] zs, double[] ks) {
    for (int i = 0; i < n; i += LANES) {
      DoubleVector size = DoubleVector.fromArray(DOUBLES, x, at + i).lanewise(ABS);
      LongVector sign = size.sub(1.0).reinterpretAsLongs().and(SIGN);
      DoubleVector power = size.mul(2.0).reinterpretAsLongs().or(sign).reinterpretAsDoubles();
      DoubleVector k = power.mul(ONE_OVER_LN2).add(WHOLE).sub(WHOLE);
      DoubleVector high = power.sub(k.mul(LN2_HIGH));
      DoubleVector low = k.mul(LN2_LOW);
      DoubleVector r = high.sub(low);
      k.intoArray(ks, i);
      VectorMask<Double> usual = size.compare(GE, LEAST_ANGLE).and(size.compare(LT, MOST_ANGLE));
      if (usual.and(r.lanewise(ABS).compare(LT, MOST_LEFT)).allTrue()) {
        DoubleVector rest = high.sub(r).sub(low);
        DoubleVector half = r.mul(0.5);
        DoubleVector t = r.mul(half);
        DoubleVector q = t.mul(Q5).add(Q4).mul(t).add(Q3).mul(t).add(Q2).mul(t).add(Q1);
        q = q.mul(t).add(1.0);
        DoubleVector s = DoubleVector.broadcast(DOUBLES, 3.0).sub(q.mul(half));
        DoubleVector six = DoubleVector.broadcast(DOUBLES, 6.0);
        DoubleVector e = t.mul(q.sub(s).div(six.sub(r.mul(s))));
        r.sub(r.mul(e.sub(rest)).sub(rest).sub(t)).intoArray(zs, i);
      } else {
        DoubleVector.broadcast(DOUBLES, Double.NaN).intoArray(zs, i);
      }
    }
  }

  private static void tangents(double[] xs, int at, int n, double[] zs, double[] ks) {
    DoubleVector zero = DoubleVector.broadcast(DOUBLES, 0.0);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1.0);
    for (int i = 0; i < n; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLES, xs, at + i);
      DoubleVector z = DoubleVector.fromArray(DOUBLES, zs, i);
      DoubleVector k = DoubleVector.fromArray(DOUBLES, ks, i);
      if (z.compare(EQ, z).allTrue()) {
        VectorMask<Double> large = k.compare(GT, 0.0);
        VectorMask<Double> kept = k.compare(EQ, 0.0);
        VectorMask<Double> halved = k.compare(EQ, -1.0);
        LongVector times = k.add(WHOLE).reinterpretAsLongs().lanewise(LSHL, 52); // 2ᵏ
        DoubleVector inverse = one.reinterpretAsLongs().sub(times).reinterpretAsDoubles();
        DoubleVector added = one.blend(one.sub(inverse), large).blend(zero, kept.or(halved));
        DoubleVector taken = one.blend(zero, large.or(kept)).blend(0.5, halved);
        DoubleVector shifted = added.add(z).reinterpretAsLongs().add(times).reinterpretAsDoubles();
        DoubleVector m = shifted.sub(taken); // e to the power, minus 1
        DoubleVector fraction = m.neg().blend(-2.0, large).div(m.add(2.0));
        DoubleVector size = zero.blend(one, large).add(fraction);
        LongVector sign = x.reinterpretAsLongs().and(SIGN);
        size.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(xs, at + i);
      } else {
        PLAIN.tanh(xs, at + i, at + i + LANES);
      }
    }
  }
}
