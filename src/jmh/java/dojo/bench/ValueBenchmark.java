package dojo.bench;

import dojo.nn.Layer;
import dojo.tensor.BufferedTraining;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs that tensors are values: a step as users write it, beside one in old arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValueBenchmark extends SteadyBenchmark {

  @Param({"small", "big"})
  public String net;

  private Training values = Training.of("small");
  private BufferedTraining buffers = new BufferedTraining(values);

  /** Makes the first steps of both, which must agree to the bit. */
  @Setup
  public void fill() {
    values = Training.of(net);
    buffers = new BufferedTraining(values);
    for (int step = 1; step <= 3; step++) {
      List<Tensor> expected = values.step().parameters();
      List<Tensor> actual = buffers.step().parameters();
      if (!expected.equals(actual)) {
        throw new IllegalStateException(
            "both steps must give the same bits, but step "
                + step
                + " did not: BufferedTraining no longer does what the layers do");
      }
    }
  }

  @Benchmark
  public Layer values() {
    return values.step();
  }

  @Benchmark
  public BufferedTraining buffers() {
    return buffers.step();
  }
}
