package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * A layer on the state of a recurrent net that draws new noise at every step: dropout as it must
 * not be used there, kept to show why.
 *
 * <pre>
 *   hₜ = cell(xₜ, dₜ(hₜ₋₁)),   where dₜ draws from child t of the key, t = 0 … T − 1
 *   dropout:  a number that is handed on from step to step is still there after t steps with
 *             probability qᵗ,  q = 1 − p
 * </pre>
 *
 * <p>Without this layer a recurrent net gives the same key to every step, and dropout has one mask
 * for a whole sequence: see {@link Rnn#withOnState}. It is known to a recurrent layer only when it
 * is given to it as it is; inside another layer, and anywhere else, it draws what the layer inside
 * draws.
 *
 * <p>It says when noise is drawn; {@link EachStep} says where a layer is applied, and has nothing
 * to do with a state.
 *
 * @param noise d, a layer without parameters that keeps the shape, for example dropout
 * @see <a href="https://arxiv.org/abs/1409.2329">Zaremba, Sutskever and Vinyals (2014)</a>, who
 *     keep dropout away from the state for this reason
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani (2016)</a>, who keep the mask
 */
public record FreshNoise(Layer noise) implements Layer {
  @Override
  public Forward forward(Tensor x, Mode mode) {
    return noise.forward(x, mode);
  }

  /** Returns the mode in which a layer on the state sees step t. */
  static Mode at(int step, Layer onState, Mode mode) {
    return onState instanceof FreshNoise ? mode.split(step) : mode;
  }

  @Override
  public List<Tensor> parameters() {
    return noise.parameters();
  }

  @Override
  public FreshNoise withParameters(List<Tensor> parameters) {
    return new FreshNoise(noise.withParameters(parameters));
  }

  @Override
  public List<Layer> layers() {
    return List.of(noise);
  }

  @Override
  public FreshNoise withLayers(List<Layer> layers) {
    return new FreshNoise(Parameters.requireOneLayer(this, layers));
  }

  @Override
  public String toString() {
    return "FreshNoise(anew at every step: " + noise + ")";
  }
}
