package dojo.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of C that stays in registers while the chains of its elements grow: some rows, two vectors
 * wide.
 *
 * <p>Each accumulator starts from what C holds, and lanes are never added to each other, so each
 * element is the one chain that {@link Gemm} promises. A is read where it lies, or from a panel
 * where its columns are the chains; B always from a panel.
 *
 * <p>Named locals, not an array: accumulators that stay in registers. Loops that differ in how A is
 * stored, not one with a step for each of its axes: HotSpot would check eight indices at every step
 * of it, which costs a quarter.
 */
final class VectorTile {
  /** Static and final: otherwise HotSpot would keep vectors on the heap. */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  static final int LANES = SPECIES.length();

  /** Columns of a tile. */
  static final int PANEL = 2 * LANES;

  /** Rows of a tile: eight where the registers suffice, four where vectors are short and few. */
  static final int STRIP = LANES >= 16 ? 8 : 4;

  private VectorTile() {}

  /**
   * Adds steps to the chains of some rows of C, at most {@code STRIP}, whose chains lie along A.
   */
  static void addRows(
      int height,
      int depth,
      float[] a,
      int x,
      int stepOfA,
      float[] b,
      int y,
      float[] c,
      int to,
      int step) {
    if (height > 4) {
      eightRows(depth, a, x, stepOfA, height - 1, b, y, c, to, step);
    } else {
      fourRows(depth, a, x, stepOfA, height - 1, b, y, c, to, step);
    }
  }

  /** The same where chains lie across A: step p of row r is {@code a[x + p·PANEL + r]}. */
  static void addColumns(
      int height, int depth, float[] a, int x, float[] b, int y, float[] c, int to, int step) {
    if (height > 4) {
      eightColumns(depth, a, x, b, y, c, to, step);
    } else {
      fourColumns(depth, a, x, b, y, c, to, step);
    }
  }

  /** The last row may stand for later ones: what they add is thrown away. */
  private static void eightRows(
      int depth,
      float[] a,
      int x,
      int stepOfA,
      int last,
      float[] b,
      int y,
      float[] c,
      int to,
      int step) {
    int x0 = x;
    int x1 = x + Math.min(1, last) * stepOfA;
    int x2 = x + Math.min(2, last) * stepOfA;
    int x3 = x + Math.min(3, last) * stepOfA;
    int x4 = x + Math.min(4, last) * stepOfA;
    int x5 = x + Math.min(5, last) * stepOfA;
    int x6 = x + Math.min(6, last) * stepOfA;
    int x7 = x + Math.min(7, last) * stepOfA;
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    FloatVector l4 = FloatVector.fromArray(SPECIES, c, to + 4 * step);
    FloatVector r4 = FloatVector.fromArray(SPECIES, c, to + 4 * step + LANES);
    FloatVector l5 = FloatVector.fromArray(SPECIES, c, to + 5 * step);
    FloatVector r5 = FloatVector.fromArray(SPECIES, c, to + 5 * step + LANES);
    FloatVector l6 = FloatVector.fromArray(SPECIES, c, to + 6 * step);
    FloatVector r6 = FloatVector.fromArray(SPECIES, c, to + 6 * step + LANES);
    FloatVector l7 = FloatVector.fromArray(SPECIES, c, to + 7 * step);
    FloatVector r7 = FloatVector.fromArray(SPECIES, c, to + 7 * step + LANES);
    for (int p = 0; p < depth; p++) {
      int t = y + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, b, t);
      FloatVector right = FloatVector.fromArray(SPECIES, b, t + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x0 + p]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x1 + p]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x2 + p]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x3 + p]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[x4 + p]);
      l4 = a4.fma(left, l4);
      r4 = a4.fma(right, r4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[x5 + p]);
      l5 = a5.fma(left, l5);
      r5 = a5.fma(right, r5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[x6 + p]);
      l6 = a6.fma(left, l6);
      r6 = a6.fma(right, r6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[x7 + p]);
      l7 = a7.fma(left, l7);
      r7 = a7.fma(right, r7);
    }
    l0.intoArray(c, to);
    r0.intoArray(c, to + LANES);
    l1.intoArray(c, to + step);
    r1.intoArray(c, to + step + LANES);
    l2.intoArray(c, to + 2 * step);
    r2.intoArray(c, to + 2 * step + LANES);
    l3.intoArray(c, to + 3 * step);
    r3.intoArray(c, to + 3 * step + LANES);
    l4.intoArray(c, to + 4 * step);
    r4.intoArray(c, to + 4 * step + LANES);
    l5.intoArray(c, to + 5 * step);
    r5.intoArray(c, to + 5 * step + LANES);
    l6.intoArray(c, to + 6 * step);
    r6.intoArray(c, to + 6 * step + LANES);
    l7.intoArray(c, to + 7 * step);
    r7.intoArray(c, to + 7 * step + LANES);
  }

  /** For sixteen registers that must hold the operands as well, and for last rows. */
  private static void fourRows(
      int depth,
      float[] a,
      int x,
      int stepOfA,
      int last,
      float[] b,
      int y,
      float[] c,
      int to,
      int step) {
    int x0 = x;
    int x1 = x + Math.min(1, last) * stepOfA;
    int x2 = x + Math.min(2, last) * stepOfA;
    int x3 = x + Math.min(3, last) * stepOfA;
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    for (int p = 0; p < depth; p++) {
      int t = y + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, b, t);
      FloatVector right = FloatVector.fromArray(SPECIES, b, t + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[x0 + p]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[x1 + p]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[x2 + p]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[x3 + p]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
    }
    l0.intoArray(c, to);
    r0.intoArray(c, to + LANES);
    l1.intoArray(c, to + step);
    r1.intoArray(c, to + step + LANES);
    l2.intoArray(c, to + 2 * step);
    r2.intoArray(c, to + 2 * step + LANES);
    l3.intoArray(c, to + 3 * step);
    r3.intoArray(c, to + 3 * step + LANES);
  }

  /** Sixteen accumulators in sixteen of 32 registers. */
  private static void eightColumns(
      int depth, float[] a, int x, float[] b, int y, float[] c, int to, int step) {
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    FloatVector l4 = FloatVector.fromArray(SPECIES, c, to + 4 * step);
    FloatVector r4 = FloatVector.fromArray(SPECIES, c, to + 4 * step + LANES);
    FloatVector l5 = FloatVector.fromArray(SPECIES, c, to + 5 * step);
    FloatVector r5 = FloatVector.fromArray(SPECIES, c, to + 5 * step + LANES);
    FloatVector l6 = FloatVector.fromArray(SPECIES, c, to + 6 * step);
    FloatVector r6 = FloatVector.fromArray(SPECIES, c, to + 6 * step + LANES);
    FloatVector l7 = FloatVector.fromArray(SPECIES, c, to + 7 * step);
    FloatVector r7 = FloatVector.fromArray(SPECIES, c, to + 7 * step + LANES);
    for (int p = 0; p < depth; p++) {
      int s = x + p * PANEL;
      int t = y + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, b, t);
      FloatVector right = FloatVector.fromArray(SPECIES, b, t + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[s + 3]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[s + 4]);
      l4 = a4.fma(left, l4);
      r4 = a4.fma(right, r4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[s + 5]);
      l5 = a5.fma(left, l5);
      r5 = a5.fma(right, r5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, a[s + 6]);
      l6 = a6.fma(left, l6);
      r6 = a6.fma(right, r6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, a[s + 7]);
      l7 = a7.fma(left, l7);
      r7 = a7.fma(right, r7);
    }
    l0.intoArray(c, to);
    r0.intoArray(c, to + LANES);
    l1.intoArray(c, to + step);
    r1.intoArray(c, to + step + LANES);
    l2.intoArray(c, to + 2 * step);
    r2.intoArray(c, to + 2 * step + LANES);
    l3.intoArray(c, to + 3 * step);
    r3.intoArray(c, to + 3 * step + LANES);
    l4.intoArray(c, to + 4 * step);
    r4.intoArray(c, to + 4 * step + LANES);
    l5.intoArray(c, to + 5 * step);
    r5.intoArray(c, to + 5 * step + LANES);
    l6.intoArray(c, to + 6 * step);
    r6.intoArray(c, to + 6 * step + LANES);
    l7.intoArray(c, to + 7 * step);
    r7.intoArray(c, to + 7 * step + LANES);
  }

  /** Eight accumulators in eight of sixteen registers. */
  private static void fourColumns(
      int depth, float[] a, int x, float[] b, int y, float[] c, int to, int step) {
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    for (int p = 0; p < depth; p++) {
      int s = x + p * PANEL;
      int t = y + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, b, t);
      FloatVector right = FloatVector.fromArray(SPECIES, b, t + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[s + 3]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
    }
    l0.intoArray(c, to);
    r0.intoArray(c, to + LANES);
    l1.intoArray(c, to + step);
    r1.intoArray(c, to + step + LANES);
    l2.intoArray(c, to + 2 * step);
    r2.intoArray(c, to + 2 * step + LANES);
    l3.intoArray(c, to + 3 * step);
    r3.intoArray(c, to + 3 * step + LANES);
  }
}
