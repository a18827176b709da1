package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * R-Drop: passes each batch through the model twice, with two masks, and makes the two predictions
 * agree.
 *
 * <pre>
 *   P, Q = softmax(z₁), softmax(z₂)                    the predictions under two masks
 *   loss = ½(CE₁ + CE₂) + α·½(KL(P‖Q) + KL(Q‖P))       averaged over the batch, in nats
 *   back: d/dz₁ of ½(KL + KL) = ½[P·(log P − log Q − KL(P‖Q)) + P − Q]; for z₂ exchange P and Q
 * </pre>
 *
 * <p>The paper adds the two cross-entropies where we take their mean: with half the paper's α this
 * is half the paper's loss. α = 0 is dropout training with two masks a step, however far the two
 * predictions are apart.
 *
 * <p>A trainer takes it as its objective: {@code Trainer.ofClassifier(60).withObjective(new
 * RDrop(1))}.
 *
 * @param alpha α, the weight of the agreement, at least 0 and finite
 * @see <a href="https://arxiv.org/abs/2106.14448">Liang et al. (2021)</a>
 */
public record RDrop(double alpha) implements Objective {

  /**
   * The loss of a batch, its parts, and its gradients.
   *
   * @param mean the loss
   * @param crossEntropy ½(CE₁ + CE₂)
   * @param divergence ½(KL + KL), at least 0
   * @param gradients of the loss at the input and the parameters, both passes together
   */
  public record Value(double mean, double crossEntropy, double divergence, Gradients gradients) {}

  /**
   * Checks the range.
   *
   * @param alpha α, the weight of the agreement, at least 0 and finite
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public RDrop {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha must be at least 0 and finite, but was " + alpha);
    }
  }

  /**
   * Makes both passes, forward and backward.
   *
   * @param model whose outputs are logits, {@code [batch, classes]}
   * @param x the inputs
   * @param target the target probabilities, {@code [batch, classes]}
   * @param mode of training; the passes have its parts 0 and 1
   * @return the loss and its gradients
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public Value at(Layer model, Tensor x, Tensor target, Mode mode) {
    Forward one = model.forward(x, mode.split(0));
    Forward two = model.forward(x, mode.split(1));
    Loss.Value ce1 = new SoftmaxCrossEntropy().at(one.output(), target);
    Loss.Value ce2 = new SoftmaxCrossEntropy().at(two.output(), target);
    Loss.Value kl1 = divergence(one.output(), two.output());
    Loss.Value kl2 = divergence(two.output(), one.output());
    Gradients g1 = one.pullback().apply(gradient(ce1, kl1));
    Gradients g2 = two.pullback().apply(gradient(ce2, kl2));
    List<Tensor> parameters = new ArrayList<>();
    for (int i = 0; i < g1.parameters().size(); i++) {
      parameters.add(g1.parameters().get(i).plus(g2.parameters().get(i)));
    }
    double ce = (ce1.mean() + ce2.mean()) / 2;
    return new Value(
        ce + (alpha == 0 ? 0 : alpha * kl1.mean()), // 0·∞ is 0 here
        ce,
        kl1.mean(),
        new Gradients(() -> g1.input().plus(g2.input()), parameters));
  }

  @Override
  public Result on(Layer model, Tensor x, Tensor target, Mode mode) {
    Value value = at(model, x, target, mode);
    return new Result(value.mean(), value.gradients().parameters());
  }

  private Tensor gradient(Loss.Value ce, Loss.Value kl) {
    Tensor agreement =
        alpha == 0 ? Tensor.zeros(kl.gradient().shape()) : kl.gradient().times(alpha);
    return ce.gradient().times(0.5).plus(agreement);
  }

  /**
   * Returns how much two predictions differ: ½(KL(P‖Q) + KL(Q‖P)) = ½ Σ (P − Q)·(log P − log Q). A
   * class that both rule out, by a logit of −∞, adds nothing; one that only one of them rules out
   * makes the divergence infinite, and where Q does so, the gradient, too: it is +∞ for what Q
   * rules out and −∞ for what it does not, as in the limit.
   *
   * @param z the logits of P, {@code [batch, classes]}
   * @param other the logits of Q, of the same shape
   * @return the mean over the batch, and its gradient at {@code z}
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Loss.Value divergence(Tensor z, Tensor other) {
    int[] shape = z.shape();
    if (shape.length != 2 || !Arrays.equals(shape, other.shape())) {
      throw new IllegalArgumentException(
          "both outputs must be [batch, classes], but were "
              + Arrays.toString(shape)
              + " and "
              + Arrays.toString(other.shape()));
    }
    double[] logP = SoftmaxCrossEntropy.logSoftmax(z);
    double[] logQ = SoftmaxCrossEntropy.logSoftmax(other);
    float[] gradient = new float[z.size()];
    double sum = 0;
    for (int row = 0; row < gradient.length; row += shape[1]) {
      double kl = 0; // of P from Q
      double lost = 0; // what P gives to classes that Q rules out
      for (int j = row; j < row + shape[1]; j++) {
        double p = StrictMath.exp(logP[j]);
        double q = StrictMath.exp(logQ[j]);
        kl += p == 0 ? 0 : p * (logP[j] - logQ[j]); // 0·log 0 is 0
        lost += logQ[j] == Double.NEGATIVE_INFINITY ? p : 0;
        sum += p == q ? 0 : (p - q) * (logP[j] - logQ[j]) / 2;
      }
      for (int j = row; j < row + shape[1]; j++) {
        double p = StrictMath.exp(logP[j]);
        double q = StrictMath.exp(logQ[j]);
        double slope =
            lost > 0
                ? limit(p, logQ[j] == Double.NEGATIVE_INFINITY ? 1 - lost : -lost)
                : (p == 0 ? 0 : p * (logP[j] - logQ[j] - kl)) + p - q;
        gradient[j] = (float) (slope / 2 / shape[0]);
      }
    }
    return new Loss.Value(sum / shape[0], Floats.like(z, gradient));
  }

  /** Returns p·share·L for L → ∞: what the slope of one class of P grows to. */
  private static double limit(double p, double share) {
    return p * share == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, share);
  }

  @Override
  public String toString() {
    return "RDrop(α = " + alpha + ")";
  }
}
