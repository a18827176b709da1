package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The rectified linear unit: {@code y = max(0, x)}.
 *
 * <p>Its slope is 1 where x is above 0, else 0. NaN passes through.
 *
 * @see <a href="https://www.cs.toronto.edu/~hinton/absps/reluICML.pdf">Nair and Hinton (2010)</a>
 */
public record Relu() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] out = positive(Floats.of(x));
    return Forward.of(Floats.like(x, out), g -> Floats.like(g, open(out, Floats.of(g))));
  }

  private static float[] positive(float[] in) {
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(in[i], 0f);
    }
    return out;
  }

  /** Returns g where the output was above 0, else 0. */
  private static float[] open(float[] out, float[] g) {
    float[] dx = new float[out.length];
    for (int i = 0; i < dx.length; i++) {
      int bits = Float.floatToRawIntBits(out[i]); // 0 where x was not above 0, and only there
      int open = (bits | -bits) >> 31; // all ones elsewhere; a branch would be guessed wrong
      dx[i] = Float.intBitsToFloat(Float.floatToRawIntBits(g[i]) & open);
    }
    return dx;
  }

  @Override
  public String toString() {
    return "Relu";
  }
}
