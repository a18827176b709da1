package dojo.dropout;

import dojo.nn.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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
   * Returns what a trainer does before every epoch so that all rates of a model follow a schedule.
   *
   * <p>The rates of all epochs are computed now: a schedule that leaves {@code [0, 1]} in epoch 90
   * is refused before training, and not after 89 epochs.
   *
   * @param schedule gives the rate at times 0 to epochs − 1, one for each epoch
   * @param epochs how many epochs there are, at least 1
   * @return given the number of an epoch, from 1, turns a model into one with the rate of that
   *     epoch; a number above epochs or below 1 is refused, and a trainer asks for all of its
   *     epochs before the first
   * @throws IllegalArgumentException if the schedule has no rate for one of the epochs, or there
   *     are none
   */
  public static IntFunction<UnaryOperator<Layer>> following(RateSchedule schedule, int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, but were " + epochs);
    }
    List<DropRate> rates = IntStream.range(0, epochs).mapToObj(schedule::at).toList();
    return epoch -> {
      if (epoch < 1 || epoch > epochs) {
        throw new IllegalArgumentException(
            "the rates were computed for epochs 1 to "
                + epochs
                + ", but a run asked for epoch "
                + epoch
                + ": give Rates.following as many epochs as the trainer has");
      }
      return model -> with(model, rates.get(epoch - 1));
    };
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
