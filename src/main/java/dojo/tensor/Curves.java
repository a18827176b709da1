package dojo.tensor;

/**
 * eˣ and tanh x of many numbers at once, to the bit as {@link StrictMath} has them.
 *
 * <p>{@link StrictMath} is defined as Sun's library fdlibm: a fixed sequence of additions,
 * multiplications and divisions, so the same sequence for many numbers side by side gives the same
 * bits. It is written here twice, in plain Java and with the Vector API. Where a number is so
 * small, so large or so near the middle of two multiples of ln 2 that fdlibm may go another way,
 * {@link StrictMath} itself is asked.
 *
 * <p>Its licence, for tanh: "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and
 * distribute this software is freely granted, provided that this notice is preserved." For the
 * exponential: "Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to
 * use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved."
 *
 * @see <a href="https://www.netlib.org/fdlibm/">fdlibm, version 5.3</a>
 */
public interface Curves {

  /** The implementation that uses vectors: its own compilation hides it from the others. */
  String VECTORS = "dojo.tensor.VectorCurves";

  /** The implementation in plain Java, for who needs few numbers: it is fast from the start. */
  Curves PLAIN = new PlainCurves();

  /**
   * Returns the faster implementation, as far as is known now.
   *
   * @return an implementation
   */
  static Curves fastest() {
    return Fastest.KERNEL.fastest();
  }

  /**
   * Replaces each x by eˣ.
   *
   * @param x the numbers
   * @param from the first to replace
   * @param to the one after the last
   */
  void exp(double[] x, int from, int to);

  /**
   * Replaces each x by tanh x.
   *
   * @param x the numbers
   * @param from the first to replace
   * @param to the one after the last
   */
  void tanh(double[] x, int from, int to);

  /** Found once, when it is first needed. */
  final class Fastest {
    private static final VectorKernel<Curves> KERNEL =
        VectorKernel.of(Curves.class, VECTORS, PLAIN, Fastest::sample);

    private Fastest() {}

    private static void sample(Curves curves) {
      double[] x = new double[128];
      for (int i = 0; i < x.length; i++) {
        x[i] = (i - 63.5) / 20;
      }
      curves.tanh(x, 0, 64);
      curves.exp(x, 0, 128);
    }
  }
}
