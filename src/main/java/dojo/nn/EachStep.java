package dojo.nn;

import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Applies one layer to every step of every sequence by itself: {@code [batch, steps, in]} becomes
 * {@code [batch, steps, out]}.
 *
 * <p>It is how linear layers stand in a transformer: the same weights at each step. To the layer
 * inside, the steps are the rows {@code [batch·steps, in]} of one batch.
 *
 * <p>No step sees another, so this is no recurrent layer. Dropout inside has a coin for every
 * number of every step; new masks on the state of a recurrent layer are {@link FreshNoise}.
 *
 * @param inside what is applied, {@code [rows, in]} to {@code [rows, out]}
 */
public record EachStep(Layer inside) implements Layer {

  /**
   * Returns layers that are applied one after another to every step.
   *
   * @param layers first to last
   * @return the layer
   */
  public static EachStep of(Layer... layers) {
    return new EachStep(Sequential.of(layers));
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    Forward pass = inside.forward(rows(x), mode);
    Tensor y = pass.output();
    int[] shape = y.shape();
    if (shape.length != 2 || shape[0] != x.length(0) * x.length(1)) {
      throw new IllegalArgumentException(
          "a layer on each step must make a row of every row, but made "
              + Arrays.toString(shape)
              + " of "
              + Arrays.toString(rows(x).shape()));
    }
    return new Forward(
        y.reshape(x.length(0), x.length(1), shape[1]),
        g -> {
          Gradients gradients = pass.pullback().apply(g.reshape(shape));
          return new Gradients(() -> gradients.input().reshape(x.shape()), gradients.parameters());
        });
  }

  private static Tensor rows(Tensor x) {
    int[] shape = x.shape();
    if (shape.length != 3) {
      throw new IllegalArgumentException(
          "the input must be [batch, steps, units], but its shape was " + Arrays.toString(shape));
    }
    return x.reshape(Shape.size(shape[0], shape[1]), shape[2]);
  }

  @Override
  public List<Tensor> parameters() {
    return inside.parameters();
  }

  @Override
  public EachStep withParameters(List<Tensor> parameters) {
    return new EachStep(inside.withParameters(parameters));
  }

  @Override
  public EachStep calibrated(Tensor x, Mode mode) {
    return new EachStep(inside.calibrated(rows(x), mode));
  }

  @Override
  public List<Layer> layers() {
    return List.of(inside);
  }

  @Override
  public EachStep withLayers(List<Layer> layers) {
    return new EachStep(Parameters.requireOneLayer(this, layers));
  }

  /** Returns the layer, indented. */
  @Override
  public String toString() {
    return "EachStep(" + inside.toString().replace("\n", "\n  ") + ")";
  }
}
