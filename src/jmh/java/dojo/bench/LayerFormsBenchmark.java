package dojo.bench;

import dojo.nn.BranchingMaxPool;
import dojo.nn.Conv2d;
import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.MaxPool2d;
import dojo.nn.Mode;
import dojo.nn.PatchesAsRows;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Layers that are written for speed, beside the plain form that has the same bits. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayerFormsBenchmark extends SteadyBenchmark {

  @Param({"Conv2d", "MaxPool2d"})
  public String layer;

  private final Tensor x = Tensor.normal(Training.KEY.split("x"), 50, 8, 14, 14);
  private Layer fast = MaxPool2d.of(2);
  private Layer plain = fast;
  private Tensor gradient = x;

  /** Chooses the layer. */
  @Setup
  public void choose() {
    Conv2d filters = Conv2d.he(8, 16, 3, Training.KEY).withPadding(1);
    MaxPool2d pool = MaxPool2d.of(2);
    fast = layer.equals("Conv2d") ? filters : pool;
    plain = layer.equals("Conv2d") ? new PatchesAsRows(filters) : new BranchingMaxPool(pool);
    Tensor y = fast.apply(x, Mode.eval());
    gradient = Tensor.normal(Training.KEY.split("g"), y.shape());
    if (!bothWays(fast).equals(bothWays(plain))) {
      throw new IllegalStateException(fast + " and " + plain + " differ");
    }
  }

  /** As in training. */
  @Benchmark
  public List<Object> fast() {
    return bothWays(fast);
  }

  /** The same bits. */
  @Benchmark
  public List<Object> plain() {
    return bothWays(plain);
  }

  private List<Object> bothWays(Layer form) {
    Forward pass = form.forward(x, Mode.eval());
    Gradients gradients = pass.pullback().apply(gradient);
    return List.of(pass.output(), gradients.input(), gradients.parameters());
  }
}
