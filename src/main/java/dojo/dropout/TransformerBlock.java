package dojo.dropout;

import dojo.nn.EachStep;
import dojo.nn.Forward;
import dojo.nn.Gelu;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Residual;
import dojo.nn.SelfAttention;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.List;

/**
 * A block of a transformer: attention mixes the steps of a sequence, then an MLP works on each step
 * by itself; both are residual branches.
 *
 * <pre>
 *   h = x + d(attention(norm(x)))                    attention drops weights: see {@link SelfAttention}
 *   y = h + d(V·d′(gelu(U·norm(h))))                 U: units → 4·units, V: 4·units → units
 * </pre>
 *
 * <p>d drops what a branch adds, d′ hidden units. The norms stand at the beginning of the branches
 * ("pre-norm"), so that a gradient has a way back through additions alone. What goes along the
 * stream x → h → y is itself never dropped.
 *
 * @param attention the first branch around its skip connection
 * @param mlp the second
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), sections 3.1 and 5.4</a>
 * @see <a href="https://arxiv.org/abs/2002.04745">Xiong et al. (2020)</a> (where the norm stands)
 */
public record TransformerBlock(Residual attention, Residual mlp) implements Layer {

  /** How many hidden units the MLP has for each unit of a step. */
  private static final int EXPANSION = 4;

  /**
   * Returns a block with random weights.
   *
   * @param units numbers a step, a multiple of the heads
   * @param heads of the attention, at least 1
   * @param sight which steps a step may see
   * @param rates how often it drops, and where; that of the embedding is not used here
   * @param key where the weights are drawn from, whatever the rates
   * @return the block
   * @throws IllegalArgumentException if the heads do not divide the units
   */
  public static TransformerBlock of(
      int units, int heads, SelfAttention.Sight sight, TransformerRates rates, RandomKey key) {
    int hidden = Shape.size(EXPANSION, units);
    return new TransformerBlock(
        Residual.around(
            LayerNorm.of(units),
            SelfAttention.of(units, heads, key.split("attention"))
                .withSight(sight)
                .withOnWeights(new Dropout(rates.weight())),
            new Dropout(rates.branch())),
        Residual.around(
            LayerNorm.of(units),
            EachStep.of(
                Linear.he(units, hidden, key.split("in")),
                new Gelu(),
                new Dropout(rates.hidden()),
                Linear.lecun(hidden, units, key.split("out"))),
            new Dropout(rates.branch())));
  }

  /**
   * {@inheritDoc}
   *
   * <p>x and y are {@code [batch, steps, units]}. The branches draw their noise from children 0 and
   * 1 of the key.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    return both().forward(x, mode);
  }

  private Sequential both() {
    return Sequential.of(attention, mlp);
  }

  @Override
  public List<Tensor> parameters() {
    return both().parameters();
  }

  @Override
  public TransformerBlock withParameters(List<Tensor> parameters) {
    return withLayers(both().withParameters(parameters).layers());
  }

  @Override
  public TransformerBlock calibrated(Tensor x, Mode mode) {
    return withLayers(both().calibrated(x, mode).layers());
  }

  @Override
  public List<Layer> layers() {
    return List.of(attention, mlp);
  }

  @Override
  public TransformerBlock withLayers(List<Layer> layers) {
    if (layers.size() != 2
        || !(layers.get(0) instanceof Residual first)
        || !(layers.get(1) instanceof Residual second)) {
      throw new IllegalArgumentException(
          "a transformer block has two residual branches, but was given " + layers);
    }
    return new TransformerBlock(first, second);
  }

  /** Returns both branches, indented. */
  @Override
  public String toString() {
    return ("TransformerBlock(\n" + attention + "\n" + mlp).replace("\n", "\n  ") + "\n)";
  }
}
