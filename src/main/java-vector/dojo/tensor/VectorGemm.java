package dojo.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A {@link Gemm} on the Vector API, half as fast again as the plain one, with the same bits.
 *
 * <p>Columns of B and rows of A are copied to panels that are two vectors wide, one step of the
 * chains after another; a tile of C then stays in registers for a whole block of k. Each
 * accumulator starts from what C holds, and lanes are never added to each other, so each element is
 * the one chain that {@link Gemm} promises.
 */
final class VectorGemm implements Gemm {
  /** Static and final: otherwise HotSpot would keep vectors on the heap. */
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();
  private static final int PANEL = 2 * LANES;

  /** Rows of a tile: eight where the registers suffice, four where vectors are short and few. */
  private static final int STRIP = LANES >= 16 ? 8 : 4;

  /** Blocks of k and of rows: a panel of B and a block of rows stay in the nearer caches. */
  private static final int DEPTH = 256;

  private static final int ROWS = 256;

  /** Steps of a panel that are filled together where a matrix is stored the other way round. */
  private static final int NEAR = 32;

  private static final Scratch BLOCK = new Scratch(ROWS * DEPTH);
  private static final Scratch COLUMNS = new Scratch(PANEL * DEPTH);

  @Override
  public void add(Product product, int top, int bottom, int left, int right) {
    int k = product.k();
    int n = product.n();
    float[] c = product.c();
    float[] block = BLOCK.get();
    float[] panel = COLUMNS.get();
    float[] edge = new float[STRIP * PANEL];
    for (int from = 0; from < k; from += DEPTH) {
      int depth = Math.min(DEPTH, k - from);
      for (int row = top; row < bottom; row += ROWS) {
        int rows = Math.min(ROWS, bottom - row);
        packRows(product, row, rows, from, depth, block);
        for (int column = left; column < right; column += PANEL) {
          int columns = Math.min(PANEL, right - column);
          packColumns(product, column, columns, from, depth, panel);
          for (int i = 0; i < rows; i += STRIP) {
            int height = Math.min(STRIP, rows - i);
            int strip = i / PANEL * PANEL * depth + i % PANEL;
            int at = product.atC(row + i, column);
            if (height == STRIP && columns == PANEL) {
              tile(height, depth, block, strip, panel, c, at, n);
            } else {
              copy(c, at, n, edge, 0, PANEL, height, columns);
              tile(height, depth, block, strip, panel, edge, 0, PANEL);
              copy(edge, 0, PANEL, c, at, n, height, columns);
            }
          }
        }
      }
    }
  }

  /** Step p of row r of op(A) goes to {@code block[p·PANEL + r]}; later rows to later panels. */
  private static void packRows(
      Product product, int row, int rows, int from, int depth, float[] block) {
    int length = product.transposeA() ? product.m() : product.k();
    for (int r = 0; r < rows; r += PANEL) {
      int at = product.atA(row + r, from);
      int width = Math.min(PANEL, rows - r);
      pack(product.a(), at, length, !product.transposeA(), width, depth, block, r * depth);
    }
  }

  /** Step p of column j of op(B) goes to {@code panel[p·PANEL + j]}. */
  private static void packColumns(
      Product product, int column, int columns, int from, int depth, float[] panel) {
    int length = product.transposeB() ? product.k() : product.n();
    int at = product.atB(from, column);
    pack(product.b(), at, length, product.transposeB(), columns, depth, panel, 0);
  }

  /** Copies part of a matrix whose rows are so long; the chains go along them if it is turned. */
  private static void pack(
      float[] matrix,
      int at,
      int length,
      boolean turned,
      int width,
      int depth,
      float[] panel,
      int to) {
    if (turned) {
      for (int p = 0; p < depth; p += NEAR) { // what is written stays in the cache
        int steps = Math.min(NEAR, depth - p);
        for (int j = 0; j < width; j++) {
          turn(matrix, at + j * length + p, steps, panel, to + p * PANEL + j);
        }
      }
    } else if (width == PANEL) {
      lay(matrix, at, length, depth, panel, to);
    } else {
      copy(matrix, at, length, panel, to, PANEL, depth, width);
    }
  }

  private static void turn(float[] matrix, int at, int steps, float[] panel, int to) {
    for (int p = 0; p < steps; p++) {
      panel[to + p * PANEL] = matrix[at + p];
    }
  }

  private static void lay(float[] matrix, int at, int length, int depth, float[] panel, int to) {
    for (int p = 0, from = at; p < depth; p++, from += length) {
      FloatVector left = FloatVector.fromArray(SPECIES, matrix, from);
      FloatVector right = FloatVector.fromArray(SPECIES, matrix, from + LANES);
      left.intoArray(panel, to + p * PANEL);
      right.intoArray(panel, to + p * PANEL + LANES);
    }
  }

  private static void copy(
      float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, at + r * step, to, toAt + r * toStep, columns);
    }
  }

  private static void tile(
      int height, int depth, float[] block, int at, float[] panel, float[] c, int to, int step) {
    if (height > 4) {
      tileOfEight(depth, block, at, panel, c, to, step);
    } else {
      tileOfFour(depth, block, at, panel, c, to, step);
    }
  }

  /** Named locals, not an array: sixteen accumulators that stay in sixteen registers. */
  private static void tileOfEight(
      int depth, float[] block, int at, float[] panel, float[] c, int to, int step) {
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
      int s = at + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, panel, p * PANEL);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, p * PANEL + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, block[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, block[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, block[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, block[s + 3]);
      l3 = a3.fma(left, l3);
      r3 = a3.fma(right, r3);
      FloatVector a4 = FloatVector.broadcast(SPECIES, block[s + 4]);
      l4 = a4.fma(left, l4);
      r4 = a4.fma(right, r4);
      FloatVector a5 = FloatVector.broadcast(SPECIES, block[s + 5]);
      l5 = a5.fma(left, l5);
      r5 = a5.fma(right, r5);
      FloatVector a6 = FloatVector.broadcast(SPECIES, block[s + 6]);
      l6 = a6.fma(left, l6);
      r6 = a6.fma(right, r6);
      FloatVector a7 = FloatVector.broadcast(SPECIES, block[s + 7]);
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

  /** The same for sixteen registers that must hold the operands as well, and for last rows. */
  private static void tileOfFour(
      int depth, float[] block, int at, float[] panel, float[] c, int to, int step) {
    FloatVector l0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector r0 = FloatVector.fromArray(SPECIES, c, to + LANES);
    FloatVector l1 = FloatVector.fromArray(SPECIES, c, to + step);
    FloatVector r1 = FloatVector.fromArray(SPECIES, c, to + step + LANES);
    FloatVector l2 = FloatVector.fromArray(SPECIES, c, to + 2 * step);
    FloatVector r2 = FloatVector.fromArray(SPECIES, c, to + 2 * step + LANES);
    FloatVector l3 = FloatVector.fromArray(SPECIES, c, to + 3 * step);
    FloatVector r3 = FloatVector.fromArray(SPECIES, c, to + 3 * step + LANES);
    for (int p = 0; p < depth; p++) {
      int s = at + p * PANEL;
      FloatVector left = FloatVector.fromArray(SPECIES, panel, p * PANEL);
      FloatVector right = FloatVector.fromArray(SPECIES, panel, p * PANEL + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, block[s]);
      l0 = a0.fma(left, l0);
      r0 = a0.fma(right, r0);
      FloatVector a1 = FloatVector.broadcast(SPECIES, block[s + 1]);
      l1 = a1.fma(left, l1);
      r1 = a1.fma(right, r1);
      FloatVector a2 = FloatVector.broadcast(SPECIES, block[s + 2]);
      l2 = a2.fma(left, l2);
      r2 = a2.fma(right, r2);
      FloatVector a3 = FloatVector.broadcast(SPECIES, block[s + 3]);
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
