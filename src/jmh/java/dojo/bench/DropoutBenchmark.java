package dojo.bench;

import dojo.dropout.Dropout;
import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Dropout beside the least that any layer must do: read every number, multiply it, write it. In
 * nanoseconds per number.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DropoutBenchmark extends SteadyBenchmark {
  private static final int N = 128 * 512;

  @Param({"0.1", "0.5", "0.9"})
  public double p;

  private final RandomKey key = RandomKey.of(1);
  private Tensor x = Tensor.zeros(0);
  private Dropout dropout = Dropout.of(0);
  private Forward pass = Forward.of(x, g -> g);
  private int step;

  @Setup
  public void fill() {
    x = Tensor.normal(key.split("x"), 128, 512);
    dropout = Dropout.of(p);
    pass = dropout.forward(x, Mode.train(key));
  }

  /** The copy-scale limit. */
  @Benchmark
  @OperationsPerInvocation(N)
  public Tensor limit() {
    float[] in = Floats.of(x);
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = in[i] * 2f;
    }
    return Floats.like(x, out);
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public Tensor forward() {
    return dropout.apply(x, Mode.train(key.split(step++)));
  }

  @Benchmark
  @OperationsPerInvocation(N)
  public Tensor backward() {
    return pass.pullback().apply(x).input();
  }
}
