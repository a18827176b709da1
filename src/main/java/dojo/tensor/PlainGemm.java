package dojo.tensor;

/**
 * A {@link Gemm} in plain Java, written so that HotSpot turns its inner loop into vector code.
 *
 * <p>HotSpot vectorises a loop over whole arrays with one index and no offsets. So rows of B and C
 * are copied to scratch rows, and the loop adds two rows of B, times a number each, to two rows of
 * C. Other forms of {@link #add} cost a factor of five on some JDK (four rows of B do, on 17):
 * measure each change on each.
 */
final class PlainGemm implements Gemm {
  static final PlainGemm INSTANCE = new PlainGemm();

  /** Rows of B in scratch at a time: 16 rows of 256 numbers fill half of a 32 KB cache. */
  private static final int BLOCK = 16;

  /** Outputs narrower than a few vectors are computed transposed. */
  private static final int NARROW = 16;

  private PlainGemm() {}

  @Override
  public void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float[] a,
      float[] b,
      float[] c) {
    if (n <= NARROW && m > n) {
      float[] transposed = transpose(c, m, n);
      wide(!transposeB, !transposeA, n, m, k, b, a, transposed);
      System.arraycopy(transpose(transposed, n, m), 0, c, 0, m * n);
    } else {
      wide(transposeA, transposeB, m, n, k, a, b, c);
    }
  }

  private static void wide(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float[] a,
      float[] b,
      float[] c) {
    int rowStep = transposeA ? 1 : k;
    int chainStep = transposeA ? m : 1;
    float[] c0 = new float[n];
    float[] c1 = new float[n];
    float[][] rows = new float[Math.min(BLOCK, k)][n];
    for (int from = 0; from < k; from += BLOCK) {
      int length = Math.min(BLOCK, k - from);
      copyRows(transposeB, b, n, k, from, length, rows);
      for (int i = 0; i < m; i += 2) {
        boolean pair = i + 1 < m;
        int first = i * rowStep + from * chainStep;
        int second = pair ? first + rowStep : first; // an odd last row is computed twice
        System.arraycopy(c, i * n, c0, 0, n);
        System.arraycopy(c, (pair ? i + 1 : i) * n, c1, 0, n);
        int p = 0;
        for (; p + 1 < length; p += 2) {
          int x = first + p * chainStep;
          int y = second + p * chainStep;
          add(n, c0, c1, rows[p], rows[p + 1], a[x], a[x + chainStep], a[y], a[y + chainStep]);
        }
        if (p < length) {
          add(n, c0, c1, rows[p], a[first + p * chainStep], a[second + p * chainStep]);
        }
        System.arraycopy(c0, 0, c, i * n, n);
        if (pair) {
          System.arraycopy(c1, 0, c, (i + 1) * n, n);
        }
      }
    }
  }

  /** Copies rows {@code from … from + length - 1} of op(B) into scratch. */
  private static void copyRows(
      boolean transposed, float[] b, int n, int k, int from, int length, float[][] rows) {
    for (int p = 0; p < length; p++) {
      if (transposed) {
        float[] row = rows[p];
        for (int j = 0, at = from + p; j < n; j++, at += k) {
          row[j] = b[at];
        }
      } else {
        System.arraycopy(b, (from + p) * n, rows[p], 0, n);
      }
    }
  }

  /** Adds two steps of the chains of two rows of C. */
  private static void add(
      int n,
      float[] c0,
      float[] c1,
      float[] b0,
      float[] b1,
      float x0,
      float x1,
      float y0,
      float y1) {
    for (int j = 0; j < n; j++) {
      float v0 = b0[j];
      float v1 = b1[j];
      float s = c0[j];
      float t = c1[j];
      c0[j] = Math.fma(x1, v1, Math.fma(x0, v0, s));
      c1[j] = Math.fma(y1, v1, Math.fma(y0, v0, t));
    }
  }

  /** Adds one step of the chains of two rows of C. */
  private static void add(int n, float[] c0, float[] c1, float[] b0, float x0, float y0) {
    for (int j = 0; j < n; j++) {
      float v0 = b0[j];
      float s = c0[j];
      float t = c1[j];
      c0[j] = Math.fma(x0, v0, s);
      c1[j] = Math.fma(y0, v0, t);
    }
  }

  private static float[] transpose(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = matrix[i * columns + j];
      }
    }
    return transposed;
  }
}
