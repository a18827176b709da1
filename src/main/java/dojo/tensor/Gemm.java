package dojo.tensor;

import java.util.function.Supplier;

/**
 * A way to compute a {@link Product}.
 *
 * <p>Every element of C is one chain of fused multiply-adds, k ascending, started from what C
 * holds: {@code c = fma(a[i][k], b[k][j], c)}. {@link Math#fma} is exactly rounded, so every
 * implementation gives the same bits, on any processor, in any tiling, on any number of threads.
 */
@FunctionalInterface
interface Gemm {

  /** The implementation that uses vectors: its own compilation hides it from the others. */
  String VECTORS = "dojo.tensor.VectorGemm";

  /**
   * Adds a part of a product to C: some rows and some columns. Nothing else of C is touched.
   *
   * @param product the product
   * @param top the first row
   * @param bottom the row after the last
   * @param left the first column
   * @param right the column after the last
   */
  void add(Product product, int top, int bottom, int left, int right);

  /**
   * Returns whether a product is split among cores by rows instead of by columns.
   *
   * @param product the product
   * @return whether C has more rows than columns, unless a kernel decides otherwise
   */
  default boolean splitsRows(Product product) {
    return product.m() > product.n();
  }

  /**
   * Returns whether the transposed product, Cᵀ + op(B)ᵀ·op(A)ᵀ, is computed instead.
   *
   * @param product the product
   * @return false, unless a kernel decides otherwise
   */
  default boolean turns(Product product) {
    return false;
  }

  /** Returns the fastest implementation that this virtual machine can run. */
  static Gemm fastest() {
    return Fastest.KERNEL.get();
  }

  /** Found once, when it is first needed. */
  final class Fastest {
    private static final Supplier<Gemm> KERNEL = find();

    private Fastest() {}

    private static Supplier<Gemm> find() {
      if (multiplyAddIsFast()) {
        return VectorKernel.of(Gemm.class, VECTORS, PlainGemm.INSTANCE, Fastest::sample)::fastest;
      }
      Gemm emulated = new EmulatedGemm();
      return () -> emulated;
    }

    /**
     * Computes products with whole tiles and last rows, A and B stored in all four ways, so that
     * each loop runs as often: little work, since vectors are slow until HotSpot has compiled them.
     */
    private static void sample(Gemm gemm) {
      int m = 12;
      int n = 64;
      int k = 24;
      float[] a = new float[m * k];
      float[] b = new float[k * n];
      float[] c = new float[m * n];
      gemm.add(new Product(false, false, m, n, k, a, b, c), 0, m, 0, n);
      gemm.add(new Product(true, false, m, n, k, a, b, c), 0, m, 0, n);
      gemm.add(new Product(false, true, m, n, k, a, b, c), 0, m, 0, n);
      gemm.add(new Product(true, true, m, n, k, a, b, c), 0, m, 0, n);
    }

    /**
     * Times {@link Math#fma} against its emulation. In hardware it is faster; without, it is a
     * hundred times slower. A wrong answer costs time, never a bit.
     */
    private static boolean multiplyAddIsFast() {
      long own = Long.MAX_VALUE;
      long emulated = Long.MAX_VALUE;
      float c = 1;
      for (int round = 0; round < 5; round++) { // the fastest of five: other programs run as well
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
          c = Math.fma(0.7f, c, 0.3f); // numbers with long decimal fractions
        }
        long middle = System.nanoTime();
        for (int i = 0; i < 200; i++) {
          c = EmulatedGemm.fma(0.7f, c, 0.3f);
        }
        own = Math.min(own, middle - start);
        emulated = Math.min(emulated, System.nanoTime() - middle);
      }
      return own < 10 * emulated
          || Float.isNaN(c); // never true, but it uses c, so that the loops are run
    }
  }
}
