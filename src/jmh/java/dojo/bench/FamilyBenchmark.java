package dojo.bench;

import dojo.dropout.AlphaDropout;
import dojo.dropout.ConcreteDropout;
import dojo.dropout.DropBlock;
import dojo.dropout.DropConnect;
import dojo.dropout.Dropout;
import dojo.dropout.EmbeddingDropout;
import dojo.dropout.GaussianDropout;
import dojo.dropout.GaussianNoise;
import dojo.dropout.SharedDropout;
import dojo.dropout.SpatialDropout;
import dojo.dropout.StandardDropout;
import dojo.dropout.StochasticDepth;
import dojo.dropout.VariationalDropout;
import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A forward and a backward pass of every layer of the family, beside a copy of as many numbers as
 * it has noise for or answers with, whichever are more. The copy goes one way only.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FamilyBenchmark extends SteadyBenchmark {
  private static final double P = 0.3;

  @Param({
    "Dropout",
    "StandardDropout",
    "SharedDropout",
    "SpatialDropout",
    "VariationalDropout",
    "EmbeddingDropout",
    "GaussianDropout",
    "GaussianNoise",
    "AlphaDropout",
    "AlphaDropout.ofFeatures",
    "DropConnect",
    "DropBlock",
    "StochasticDepth",
    "ConcreteDropout"
  })
  public String layer;

  private final RandomKey key = RandomKey.of(1);
  private final Tensor units = Tensor.normal(key.split("units"), 128, 512);
  private final Tensor maps = Tensor.normal(key.split("maps"), 32, 16, 14, 14);
  private final Tensor sequences = Tensor.normal(key.split("sequences"), 64, 16, 64);

  private Layer subject = Dropout.of(P);
  private Tensor x = units;
  private Tensor gradient = units;
  private Tensor copied = units;
  private int step;

  @Setup
  public void fill() {
    switch (layer) {
      case "Dropout" -> set(Dropout.of(P), units);
      case "StandardDropout" -> set(StandardDropout.of(P), units);
      case "SharedDropout" -> set(SharedDropout.overAxes(P, 1), sequences);
      case "SpatialDropout" -> set(SpatialDropout.of(P), maps);
      case "VariationalDropout" -> set(VariationalDropout.of(P), sequences);
      case "EmbeddingDropout" ->
          set(
              EmbeddingDropout.of(1000, 64, P, key),
              Tensor.generate(i -> key.below(i, 1000), 64, 16));
      case "GaussianDropout" -> set(GaussianDropout.of(P), units);
      case "GaussianNoise" -> set(GaussianNoise.of(1), units);
      case "AlphaDropout" -> set(AlphaDropout.of(P), units);
      case "AlphaDropout.ofFeatures" -> set(AlphaDropout.ofFeatures(P), maps);
      case "DropConnect" -> {
        set(DropConnect.of(Linear.he(64, 64, key), P), Tensor.normal(key, 128, 64));
        copied = Tensor.zeros(128, 64, 64); // a coin for every weight and example
      }
      case "DropBlock" -> set(DropBlock.of(P, 3), maps);
      case "StochasticDepth" -> set(StochasticDepth.of(new Relu(), P), units);
      case "ConcreteDropout" -> set(ConcreteDropout.of(P), units);
      default -> throw new IllegalArgumentException("no layer is called " + layer);
    }
  }

  private void set(Layer other, Tensor input) {
    subject = other;
    x = input;
    gradient = Tensor.ones(other.apply(input, Mode.train(key)).shape());
    copied = gradient;
  }

  /** The copy-scale limit. */
  @Benchmark
  public Tensor limit() {
    float[] in = Floats.of(copied);
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = in[i] * 2f;
    }
    return Floats.like(copied, out);
  }

  @Benchmark
  public void bothWays(Blackhole sink) {
    Forward pass = subject.forward(x, Mode.train(key.split(step++)));
    Gradients gradients = pass.pullback().apply(gradient);
    sink.consume(pass.output());
    sink.consume(gradients.input());
    sink.consume(gradients.parameters());
  }
}
