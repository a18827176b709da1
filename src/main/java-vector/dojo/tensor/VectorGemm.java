package dojo.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A {@link Gemm} on the Vector API, three to four times as fast as the plain one, with the same
 * bits.
 *
 * <p>Columns of B are copied to panels of two vectors, rows of A to strips of eight (four where
 * vectors are short and registers few); a tile of C then stays in registers for a whole block of k.
 * Each accumulator starts from what C holds, and lanes are never added to each other, so each
 * element is the one chain that {@link Gemm} promises.
 */
final class VectorGemm implements Gemm {
  /** Static and final: otherwise HotSpot would keep vectors on the heap. */
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();
  private static final int PANEL = 2 * LANES;
  private static final int STRIP = LANES >= 16 ? 8 : 4;

  /** Blocks of k and of rows: a panel and a block of strips stay in the nearer caches. */
  private static final int DEPTH = 256;

  private static final int ROWS = 256;

  /** Steps of a panel that are filled together where B is stored the other way round. */
  private static final int NEAR = 32;

  @Override
  public void add(Product product, int top, int bottom, int left, int right) {
    int k = product.k();
    int n = product.n();
    float[] c = product.c();
    float[] strips = new float[roundUp(Math.min(bottom - top, ROWS), STRIP) * Math.min(k, DEPTH)];
    float[] panel = new float[PANEL * Math.min(k, DEPTH)];
    float[] edge = new float[STRIP * PANEL];
    for (int from = 0; from < k; from += DEPTH) {
      int depth = Math.min(DEPTH, k - from);
      for (int row = top; row < bottom; row += ROWS) {
        int rows = Math.min(ROWS, bottom - row);
        packRows(product, row, rows, from, depth, strips);
        for (int column = left; column < right; column += PANEL) {
          int columns = Math.min(PANEL, right - column);
          packColumns(product, column, columns, from, depth, panel);
          for (int i = 0; i < rows; i += STRIP) {
            int height = Math.min(STRIP, rows - i);
            int at = (row + i) * n + column;
            if (height == STRIP && columns == PANEL) {
              tile(depth, strips, i * depth, panel, c, at, n);
            } else {
              copy(c, at, n, edge, 0, PANEL, height, columns);
              tile(depth, strips, i * depth, panel, edge, 0, PANEL);
              copy(edge, 0, PANEL, c, at, n, height, columns);
            }
          }
        }
      }
    }
  }

  /** Strip s, step p, row r of op(A) goes to {@code strips[(s·depth + p)·STRIP + r]}. */
  private static void packRows(
      Product product, int row, int rows, int from, int depth, float[] strips) {
    float[] a = product.a();
    int rowStep = product.transposeA() ? 1 : product.k();
    int chainStep = product.chainStepOfA();
    int to = 0;
    for (int first = 0; first < rows; first += STRIP) {
      int height = Math.min(STRIP, rows - first);
      int at = product.atA(row + first, from);
      for (int p = 0; p < depth; p++, at += chainStep, to += STRIP) {
        for (int r = 0; r < height; r++) {
          strips[to + r] = a[at + r * rowStep];
        }
        for (int r = height; r < STRIP; r++) {
          strips[to + r] = 0;
        }
      }
    }
  }

  /** Step p, column j of op(B) goes to {@code panel[p·PANEL + j]}. */
  private static void packColumns(
      Product product, int column, int columns, int from, int depth, float[] panel) {
    float[] b = product.b();
    if (product.transposeB()) {
      for (int near = 0; near < depth; near += NEAR) { // what is written stays in the cache
        int far = Math.min(near + NEAR, depth);
        for (int j = 0; j < columns; j++) {
          int at = product.atB(from, column + j);
          for (int p = near; p < far; p++) {
            panel[p * PANEL + j] = b[at + p];
          }
        }
      }
    } else {
      for (int p = 0; p < depth; p++) {
        System.arraycopy(b, product.atB(from + p, column), panel, p * PANEL, columns);
      }
    }
  }

  private static void copy(
      float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, at + r * step, to, toAt + r * toStep, columns);
    }
  }

  private static void tile(
      int depth, float[] strips, int at, float[] panel, float[] c, int to, int step) {
    if (STRIP == 8) {
      tileOfEight(depth, strips, at, panel, c, to, step);
    } else {
      tileOfFour(depth, strips, at, panel, c, to, step);
    }
  }

  /** Named locals, not an array: sixteen accumulators that stay in sixteen registers. */
  private static void tileOfEight(
      int depth, float[] strips, int at, float[] panel, float[] c, int to, int step) {
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
    for (int p = 0, s = at, b = 0; p < depth; p++, s += STRIP, b += PANEL) {
      FloatVector left = FloatVector.fromArray(SPECIES, panel, b);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, b + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, strips[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, strips[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, strips[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, strips[s + 3]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, strips[s + 4]);
      l4 = a4.fma(left, l4);
      r4 = a4.fma(right, r4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, strips[s + 5]);
      l5 = a5.fma(left, l5);
      r5 = a5.fma(right, r5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, strips[s + 6]);
      l6 = a6.fma(left, l6);
      r6 = a6.fma(right, r6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, strips[s + 7]);
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

  /** The same for processors whose sixteen registers must hold the operands as well. */
  private static void tileOfFour(
      int depth, float[] strips, int at, float[] panel, float[] c, int to, int step) {
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    for (int p = 0, s = at, b = 0; p < depth; p++, s += STRIP, b += PANEL) {
      FloatVector left = FloatVector.fromArray(SPECIES, panel, b);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, b + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, strips[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, strips[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, strips[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, strips[s + 3]);
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

  private static int roundUp(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }
}
