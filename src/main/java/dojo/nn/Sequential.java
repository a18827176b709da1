package dojo.nn;

import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Layers applied one after another.
 *
 * @param layers the layers, first to last
 */
public record Sequential(List<Layer> layers) implements Layer {
  /**
   * Copies the list.
   *
   * @param layers the layers, first to last
   */
  public Sequential {
    layers = List.copyOf(layers);
  }

  /**
   * Returns the layers, to be applied in this order.
   *
   * @param layers first to last
   * @return the model
   */
  public static Sequential of(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The layer at position i draws its noise from child i of the key, so that no two layers drop
   * the same units.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    List<Pullback> pullbacks = new ArrayList<>();
    Tensor output = x;
    for (Layer layer : layers) {
      Forward pass = layer.forward(output, mode.split(pullbacks.size()));
      pullbacks.add(pass.pullback());
      output = pass.output();
    }
    return new Forward(output, gradient -> backward(pullbacks, gradient));
  }

  /**
   * The chain rule: each layer's input gradient is the output gradient of the one before it.
   *
   * <p>The pullback of a layer without parameters is postponed until its input gradient is asked
   * for: dropout on the data must not cost the product that leads back to the data.
   */
  private Gradients backward(List<Pullback> pullbacks, Tensor outputGradient) {
    List<Tensor> parameters = new ArrayList<>();
    Supplier<Tensor> gradient = () -> outputGradient;
    for (int i = pullbacks.size() - 1; i >= 0; i--) {
      Pullback pullback = pullbacks.get(i);
      Supplier<Tensor> after = gradient;
      if (layers.get(i).parameters().isEmpty()) {
        gradient = () -> pullback.apply(after.get()).input();
      } else {
        Gradients gradients = pullback.apply(after.get());
        parameters.addAll(0, gradients.parameters());
        gradient = gradients.atInput();
      }
    }
    return new Gradients(gradient, parameters);
  }

  @Override
  public List<Tensor> parameters() {
    List<Tensor> all = new ArrayList<>(); // a stream of streams takes longer than a small step
    for (Layer layer : layers) {
      all.addAll(layer.parameters());
    }
    return List.copyOf(all);
  }

  @Override
  public Sequential withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    List<Layer> updated = new ArrayList<>();
    int from = 0;
    for (Layer layer : layers) {
      int to = from + layer.parameters().size();
      updated.add(layer.withParameters(parameters.subList(from, to)));
      from = to;
    }
    return new Sequential(updated);
  }

  @Override
  public Sequential withLayers(List<Layer> others) {
    if (others.size() != layers.size()) {
      throw new IllegalArgumentException(
          "this model has " + layers.size() + " layers, but was given " + others.size());
    }
    return new Sequential(others);
  }

  /**
   * {@inheritDoc}
   *
   * <p>First to last: the inputs of each layer have passed through calibrated layers.
   */
  @Override
  public Sequential calibrated(Tensor x, Mode mode) {
    List<Layer> measured = new ArrayList<>();
    Tensor input = x;
    for (Layer layer : layers) {
      Mode part = mode.split(measured.size());
      Layer ready = layer.calibrated(input, part);
      measured.add(ready);
      input = ready.apply(input, part);
    }
    return new Sequential(measured);
  }

  /** Returns one line per layer, and the number of parameters. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Sequential(\n");
    for (int i = 0; i < layers.size(); i++) {
      text.append("  ").append(i).append(": ").append(indented(layers.get(i))).append('\n');
    }
    int size = parameters().stream().mapToInt(Tensor::size).sum();
    return text.append(")  ").append(size).append(" parameters").toString();
  }

  private static String indented(Layer layer) {
    return layer.toString().replace("\n", "\n  ");
  }
}
