package dojo.optim;

import dojo.tensor.Tensor;

/**
 * Which parameters of a model a rule applies to: weights, unless a user chooses others.
 *
 * <pre>{@code
 * AdamW.of(1e-3, 0.01).withChoice(Choice.all());                 // biases, too, as PyTorch does
 * new MaxNorm(Adam.of(1e-3), 3).withChoice((i, w) -> i != 0);    // not the table of an embedding
 * }</pre>
 */
@FunctionalInterface
public interface Choice {

  /**
   * Returns whether the rule applies to a parameter.
   *
   * @param index its place in {@code model.parameters()}, counted from 0
   * @param parameter the parameter
   * @return whether it does
   */
  boolean includes(int index, Tensor parameter);

  /**
   * Returns the choice of weights: the parameters with two axes or more, {@code [in, out]}, and not
   * biases, scales and shifts.
   *
   * @return the choice
   */
  static Choice weights() {
    return new Weights();
  }

  /**
   * Returns the choice of all parameters.
   *
   * @return the choice
   */
  static Choice all() {
    return new All();
  }

  /** The parameters with two axes or more. */
  record Weights() implements Choice {
    @Override
    public boolean includes(int index, Tensor parameter) {
      return parameter.shape().length >= 2;
    }
  }

  /** All parameters. */
  record All() implements Choice {
    @Override
    public boolean includes(int index, Tensor parameter) {
      return true;
    }
  }
}
