package dojo.tensor;

/**
 * A {@link Gemm} in plain Java, written so that HotSpot turns its inner loops into vector code.
 *
 * <p>HotSpot vectorises a loop over whole arrays with one index and no offsets. So rows of B and C
 * are copied to scratch rows, and the loop adds three rows of B, times a number each, to three rows
 * of C. Other forms of that loop cost a factor of five on some JDK (four rows do, on 17): measure
 * each change on each.
 */
final class PlainGemm implements Gemm {
  static final PlainGemm INSTANCE = new PlainGemm();

  /**
   * Rows of B in scratch at a time: 48 of 512 numbers are 96 KB, which fit into the second-level
   * cache.
   */
  private static final int BLOCK = 48;

  /**
   * Columns in scratch at a time, so that it takes less than 256 KB however wide the product is.
   */
  private static final int WIDTH = 1024;

  /** Loops over so few columns are slow. */
  private static final int NARROW = 24;

  private PlainGemm() {}

  @Override
  public void add(Product product, int top, int bottom, int left, int right) {
    int rows = Math.min(BLOCK, (product.k() + 2) / 3 * 3);
    float[][] scratch = scratch(rows + 3, Math.min(WIDTH, right - left));
    for (int column = left; column < right; column += WIDTH) {
      addColumns(product, top, bottom, column, Math.min(column + WIDTH, right), scratch);
    }
  }

  private static void addColumns(
      Product product, int top, int bottom, int left, int right, float[][] b) {
    float[] a = product.a();
    float[] c = product.c();
    int width = right - left;
    int step = product.chainStepOfA();
    float[] c0 = b[b.length - 3];
    float[] c1 = b[b.length - 2];
    float[] c2 = b[b.length - 1];
    for (int from = 0; from < product.k(); from += BLOCK) {
      int length = Math.min(BLOCK, product.k() - from);
      copyRows(product, from, length, left, width, b);
      for (int i = top; i < bottom; i += 3) {
        int i1 = Math.min(i + 1, bottom - 1); // the last row may be computed more than once
        int i2 = Math.min(i + 2, bottom - 1);
        int x = product.atA(i, from);
        int y = product.atA(i1, from);
        int z = product.atA(i2, from);
        System.arraycopy(c, product.atC(i, left), c0, 0, width);
        System.arraycopy(c, product.atC(i1, left), c1, 0, width);
        System.arraycopy(c, product.atC(i2, left), c2, 0, width);
        for (int p = 0; p < length; p += 3) {
          int steps = Math.min(3, length - p);
          add(steps, width, c0, c1, c2, b[p], b[p + 1], b[p + 2], a, x, y, z, step);
          x += 3 * step;
          y += 3 * step;
          z += 3 * step;
        }
        System.arraycopy(c0, 0, c, product.atC(i, left), width);
        System.arraycopy(c1, 0, c, product.atC(i1, left), width);
        System.arraycopy(c2, 0, c, product.atC(i2, left), width);
      }
    }
  }

  /** Turns the rows of a narrow product to columns, along which the loops go. */
  @Override
  public boolean turns(Product product) {
    return product.n() <= NARROW && product.m() > product.n();
  }

  /** Splits rows if there are enough for two: its loops go along them, and short ones are slow. */
  @Override
  public boolean splitsRows(Product product) {
    return product.m() >= 2 * Product.GRAIN || product.m() > product.n();
  }

  /**
   * Makes rows of at least a width. Arrays have a header of 16 bytes, so rows of 12 numbers more
   * than a multiple of 16 lie at equal distances from the lines of the cache. Then HotSpot, which
   * starts its loop where one of them is aligned, has aligned them all: up to half as fast again.
   */
  private static float[][] scratch(int rows, int width) {
    return new float[rows][(width + 3) / 16 * 16 + 12];
  }

  /** Copies the wanted columns of rows {@code from … from + length - 1} of op(B) into scratch. */
  private static void copyRows(
      Product product, int from, int length, int left, int width, float[][] rows) {
    float[] b = product.b();
    if (product.transposeB()) {
      int k = product.k();
      int p = 0;
      for (; p + 4 <= length; p += 4) {
        int at = product.atB(from + p, left);
        turnFour(b, at, k, width, rows[p], rows[p + 1], rows[p + 2], rows[p + 3]);
      }
      for (; p < length; p++) {
        for (int j = 0; j < width; j++) {
          rows[p][j] = b[product.atB(from + p, left + j)];
        }
      }
    } else {
      for (int p = 0; p < length; p++) {
        System.arraycopy(b, product.atB(from + p, left), rows[p], 0, width);
      }
    }
  }

  /** Four neighbours in each row of a matrix go to four rows: each of its lines is read once. */
  private static void turnFour(
      float[] b, int at, int k, int width, float[] r0, float[] r1, float[] r2, float[] r3) {
    for (int j = 0; j < width; j++) {
      int s = at + j * k;
      r0[j] = b[s];
      r1[j] = b[s + 1];
      r2[j] = b[s + 2];
      r3[j] = b[s + 3];
    }
  }

  /**
   * Adds one, two or three steps of the chains of three rows of C, which lie at x, y and z in A.
   *
   * <p>Three loops in one method make it too long to be inlined. Inlined, the loops would not be
   * vectorised on JDK 17.
   */
  private static void add(
      int steps,
      int n,
      float[] c0,
      float[] c1,
      float[] c2,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] a,
      int x,
      int y,
      int z,
      int step) {
    float x0 = a[x];
    float y0 = a[y];
    float z0 = a[z];
    if (steps == 1) {
      for (int j = 0; j < n; j++) {
        float v0 = b0[j];
        float s = c0[j];
        float t = c1[j];
        float u = c2[j];
        c0[j] = Math.fma(x0, v0, s);
        c1[j] = Math.fma(y0, v0, t);
        c2[j] = Math.fma(z0, v0, u);
      }
      return;
    }
    float x1 = a[x + step];
    float y1 = a[y + step];
    float z1 = a[z + step];
    if (steps == 2) {
      for (int j = 0; j < n; j++) {
        float v0 = b0[j];
        float v1 = b1[j];
        float s = c0[j];
        float t = c1[j];
        float u = c2[j];
        c0[j] = Math.fma(x1, v1, Math.fma(x0, v0, s));
        c1[j] = Math.fma(y1, v1, Math.fma(y0, v0, t));
        c2[j] = Math.fma(z1, v1, Math.fma(z0, v0, u));
      }
      return;
    }
    float x2 = a[x + 2 * step];
    float y2 = a[y + 2 * step];
    float z2 = a[z + 2 * step];
    for (int j = 0; j < n; j++) {
      float v0 = b0[j];
      float v1 = b1[j];
      float v2 = b2[j];
      float s = c0[j];
      float t = c1[j];
      float u = c2[j];
      c0[j] = Math.fma(x2, v2, Math.fma(x1, v1, Math.fma(x0, v0, s)));
      c1[j] = Math.fma(y2, v2, Math.fma(y1, v1, Math.fma(y0, v0, t)));
      c2[j] = Math.fma(z2, v2, Math.fma(z1, v1, Math.fma(z0, v0, u)));
    }
  }
}
