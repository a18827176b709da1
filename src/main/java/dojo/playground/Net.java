package dojo.playground;

import dojo.dropout.DropConnect;
import dojo.dropout.DropRate;
import dojo.dropout.Dropout;
import dojo.dropout.GaussianDropout;
import dojo.dropout.StandardDropout;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The nets of the playground: two hidden layers, and something dropped before each linear layer.
 *
 * <pre>
 *   x → drop p0 → linear → ReLU → drop p1 → linear → ReLU → drop p2 → linear → logits
 * </pre>
 */
final class Net {
  /** How many layers have weights. */
  static final int DEPTH = 3;

  private Net() {}

  /** Returns the net without dropout. */
  static Sequential without(Settings settings, Pool pool, RandomKey key) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      layers.add(linear(i, settings, pool, key));
      layers.add(new Relu());
    }
    return new Sequential(layers.subList(0, layers.size() - 1));
  }

  /** Returns the net with the dropout, and the mistake, that the settings name. */
  static Sequential with(Settings settings, Pool pool, RandomKey key) {
    boolean scaled = !settings.name(Settings.MISTAKE).equals("no-scale");
    boolean fresh = settings.name(Settings.MISTAKE).equals("fresh-mask");
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      Linear linear = linear(i, settings, pool, key);
      double p = settings.number(Settings.RATES.get(i));
      List<Layer> pair =
          switch (settings.name(Settings.VARIANT)) {
            case "none" -> List.of(linear);
            case "inverted" -> List.of(scaled ? Dropout.of(p) : noScale(p), linear);
            case "standard" -> List.of(scaled ? StandardDropout.of(p) : noScale(p), linear);
            case "gaussian" -> List.of(GaussianDropout.of(p), linear);
            default -> List.of(dropConnect(linear, p, scaled));
          };
      layers.add(fresh ? new FreshMask(pair.get(0)) : pair.get(0));
      layers.addAll(pair.subList(1, pair.size()));
      layers.add(new Relu());
    }
    return new Sequential(layers.subList(0, layers.size() - 1));
  }

  private static Layer noScale(double p) {
    return new NoScale.OfUnits(new DropRate(p));
  }

  private static Layer dropConnect(Linear linear, double p, boolean scaled) {
    DropConnect layer = DropConnect.of(linear, p);
    return scaled ? layer : new NoScale.OfWeights(layer);
  }

  /** The same weights in both nets, whatever else they are made of. */
  private static Linear linear(int i, Settings settings, Pool pool, RandomKey key) {
    int width = settings.whole(Settings.WIDTH);
    return Linear.he(
        i == 0 ? pool.in() : width, i == DEPTH - 1 ? pool.classes() : width, key.split(i));
  }
}
