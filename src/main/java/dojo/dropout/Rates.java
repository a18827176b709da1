package dojo.dropout;

import dojo.nn.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The drop rates of a whole model: how to read them, and how to make a model with others.
 *
 * <p>They are the rates of all {@link RatedLayer}s, however deep, in the order in which printing
 * shows them; a layer comes before the layers inside it. Parameters stay what they are.
 */
public final class Rates {
  private Rates() {}

  /**
   * Returns the rates of a model.
   *
   * @param model the model
   * @return a rate per layer that has one
   */
  public static List<DropRate> of(Layer model) {
    List<DropRate> rates = new ArrayList<>();
    if (model instanceof RatedLayer rated) {
      rates.add(rated.rate());
    }
    model.layers().forEach(layer -> rates.addAll(of(layer)));
    return rates;
  }

  /**
   * Returns a model with one rate everywhere.
   *
   * @param model the model
   * @param rate for every layer that has one
   * @return the new model
   */
  public static Layer with(Layer model, DropRate rate) {
    return with(model, Collections.nCopies(of(model).size(), rate));
  }

  /**
   * Returns a model with other rates, layer by layer.
   *
   * @param model the model
   * @param rates in the order of {@link #of}
   * @return the new model
   * @throws IllegalArgumentException if their number differs
   */
  public static Layer with(Layer model, List<DropRate> rates) {
    int expected = of(model).size();
    if (rates.size() != expected) {
      throw new IllegalArgumentException(
          "this model has " + expected + " drop rates, but was given " + rates.size());
    }
    Layer changed = model;
    int from = 0;
    if (model instanceof RatedLayer rated) {
      changed = rated.withRate(rates.get(from++));
    }
    List<Layer> inside = new ArrayList<>();
    for (Layer layer : model.layers()) {
      int to = from + of(layer).size();
      inside.add(with(layer, rates.subList(from, to)));
      from = to;
    }
    return changed.withLayers(inside);
  }
}
