package dojo.tensor;

import static dojo.tensor.VectorTile.LANES;
import static dojo.tensor.VectorTile.PANEL;
import static dojo.tensor.VectorTile.SPECIES;
import static dojo.tensor.VectorTile.STRIP;

import jdk.incubator.vector.FloatVector;

/**
 * A {@link Gemm} on the Vector API: faster than the plain one, with the same bits.
 *
 * <p>Columns of B are copied to panels that are two vectors wide, one step of the chains after
 * another, and so are rows of A that are stored across; a {@link VectorTile} of C then stays in
 * registers for a whole block of k.
 */
final class VectorGemm implements Gemm {
  /** Blocks of k, rows and columns: a panel stays in the nearest cache, the blocks in the next. */
  private static final int DEPTH = 256;

  private static final int SIDE = 256;

  /** Steps of a panel that are filled together where a matrix is stored the other way round. */
  private static final int NEAR = 128;

  private static final Scratch COLUMNS = new Scratch(SIDE * DEPTH);
  private static final Scratch ROWS = new Scratch(SIDE * DEPTH);

  @Override
  public void add(Product product, int top, int bottom, int left, int right) {
    float[] edge = new float[STRIP * PANEL];
    for (int from = 0; from < product.k(); from += DEPTH) {
      int depth = Math.min(DEPTH, product.k() - from);
      for (int column = left; column < right; column += SIDE) {
        int columns = Math.min(SIDE, right - column);
        packColumns(product, column, columns, from, depth);
        for (int row = top; row < bottom; row += SIDE) {
          int rows = Math.min(SIDE, bottom - row);
          if (product.transposeA()) {
            packRows(product, row, rows, from, depth);
          }
          addBlock(product, row, rows, column, columns, from, depth, edge);
        }
      }
    }
  }

  /** Adds so many steps to the chains of a block of C, tile after tile. */
  private static void addBlock(
      Product product,
      int row,
      int rows,
      int column,
      int columns,
      int from,
      int depth,
      float[] edge) {
    float[] c = product.c();
    int n = product.n();
    for (int j = 0; j < columns; j += PANEL) {
      int width = Math.min(PANEL, columns - j);
      for (int i = 0; i < rows; i += STRIP) {
        int height = Math.min(STRIP, rows - i);
        int at = product.atC(row + i, column + j);
        if (height == STRIP && width == PANEL) {
          addTile(product, row, i, height, from, depth, j * depth, c, at, n);
        } else {
          copy(c, at, n, edge, 0, PANEL, height, width);
          addTile(product, row, i, height, from, depth, j * depth, edge, 0, PANEL);
          copy(edge, 0, PANEL, c, at, n, height, width);
        }
      }
    }
  }

  /** Adds steps to a tile whose first row is row i of the block that starts at a row. */
  private static void addTile(
      Product product,
      int row,
      int i,
      int height,
      int from,
      int depth,
      int panel,
      float[] c,
      int to,
      int step) {
    float[] b = COLUMNS.get();
    if (product.transposeA()) {
      int strip = i / PANEL * PANEL * depth + i % PANEL;
      VectorTile.addColumns(height, depth, ROWS.get(), strip, b, panel, c, to, step);
    } else {
      int x = product.atA(row + i, from);
      VectorTile.addRows(height, depth, product.a(), x, product.k(), b, panel, c, to, step);
    }
  }

  private static void packRows(Product product, int row, int rows, int from, int depth) {
    pack(product.a(), product.atA(row, from), product.m(), false, rows, depth, ROWS.get());
  }

  private static void packColumns(Product product, int column, int columns, int from, int depth) {
    int length = product.transposeB() ? product.k() : product.n();
    int at = product.atB(from, column);
    pack(product.b(), at, length, product.transposeB(), columns, depth, COLUMNS.get());
  }

  /**
   * Copies chains that lie side by side to panels: step p of chain j goes to {@code panels[p·PANEL
   * + j]}, later chains to later panels. The matrix, whose rows are so long, is read in its own
   * order: its chains go along its rows if it is turned, else across them.
   */
  private static void pack(
      float[] matrix, int at, int length, boolean turned, int chains, int depth, float[] panels) {
    if (turned) {
      for (int j = 0; j < chains; j += PANEL) {
        turn(
            matrix, at + j * length, length, Math.min(PANEL, chains - j), depth, panels, j * depth);
      }
    } else {
      int whole = chains / PANEL * PANEL;
      lay(matrix, at, length, whole, depth, panels);
      if (whole < chains) {
        copy(matrix, at + whole, length, panels, whole * depth, PANEL, depth, chains - whole);
      }
    }
  }

  private static void turn(
      float[] matrix, int at, int length, int chains, int depth, float[] panel, int to) {
    for (int p = 0; p < depth; p += NEAR) { // what is written stays in the cache
      int steps = Math.min(NEAR, depth - p);
      for (int j = 0; j < chains; j++) {
        turn(matrix, at + j * length + p, steps, panel, to + p * PANEL + j);
      }
    }
  }

  private static void turn(float[] matrix, int at, int steps, float[] panel, int to) {
    for (int p = 0; p < steps; p++) {
      panel[to + p * PANEL] = matrix[at + p];
    }
  }

  private static void lay(
      float[] matrix, int at, int length, int chains, int depth, float[] panels) {
    for (int p = 0; p < depth; p++) {
      for (int j = 0; j < chains; j += PANEL) {
        int from = at + p * length + j;
        int to = j * depth + p * PANEL;
        FloatVector.fromArray(SPECIES, matrix, from).intoArray(panels, to);
        FloatVector.fromArray(SPECIES, matrix, from + LANES).intoArray(panels, to + LANES);
      }
    }
  }

  private static void copy(
      float[] from, int at, int step, float[] to, int toAt, int toStep, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, at + r * step, to, toAt + r * toStep, columns);
    }
  }
}
