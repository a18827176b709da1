package dojo.bench;

import dojo.nn.Layer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the first hundred training steps of a virtual machine take, and how long later ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Measurement(iterations = 1)
public class FirstStepsBenchmark {

  @Param({"small", "big"})
  public String net;

  private Training training = Training.of("small");

  @Setup
  public void fill() {
    training = Training.of(net);
  }

  @Benchmark
  @Warmup(iterations = 0)
  public Layer first() {
    return hundredSteps();
  }

  @Benchmark
  @Warmup(iterations = 20)
  public Layer later() {
    return hundredSteps();
  }

  private Layer hundredSteps() {
    for (int i = 0; i < 99; i++) {
      training.step();
    }
    return training.step();
  }
}
