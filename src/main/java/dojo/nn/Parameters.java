package dojo.nn;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Checks of parameters, inner layers and shapes, for authors of layers. */
public final class Parameters {
  private Parameters() {}

  /**
   * Checks that new parameters fit a layer.
   *
   * @param layer the layer
   * @param given what is to replace its parameters
   * @throws IllegalArgumentException if their number or a shape differs
   */
  public static void requireLike(Layer layer, List<Tensor> given) {
    if (!haveShapesOf(layer.parameters(), given)) {
      throw new IllegalArgumentException(
          "the parameters of "
              + layer
              + " have shapes "
              + shapes(layer.parameters())
              + ", but were "
              + shapes(given));
    }
  }

  /** Without a string: every step of a training asks. */
  private static boolean haveShapesOf(List<Tensor> expected, List<Tensor> given) {
    boolean same = expected.size() == given.size();
    for (int i = 0; same && i < given.size(); i++) {
      same = Arrays.equals(expected.get(i).shape(), given.get(i).shape());
    }
    return same;
  }

  /** Checks that tensors have one axis, and that of the first. */
  static void requireVectors(String layer, List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.shape().length != 1 || tensor.size() != tensors.get(0).size()) {
        throw new IllegalArgumentException(
            layer
                + " has one number of each kind per channel, but the shapes were "
                + shapes(tensors));
      }
    }
  }

  static void requireEpsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("epsilon must be above 0 and finite, but was " + epsilon);
    }
  }

  /**
   * Checks that what is to be added to an input has its shape.
   *
   * @param x the input of a block with a skip connection
   * @param output what the block made of it
   * @throws IllegalArgumentException if the shapes differ
   */
  public static void requireSameShape(Tensor x, Tensor output) {
    if (!Arrays.equals(x.shape(), output.shape())) {
      throw new IllegalArgumentException(
          "a block with a skip connection must keep the shape of its input, but made "
              + Arrays.toString(output.shape())
              + " of "
              + Arrays.toString(x.shape()));
    }
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(t -> Arrays.toString(t.shape())).toList();
  }

  /**
   * Checks that a layer with one layer inside is given one.
   *
   * @param layer the layer
   * @param given what is to replace the layer inside
   * @return the one layer given
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public static Layer requireOneLayer(Layer layer, List<Layer> given) {
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          layer + " has one layer inside, but was given " + given.size());
    }
    return given.get(0);
  }

  /**
   * Checks that a layer with one layer of a certain kind inside is given one.
   *
   * @param <L> the kind
   * @param layer the layer
   * @param given what is to replace the layer inside
   * @param kind what it must be
   * @return the one layer given
   * @throws IllegalArgumentException if there is none, more than one, or one of another kind
   */
  public static <L extends Layer> L requireOneLayer(Layer layer, List<Layer> given, Class<L> kind) {
    Layer one = requireOneLayer(layer, given);
    if (!kind.isInstance(one)) {
      throw new IllegalArgumentException(
          layer + " has a " + kind.getSimpleName() + " inside, but was given " + one);
    }
    return kind.cast(one);
  }
}
