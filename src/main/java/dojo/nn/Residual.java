package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * A block with a skip connection: {@code y = x + f(x)}.
 *
 * <p>Backward: dx = g + the input gradient of f. The block must keep the shape of its input;
 * projections on the skip connection are not supported.
 *
 * @param block f
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. (2016), equation 1</a>
 */
public record Residual(Layer block) implements Layer {

  /**
   * Returns layers with one skip connection around all of them.
   *
   * @param layers applied one after another
   * @return the block
   */
  public static Residual around(Layer... layers) {
    return new Residual(Sequential.of(layers));
  }

  @Override
  public Forward forward(Tensor x, Mode mode) {
    Forward pass = block.forward(x, mode);
    Parameters.requireSameShape(x, pass.output());
    return new Forward(
        x.plus(pass.output()),
        g -> {
          Gradients gradients = pass.pullback().apply(g);
          return new Gradients(() -> g.plus(gradients.input()), gradients.parameters());
        });
  }

  @Override
  public List<Tensor> parameters() {
    return block.parameters();
  }

  @Override
  public Residual withParameters(List<Tensor> parameters) {
    return new Residual(block.withParameters(parameters));
  }

  @Override
  public Residual calibrated(Tensor x, Mode mode) {
    return new Residual(block.calibrated(x, mode));
  }

  @Override
  public List<Layer> layers() {
    return List.of(block);
  }

  @Override
  public Residual withLayers(List<Layer> layers) {
    return new Residual(Parameters.requireOneLayer(this, layers));
  }

  /** Returns the block, indented. */
  @Override
  public String toString() {
    return "Residual(x + " + block.toString().replace("\n", "\n  ") + ")";
  }
}
