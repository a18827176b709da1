package dojo.dropout;

import dojo.random.RandomKey;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link Coins} on the Vector API: two to three times as fast as plain ones, the same bits. */
final class VectorCoins implements Coins {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many lanes of half the width. */
  private static final VectorShape HALF = VectorShape.forBitSize(LONGS.vectorBitSize() / 2);

  private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, HALF);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, HALF);
  private static final int LANES = LONGS.length();

  @Override
  public void select(RandomKey key, long threshold, float[] in, double scale, float[] out) {
    long[] words = new long[RandomKey.BLOCK];
    float[] rest = new float[LANES];
    for (int from = 0; from < in.length; from += words.length) {
      key.bits(from, words);
      int length = Math.min(words.length, in.length - from);
      int whole = length - length % LANES;
      for (int j = 0; j < whole; j += LANES) {
        select(words, j, threshold, in, from + j, scale, out, from + j);
      }
      if (whole < length) {
        System.arraycopy(in, from + whole, rest, 0, length - whole);
        select(words, whole, threshold, rest, 0, scale, rest, 0);
        System.arraycopy(rest, 0, out, from + whole, length - whole);
      }
    }
  }

  /** Selects as many as there are lanes. */
  private static void select(
      long[] words, int j, long threshold, float[] in, int at, double scale, float[] out, int to) {
    LongVector numbers = LongVector.fromArray(LONGS, words, j).lanewise(VectorOperators.LSHR, 11);
    LongVector kept = numbers.sub(threshold).lanewise(VectorOperators.ASHR, 63); // see Mask.compare
    FloatVector x = FloatVector.fromArray(FLOATS, in, at);
    DoubleVector product = ((DoubleVector) x.castShape(DOUBLES, 0)).mul(scale);
    FloatVector y = (FloatVector) product.castShape(FLOATS, 0);
    IntVector bits = y.reinterpretAsInts().and((IntVector) kept.castShape(INTS, 0));
    bits.reinterpretAsFloats().intoArray(out, to);
  }
}
