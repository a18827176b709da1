package dojo.tensor;

/**
 * A product of two matrices to be added to a third: C ← C + op(A)·op(B).
 *
 * @param transposeA whether {@code a} is stored {@code [k, m]} instead of {@code [m, k]}
 * @param transposeB whether {@code b} is stored {@code [n, k]} instead of {@code [k, n]}
 * @param m rows of C
 * @param n columns of C
 * @param k length of the chains
 * @param a the first matrix, row-major
 * @param b the second matrix, row-major
 * @param c the sum so far, {@code [m, n]} row-major, which is changed
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are worked on, and products never compared
record Product(
    boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, float[] b, float[] c) {

  /** Kernels work on columns in vectors; with fewer columns than this, rows are turned to them. */
  private static final int NARROW = 24;

  /** Less work than this is not worth handing to a second core: some microseconds. */
  private static final long SMALL = 1 << 18;

  /** Cores get whole tiles of every kernel. */
  static final int GRAIN = 32;

  /** Computes the product by the fastest kernel, on the cores that are free. */
  void add() {
    add(Gemm.fastest());
  }

  /** Computes the product by one kernel. Cores share outputs, never a chain. */
  void add(Gemm gemm) {
    if (n <= NARROW && m > n) {
      float[] turned = new float[c.length];
      transpose(c, m, n, turned);
      new Product(!transposeB, !transposeA, n, m, k, b, a, turned).add(gemm);
      transpose(turned, n, m, c);
    } else if ((long) m * n * k < SMALL) {
      gemm.add(this, 0, m, 0, n);
    } else if (gemm.splitsRows(this)) {
      Cores.share(m, GRAIN, (top, bottom) -> gemm.add(this, top, bottom, 0, n));
    } else {
      Cores.share(n, GRAIN, (left, right) -> gemm.add(this, 0, m, left, right));
    }
  }

  /** Returns where element {@code [i, p]} of op(A) lies in {@code a}. */
  int atA(int i, int p) {
    return transposeA ? p * m + i : i * k + p;
  }

  /** Returns where element {@code [p, j]} of op(B) lies in {@code b}. */
  int atB(int p, int j) {
    return transposeB ? j * k + p : p * n + j;
  }

  /** Returns where element {@code [i, j]} of C lies in {@code c}. */
  int atC(int i, int j) {
    return i * n + j;
  }

  /** Returns how far the next step of a chain lies in {@code a}. */
  int chainStepOfA() {
    return transposeA ? m : 1;
  }

  private static void transpose(float[] matrix, int rows, int columns, float[] transposed) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = matrix[i * columns + j];
      }
    }
  }
}
