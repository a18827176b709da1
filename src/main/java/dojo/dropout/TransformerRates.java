package dojo.dropout;

/**
 * How often a transformer drops, at each of the four places where transformers do.
 *
 * <pre>
 *   embedding   numbers of the embedded sequence, before the first block
 *   weight      single weights of the attention, after the softmax
 *   branch      numbers of what a branch adds to its input, attention and MLP
 *   hidden      hidden units of the MLP
 * </pre>
 *
 * @param embedding p of the embedded sequence
 * @param weight p of the attention weights
 * @param branch p of the ends of the residual branches
 * @param hidden p of the hidden units of the MLP
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. (2017), section 5.4</a> (embedding
 *     and branch)
 */
public record TransformerRates(
    DropRate embedding, DropRate weight, DropRate branch, DropRate hidden) {

  private static final DropRate NEVER = new DropRate(0);

  /**
   * Returns the rates of a transformer that drops nothing.
   *
   * @return 0 at every place
   */
  public static TransformerRates none() {
    return everywhere(0);
  }

  /**
   * Returns one rate for all places.
   *
   * @param p the probability of dropping, in {@code [0, 1]}
   * @return the rates
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static TransformerRates everywhere(double p) {
    DropRate rate = new DropRate(p);
    return new TransformerRates(rate, rate, rate, rate);
  }

  /**
   * Returns the rates of a transformer that drops numbers of the embedded sequence alone.
   *
   * @param p the probability of dropping, in {@code [0, 1]}
   * @return the rates
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static TransformerRates onEmbedding(double p) {
    return new TransformerRates(new DropRate(p), NEVER, NEVER, NEVER);
  }

  /**
   * Returns the rates of a transformer that drops attention weights alone.
   *
   * @param p the probability of dropping, in {@code [0, 1]}
   * @return the rates
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static TransformerRates onWeights(double p) {
    return new TransformerRates(NEVER, new DropRate(p), NEVER, NEVER);
  }

  /**
   * Returns the rates of a transformer that drops in its branches alone: what a branch adds, and
   * the hidden units of the MLP.
   *
   * @param p the probability of dropping, in {@code [0, 1]}
   * @return the rates
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static TransformerRates inBranches(double p) {
    return new TransformerRates(NEVER, NEVER, new DropRate(p), new DropRate(p));
  }
}
