package dojo.train;

import dojo.nn.Linear;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Ridge regression in closed form: the linear layer without a bias that has the smallest square
 * error plus a penalty on its weights.
 *
 * <pre>
 *   minimise ‖y − X·w‖² + Σⱼ λⱼ·wⱼ²        w = (XᵀX + diag(λ))⁻¹·Xᵀy
 * </pre>
 *
 * <p>In float64, by Cholesky's decomposition. Nothing is centred: subtract the means first if the
 * line need not pass through the origin.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1970.10488634">Hoerl and Kennard (1970)</a>
 */
public final class Ridge {
  private Ridge() {}

  /**
   * Returns the layer.
   *
   * @param x X, {@code [examples, inputs]}
   * @param y one number per example, {@code [examples, 1]}
   * @param penalties λ, one for each input, at least 0
   * @return weights {@code [inputs, 1]}, with a bias of 0
   * @throws IllegalArgumentException if the shapes do not fit, a penalty is negative, infinite or
   *     NaN, or more than one w is best
   */
  public static Linear fit(Tensor x, Tensor y, double... penalties) {
    if (x.shape().length != 2
        || !Arrays.equals(y.shape(), new int[] {x.length(0), 1})
        || penalties.length != x.length(1)) {
      throw new IllegalArgumentException(
          "ridge needs x [examples, inputs], y [examples, 1] and a penalty for each input, but the"
              + " shapes were "
              + Arrays.toString(x.shape())
              + " and "
              + Arrays.toString(y.shape())
              + ", and there were "
              + penalties.length
              + " penalties");
    }
    int n = penalties.length;
    double[][] a = new double[n][n]; // XᵀX + diag(λ)
    double[] b = new double[n]; // Xᵀy
    float[] in = x.toArray();
    float[] out = y.toArray();
    for (int i = 0; i < n; i++) {
      if (!(penalties[i] >= 0 && penalties[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a penalty must be at least 0 and finite, but was " + penalties[i]);
      }
      a[i][i] = penalties[i];
      for (int row = 0; row < out.length; row++) {
        b[i] += (double) in[row * n + i] * out[row];
        for (int j = 0; j < n; j++) {
          a[i][j] += (double) in[row * n + i] * in[row * n + j];
        }
      }
    }
    double[] w = solved(a, b);
    return new Linear(Tensor.generate(i -> w[i], n, 1), Tensor.zeros(1));
  }

  /** Solves A·w = b for symmetric A: A = L·Lᵀ, then forward and backward substitution. */
  private static double[] solved(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = new double[n][n];
    double[] w = b.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        if (i == j && !(rest > 1e-12 * a[i][i])) {
          throw new IllegalArgumentException(
              "input "
                  + i
                  + " is 0 or follows from those before it, or is not finite, so more than one w is"
                  + " best: give it a penalty, or leave it out");
        }
        l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
        w[i] -= j < i ? l[i][j] * w[j] : 0;
      }
      w[i] /= l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        w[i] -= l[k][i] * w[k];
      }
      w[i] /= l[i][i];
    }
    return w;
  }
}
