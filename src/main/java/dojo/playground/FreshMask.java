package dojo.playground;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * A mistake on purpose: a layer whose backward pass draws noise of its own, so that the gradient is
 * that of another net than the one whose loss was measured.
 *
 * @param inside the layer as it should be
 */
record FreshMask(Layer inside) implements Layer {
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Forward seen = inside.forward(x, mode);
    Forward other = inside.forward(x, mode.split(1));
    return new Forward(seen.output(), other.pullback());
  }

  @Override
  public List<Tensor> parameters() {
    return inside.parameters();
  }

  @Override
  public FreshMask withParameters(List<Tensor> parameters) {
    return new FreshMask(inside.withParameters(parameters));
  }

  @Override
  public List<Layer> layers() {
    return List.of(inside);
  }

  @Override
  public FreshMask withLayers(List<Layer> layers) {
    return new FreshMask(Parameters.requireOneLayer(this, layers));
  }
}
