package dojo.bench;

import dojo.data.Dataset;
import dojo.dropout.Dropout;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Optimizer;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole training step with dropout and momentum, and what its parts cost. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {

  /** Inputs, hidden units, batch: 64-256-256-10 and 784-512-512-10. */
  @Param({"64-256-64", "784-512-128"})
  public String net;

  private final RandomKey key = RandomKey.of(1);
  private final Loss loss = new SoftmaxCrossEntropy();
  private final Optimizer optimizer = new Sgd(0.01, 0.9);
  private Layer model = Sequential.of();
  private Optimizer.State state = optimizer.start(model.parameters());
  private Dataset batch = Dataset.of(Tensor.zeros(0, 1), new int[0], 10);

  @Setup
  public void fill() {
    String[] lengths = net.split("-", -1);
    int in = Integer.parseInt(lengths[0]);
    int width = Integer.parseInt(lengths[1]);
    int size = Integer.parseInt(lengths[2]);
    model =
        Sequential.of(
            Linear.he(in, width, key.split(0)),
            new Relu(),
            Dropout.of(0.5),
            Linear.he(width, width, key.split(1)),
            new Relu(),
            Dropout.of(0.5),
            Linear.he(width, 10, key.split(2)));
    state = optimizer.start(model.parameters());
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = key.below(i, 10);
    }
    batch = Dataset.of(Tensor.uniform(key.split("x"), size, in), labels, 10);
  }

  @Benchmark
  public Layer step() {
    Forward pass = model.forward(batch.x(), Mode.train(key.split(state.steps())));
    Loss.Value value = loss.at(pass.output(), batch.y());
    var gradients = pass.pullback().apply(value.gradient()).parameters();
    Optimizer.Step step = optimizer.step(model.parameters(), gradients, state);
    model = model.withParameters(step.parameters());
    state = step.state();
    return model;
  }

  @Benchmark
  public Tensor evaluate() {
    return model.apply(batch.x(), Mode.eval());
  }
}
