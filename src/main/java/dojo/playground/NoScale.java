package dojo.playground;

import dojo.dropout.DropConnect;
import dojo.dropout.DropRate;
import dojo.dropout.Mask;
import dojo.dropout.MaskedLayer;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Parameters;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * Mistakes on purpose: dropout that scales neither while training nor while evaluating, so that
 * what is evaluated is larger than what was trained.
 */
final class NoScale {
  private NoScale() {}

  /**
   * Units are dropped: {@code m·x} while training, x while evaluating.
   *
   * @param rate the probability of dropping a unit
   */
  record OfUnits(DropRate rate) implements MaskedLayer {
    @Override
    public Forward forward(Tensor x, Mask m) {
      return Forward.of(m.select(x, 1), dy -> m.select(dy, 1));
    }

    @Override
    public OfUnits withRate(DropRate other) {
      return new OfUnits(other);
    }
  }

  /**
   * Weights are dropped: {@code x·(M∘W) + b} while training, {@code x·W + b} while evaluating.
   *
   * @param inside the layer as it should be
   */
  record OfWeights(DropConnect inside) implements Layer {
    @Override
    public Forward forward(Tensor x, Mode mode) {
      return mode.noise().isPresent() ? inside.forward(x, mode) : inside.linear().forward(x, mode);
    }

    @Override
    public List<Tensor> parameters() {
      return inside.parameters();
    }

    @Override
    public OfWeights withParameters(List<Tensor> parameters) {
      return new OfWeights(inside.withParameters(parameters));
    }

    @Override
    public List<Layer> layers() {
      return List.of(inside);
    }

    @Override
    public OfWeights withLayers(List<Layer> layers) {
      return new OfWeights(Parameters.requireOneLayer(this, layers, DropConnect.class));
    }
  }
}
