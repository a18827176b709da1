package dojo.bench;

import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole training step with dropout and momentum, beside an evaluation of the same batch. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark extends SteadyBenchmark {

  @Param({"small", "big", "convolution", "lstm", "transformer"})
  public String net;

  private Training training = Training.of("small");

  @Setup
  public void fill() {
    training = Training.of(net);
  }

  @Benchmark
  public Layer step() {
    return training.step();
  }

  @Benchmark
  public Tensor evaluate() {
    return training.model().apply(training.x(), Mode.eval());
  }
}
