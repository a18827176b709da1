package dojo.playground;

import dojo.dropout.DropConnect;
import dojo.dropout.GaussianDropout;
import dojo.dropout.Mask;
import dojo.dropout.MaskedLayer;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the many nets that dropout trains at once: the whole net under one mask, which is the same
 * for all examples.
 */
final class Subnetwork {
  private Subnetwork() {}

  /**
   * Returns a subnetwork.
   *
   * @param net the whole net
   * @param key what the mask of every layer is drawn from
   * @return a net without noise
   */
  static Layer of(Sequential net, RandomKey key) {
    List<Layer> fixed = new ArrayList<>();
    for (Layer layer : net.layers()) {
      fixed.add(fixed(layer, key.split(fixed.size())));
    }
    return new Sequential(fixed);
  }

  private static Layer fixed(Layer layer, RandomKey key) {
    if (layer instanceof FreshMask mistaken) {
      return fixed(mistaken.inside(), key);
    }
    if (layer instanceof NoScale.OfWeights mistaken) {
      return fixed(mistaken.inside(), key);
    }
    if (layer instanceof MaskedLayer masked) {
      return (Fixed)
          (x, mode) -> {
            Mask mask = Mask.sample(masked.rate(), key, 1, x.length(1));
            return masked.forward(x, mask.expand(x.shape()));
          };
    }
    if (layer instanceof GaussianDropout noisy) {
      return (Fixed) (x, mode) -> noisy.forward(x, i -> key.normal(i % x.length(1)));
    }
    if (layer instanceof DropConnect dropping) {
      Linear linear = dropping.linear();
      Mask mask = Mask.sample(dropping.rate(), key, linear.in(), linear.out());
      return new Linear(mask.select(linear.weight(), 1), linear.bias());
    }
    return layer;
  }

  /** A layer that is only a forward pass. */
  @FunctionalInterface
  private interface Fixed extends Layer {}
}
