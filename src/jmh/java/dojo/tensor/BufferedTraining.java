package dojo.tensor;

import dojo.bench.Training;
import dojo.dropout.DropRate;
import dojo.dropout.MaskInPlace;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same training with every array made once, by hand: what the kit would be if its tensors were
 * no values. Masks are drawn as the kit draws them, on the way forth and again on the way back.
 */
public final class BufferedTraining {
  private static final DropRate RATE = new DropRate(0.5);

  private final Tensor x;
  private final Tensor target;
  private final List<Dense> layers = new ArrayList<>();
  private int steps;

  /**
   * Takes over a training of a net of three linear layers before its first step.
   *
   * @param training where to start
   */
  public BufferedTraining(Training training) {
    x = training.x();
    target = training.y();
    List<Tensor> parameters = training.model().parameters();
    for (int i = 0; i < parameters.size(); i += 2) {
      layers.add(new Dense(x.shape[0], parameters.get(i), parameters.get(i + 1)));
    }
  }

  /**
   * Returns the parameters.
   *
   * @return copies
   */
  public List<Tensor> parameters() {
    List<Tensor> parameters = new ArrayList<>();
    for (Dense layer : layers) {
      parameters.add(Tensor.of(layer.weight, layer.in, layer.out));
      parameters.add(Tensor.of(layer.bias, layer.out));
    }
    return parameters;
  }

  /**
   * Makes a step.
   *
   * @return this
   */
  public BufferedTraining step() {
    RandomKey key = Training.KEY.split(steps++);
    int last = layers.size() - 1;
    float[] input = x.values;
    for (int i = 0; i <= last; i++) {
      Dense layer = layers.get(i);
      layer.forward(input);
      if (i < last) {
        layer.rectify();
        MaskInPlace.select(RATE, mask(key, i), layer.rectified, layer.output);
      }
      input = layer.output;
    }
    Tensor answer = new Tensor(input, target.shape);
    float[] gradient = new SoftmaxCrossEntropy().at(answer, target).gradient().values;
    for (int i = last; i >= 0; i--) {
      Dense layer = layers.get(i);
      layer.backward(i == 0 ? x.values : layers.get(i - 1).output, gradient);
      if (i > 0) {
        layer.backwardToInput(gradient);
        MaskInPlace.select(RATE, mask(key, i - 1), layer.inputGradient, layer.inputGradient);
        layers.get(i - 1).backwardThroughRelu(layer.inputGradient);
        gradient = layer.inputGradient;
      }
      layer.descend();
    }
    return this;
  }

  /** Returns the key of the dropout after a linear layer: it is at 3i + 2 in the model. */
  private static RandomKey mask(RandomKey key, int i) {
    return key.split(3L * i + 2);
  }

  /** A linear layer and the ReLU after it, with room for all they compute. */
  private static final class Dense {
    final int batch;
    final int in;
    final int out;
    final float[] weight;
    final float[] bias;
    final float[] weightGradient;
    final float[] biasGradient;
    final float[] weightVelocity;
    final float[] biasVelocity;
    final float[] rectified;
    final float[] output;
    final float[] inputGradient;

    Dense(int batch, Tensor weight, Tensor bias) {
      this.batch = batch;
      in = weight.shape[0];
      out = weight.shape[1];
      this.weight = weight.toArray();
      this.bias = bias.toArray();
      weightGradient = new float[in * out];
      biasGradient = new float[out];
      weightVelocity = new float[in * out];
      biasVelocity = new float[out];
      rectified = new float[batch * out];
      output = new float[batch * out];
      inputGradient = new float[batch * in];
    }

    void forward(float[] input) {
      for (int i = 0; i < batch; i++) {
        System.arraycopy(bias, 0, output, i * out, out);
      }
      multiply(false, false, batch, out, in, input, weight, output);
    }

    void rectify() {
      for (int i = 0; i < output.length; i++) {
        rectified[i] = Math.max(output[i], 0f);
      }
    }

    void backward(float[] input, float[] g) {
      Arrays.fill(weightGradient, 0);
      multiply(true, false, in, out, batch, input, g, weightGradient);
      Arrays.fill(biasGradient, 0);
      for (int i = 0; i < batch; i++) {
        for (int j = 0, at = i * out; j < out; j++) {
          biasGradient[j] += g[at + j];
        }
      }
    }

    void backwardToInput(float[] g) {
      Arrays.fill(inputGradient, 0);
      multiply(false, true, batch, in, out, g, weight, inputGradient);
    }

    void backwardThroughRelu(float[] g) {
      for (int i = 0; i < g.length; i++) {
        int bits = Float.floatToRawIntBits(rectified[i]);
        g[i] = Float.intBitsToFloat(Float.floatToRawIntBits(g[i]) & (bits | -bits) >> 31);
      }
    }

    void descend() {
      descend(weight, weightGradient, weightVelocity);
      descend(bias, biasGradient, biasVelocity);
    }

    private static void descend(float[] w, float[] g, float[] v) {
      float rate = (float) Training.LEARNING_RATE;
      float mu = (float) Training.MOMENTUM;
      for (int i = 0; i < w.length; i++) {
        v[i] = mu * v[i] + g[i];
        w[i] = w[i] - rate * v[i];
      }
    }

    private static void multiply(
        boolean transposeA,
        boolean transposeB,
        int m,
        int n,
        int k,
        float[] a,
        float[] b,
        float[] c) {
      new Product(transposeA, transposeB, m, n, k, a, b, c).add();
    }
  }
}
