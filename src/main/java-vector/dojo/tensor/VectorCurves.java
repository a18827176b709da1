package dojo.tensor;

import static dojo.tensor.CurveNumbers.HALF_LN2;
import static dojo.tensor.CurveNumbers.LEAST_ANGLE;
import static dojo.tensor.CurveNumbers.LEAST_POWER;
import static dojo.tensor.CurveNumbers.LN2_HIGH;
import static dojo.tensor.CurveNumbers.LN2_LOW;
import static dojo.tensor.CurveNumbers.MOST_ANGLE;
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
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Curves} on the Vector API: the steps of {@link PlainCurves}, for a vector at a time. */
final class VectorCurves implements Curves {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = DOUBLES.length();

  /** Adding 2⁵² + 2⁵¹ rounds to a whole number, which then stands in the lowest bits. */
  private static final double WHOLE = 0x1.8p52;

  /** The largest number whose upper half is that of ½·ln 2. */
  private static final double HALF_LN2_END =
      Double.longBitsToDouble(((long) HALF_LN2 << 32) | 0xFFFFFFFFL);

  private static final PlainCurves PLAIN = new PlainCurves();

  @Override
  public void exp(double[] x, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, x, i);
      DoubleVector size = v.lanewise(ABS);
      if (size.compare(GE, LEAST_POWER).and(size.compare(LT, MOST_POWER)).allTrue()) {
        exp(v, size).intoArray(x, i);
      } else {
        PLAIN.exp(x, i, i + LANES);
      }
    }
    PLAIN.exp(x, i, to);
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, x, i);
      DoubleVector size = v.lanewise(ABS);
      if (size.compare(GE, LEAST_ANGLE).and(size.compare(LT, MOST_ANGLE)).allTrue()) {
        DoubleVector tanh = tanh(size);
        tanh.blend(tanh.neg(), v.compare(LT, 0)).intoArray(x, i);
      } else {
        PLAIN.tanh(x, i, i + LANES);
      }
    }
    PLAIN.tanh(x, i, to);
  }

  private static DoubleVector exp(DoubleVector x, DoubleVector size) {
    DoubleVector k = multiple(size);
    k = k.blend(k.neg(), x.compare(LT, 0));
    DoubleVector high = x.sub(k.mul(LN2_HIGH));
    DoubleVector low = k.mul(LN2_LOW);
    DoubleVector r = high.sub(low);
    DoubleVector t = r.mul(r);
    DoubleVector p = t.mul(P5).add(P4).mul(t).add(P3).mul(t).add(P2).mul(t).add(P1);
    DoubleVector c = r.sub(t.mul(p));
    DoubleVector two = DoubleVector.broadcast(DOUBLES, 2);
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector y = one.sub(low.sub(r.mul(c).div(two.sub(c))).sub(high));
    return times(y, k);
  }

  private static DoubleVector tanh(DoubleVector x) {
    VectorMask<Double> large = x.compare(GE, 1);
    DoubleVector power = x.mul(2);
    DoubleVector k = multiple(power);
    k = k.neg().blend(k, large);
    power = power.neg().blend(power, large);
    DoubleVector high = power.sub(k.mul(LN2_HIGH));
    DoubleVector low = k.mul(LN2_LOW);
    DoubleVector r = high.sub(low);
    DoubleVector rest = high.sub(r).sub(low);
    DoubleVector half = r.mul(0.5);
    DoubleVector t = r.mul(half);
    DoubleVector q = t.mul(Q5).add(Q4).mul(t).add(Q3).mul(t).add(Q2).mul(t).add(Q1).mul(t).add(1);
    DoubleVector s = DoubleVector.broadcast(DOUBLES, 3).sub(q.mul(half));
    DoubleVector six = DoubleVector.broadcast(DOUBLES, 6);
    DoubleVector e = t.mul(q.sub(s).div(six.sub(r.mul(s))));
    DoubleVector z = r.sub(r.mul(e.sub(rest)).sub(rest).sub(t));
    DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
    DoubleVector start = one.blend(one.sub(times(one, k.neg())), large);
    DoubleVector shifted = times(start.add(z), k);
    DoubleVector m = shifted.sub(1).blend(shifted, large); // e to the power, minus 1
    m = m.blend(z.mul(0.5).sub(0.5), k.compare(EQ, -1));
    m = m.blend(z, k.compare(EQ, 0));
    DoubleVector fraction = m.neg().blend(2, large).div(m.add(2));
    return fraction.blend(one.sub(fraction), large);
  }

  /** Returns how many times ln 2 is taken away from numbers above 0: the nearest, half up. */
  private static DoubleVector multiple(DoubleVector x) {
    DoubleVector upper = x.mul(ONE_OVER_LN2).add(0.5);
    DoubleVector whole = upper.add(WHOLE).sub(WHOLE);
    whole = whole.blend(whole.sub(1), whole.compare(GT, upper));
    return whole.blend(0, x.compare(LE, HALF_LN2_END));
  }

  /** Returns x·2ᵏ. */
  private static DoubleVector times(DoubleVector x, DoubleVector k) {
    LongVector bits = k.add(WHOLE).reinterpretAsLongs().lanewise(LSHL, 52);
    return x.reinterpretAsLongs().add(bits).reinterpretAsDoubles();
  }
}
