package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * Pooling that asks of each number whether it is larger, to compare with {@link MaxPool2d}, which
 * does without a branch.
 *
 * @param layer the pooling
 */
public record BranchingMaxPool(MaxPool2d layer) implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    Patches windows = Patches.of(x.shape(), x.length(1), layer.size(), layer.stride(), 0);
    int down = windows.down();
    int across = windows.across();
    float[] in = Floats.of(x);
    float[] y = new float[windows.batch() * windows.channels() * down * across];
    int[] best = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      int line = i / (down * across) * windows.height() + i / across % down * layer.stride();
      best[i] = place(in, line * windows.width() + i % across * layer.stride(), windows);
      y[i] = in[best[i]];
    }
    Tensor output = Floats.tensor(y, windows.batch(), windows.channels(), down, across);
    return Forward.of(
        output,
        dy -> {
          float[] g = Floats.of(dy);
          float[] dx = new float[in.length];
          for (int i = 0; i < g.length; i++) {
            dx[best[i]] += g[i];
          }
          return Floats.like(x, dx);
        });
  }

  private static int place(float[] in, int start, Patches windows) {
    int best = start;
    for (int u = 0; u < windows.kernel(); u++) {
      for (int v = 0; v < windows.kernel(); v++) {
        int at = start + u * windows.width() + v;
        if (in[at] > in[best] || (Float.isNaN(in[at]) && !Float.isNaN(in[best]))) {
          best = at;
        }
      }
    }
    return best;
  }
}
