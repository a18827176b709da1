package dojo.bench;

import dojo.dropout.Dropout;
import dojo.dropout.SpatialDropout;
import dojo.dropout.TransformerBlock;
import dojo.dropout.TransformerRates;
import dojo.nn.Conv2d;
import dojo.nn.EachStep;
import dojo.nn.Embedding;
import dojo.nn.Flatten;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.PositionEmbedding;
import dojo.nn.Relu;
import dojo.nn.SelfAttention.Sight;
import dojo.nn.Sequential;
import dojo.nn.StepCrossEntropy;
import dojo.optim.Adam;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;

/** The nets of the notebooks that are more than linear layers, with their batches. */
final class CourseNets {
  private static final RandomKey KEY = Training.KEY;
  private static final int LETTERS = 65;

  private CourseNets() {}

  /** Notebook 10: 50 pictures of 14 × 14, two layers of filters, whole feature maps dropped. */
  static Training convolution() {
    Sequential net =
        Sequential.of(
            filters(Conv2d.he(1, 8, 3, KEY.split(0)).withPadding(1)),
            new Relu(),
            MaxPool2d.of(2), // to compare: new dojo.nn.BranchingMaxPool(MaxPool2d.of(2))
            filters(Conv2d.he(8, 16, 3, KEY.split(1)).withPadding(1)),
            new Relu(),
            SpatialDropout.of(0.5),
            new Flatten(),
            Linear.he(16 * 49, 10, KEY.split(2)));
    Tensor pictures = Tensor.uniform(KEY.split("x"), 50, 1, 14, 14);
    return Training.ofClassifier(net, Adam.of(0.002), pictures, 10);
  }

  private static Layer filters(Conv2d layer) {
    return layer; // to compare: new dojo.nn.PatchesAsRows(layer)
  }

  /** Notebook 12: 50 times twelve letters, to tell the next one. */
  static Training lstm() {
    Sequential net =
        Sequential.of(
            Embedding.normal(LETTERS, 24, KEY.split(0)),
            Lstm.of(24, 32, KEY.split(1)),
            new LastStep(),
            Dropout.of(0.3),
            Linear.glorot(32, LETTERS, KEY.split(2)));
    return Training.ofClassifier(net, Adam.of(3e-3), letters("x", 50, 12), LETTERS);
  }

  /** Notebook 13: 8 times 32 letters, to tell the next one at each. */
  static Training transformer() {
    Sequential net =
        Sequential.of(
            Embedding.normal(LETTERS, 32, KEY.split(0)),
            PositionEmbedding.of(32, 32, KEY.split(1)),
            Dropout.of(0.2),
            TransformerBlock.of(32, 4, Sight.PAST, TransformerRates.everywhere(0.2), KEY.split(2)),
            LayerNorm.of(32),
            EachStep.of(Linear.lecun(32, LETTERS, KEY.split(3))));
    return new Training(
        net, new StepCrossEntropy(), Adam.of(0.003), letters("x", 8, 32), letters("y", 8, 32));
  }

  private static Tensor letters(String name, int sequences, int steps) {
    RandomKey key = KEY.split(name);
    return Tensor.generate(i -> key.below(i, LETTERS), sequences, steps);
  }
}
