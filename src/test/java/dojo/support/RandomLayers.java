package dojo.support;

import dojo.dropout.AlphaDropout;
import dojo.dropout.ConcreteDropout;
import dojo.dropout.DropBlock;
import dojo.dropout.DropConnect;
import dojo.dropout.DropRate;
import dojo.dropout.Dropout;
import dojo.dropout.EmbeddingDropout;
import dojo.dropout.GaussianDropout;
import dojo.dropout.GaussianNoise;
import dojo.dropout.RatedLayer;
import dojo.dropout.SharedDropout;
import dojo.dropout.SpatialDropout;
import dojo.dropout.StandardDropout;
import dojo.dropout.StochasticDepth;
import dojo.dropout.TransformerBlock;
import dojo.dropout.TransformerRates;
import dojo.dropout.VariationalDropout;
import dojo.nn.EachStep;
import dojo.nn.Embedding;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.SelfAttention;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Every random layer of the kit, once: a new one comes into one of these two lists. */
public final class RandomLayers {
  private static final RandomKey KEY = RandomKey.of(2016);

  private RandomLayers() {}

  /** A kind of layer that has a rate and no parameters, and the shape of an input that it takes. */
  public record Kind(String name, DoubleFunction<RatedLayer> at, int... shape) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A layer, and an input with so many coins that no two keys agree on them by chance. */
  public record Example(Layer layer, Tensor x) {
    @Override
    public String toString() {
      return layer.toString();
    }
  }

  /** The members of the family that have a rate and no parameters. */
  public static final List<Kind> FAMILY =
      List.of(
          new Kind("inverted", Dropout::of, 20, 5, 6),
          new Kind("standard", StandardDropout::of, 20, 5, 6),
          new Kind("shared, time", p -> SharedDropout.overAxes(p, 1), 6, 3, 8),
          new Kind("shared, batch", p -> SharedDropout.overAxes(p, 0), 2, 50),
          new Kind("shared, two axes", p -> SharedDropout.overAxes(p, 3, 1), 6, 3, 8, 2),
          new Kind("shared, no axes", p -> SharedDropout.overAxes(p), 4, 12),
          new Kind("spatial 1-D", SpatialDropout::of, 6, 8, 3),
          new Kind("spatial 2-D", SpatialDropout::of, 6, 8, 2, 2),
          new Kind("spatial 3-D", SpatialDropout::of, 6, 8, 2, 1, 2),
          new Kind("variational", VariationalDropout::of, 6, 3, 8),
          new Kind("Gaussian", GaussianDropout::of, 5, 9),
          new Kind("alpha", AlphaDropout::of, 5, 9),
          new Kind("alpha, features", AlphaDropout::ofFeatures, 6, 8, 2, 2),
          new Kind("DropBlock", p -> DropBlock.of(p, 2), 6, 8, 3, 3));

  /** All other random layers, and layers that are random through a layer inside. */
  public static List<Example> others() {
    Linear linear = Linear.he(8, 8, KEY);
    Dropout dropout = Dropout.of(.5);
    Tensor words = Tensor.generate(i -> i % 9, 8, 6);
    return List.of(
        new Example(GaussianNoise.of(.1), normal(5, 8)),
        new Example(ConcreteDropout.of(.5), normal(5, 8)),
        new Example(DropConnect.of(linear, .5), normal(5, 8)),
        new Example(new EmbeddingDropout(Embedding.normal(9, 4, KEY), new DropRate(.5)), words),
        new Example(StochasticDepth.of(linear, .5), normal(40, 8)),
        new Example(StochasticDepth.of(dropout, 0), normal(5, 8)),
        new Example(Sequential.of(linear, dropout), normal(5, 8)),
        new Example(Residual.around(linear, dropout), normal(5, 8)),
        new Example(Rnn.of(8, 8, KEY).withOnState(dropout), normal(5, 3, 8)),
        new Example(Lstm.of(8, 8, KEY).withOnState(dropout), normal(5, 3, 8)),
        new Example(EachStep.of(linear, dropout), normal(5, 3, 8)),
        new Example(SelfAttention.of(8, 2, KEY).withOnWeights(dropout), normal(5, 4, 8)),
        new Example(block(TransformerRates.onWeights(.5)), normal(5, 4, 8)),
        new Example(block(TransformerRates.everywhere(.5)), normal(5, 4, 8)));
  }

  /** All of them, the family at several rates where it is random. */
  public static Stream<Example> all() {
    Stream<Example> family =
        Stream.of(.1, .4, .5, .9)
            .flatMap(
                p ->
                    FAMILY.stream().map(kind -> new Example(kind.at.apply(p), normal(kind.shape))));
    return Stream.concat(family, others().stream());
  }

  private static Layer block(TransformerRates rates) {
    return TransformerBlock.of(8, 2, SelfAttention.Sight.PAST, rates, KEY);
  }

  private static Tensor normal(int... shape) {
    return Tensor.normal(KEY.split("x"), shape);
  }
}
