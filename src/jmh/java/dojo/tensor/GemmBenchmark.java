package dojo.tensor;

import dojo.bench.SteadyBenchmark;
import dojo.random.RandomKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The matrix products of the small and the big net. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GemmBenchmark extends SteadyBenchmark {

  /** Rows of C, columns of C, length of a chain. */
  @Param({"64x256x64", "64x256x256", "256x256x64", "128x512x784", "128x512x512", "784x512x128"})
  public String shape;

  @Param({"nn", "tn", "nt"})
  public String orientation;

  private final Gemm fastest =
      VectorKernel.find(Gemm.class, Gemm.VECTORS).orElse(PlainGemm.INSTANCE);

  private int m;
  private int n;
  private int k;
  private float[] a;
  private float[] b;
  private float[] c;

  @Setup
  public void fill() {
    String[] lengths = shape.split("x", -1);
    m = Integer.parseInt(lengths[0]);
    n = Integer.parseInt(lengths[1]);
    k = Integer.parseInt(lengths[2]);
    a = Tensor.normal(RandomKey.of(1), m, k).values;
    b = Tensor.normal(RandomKey.of(2), k, n).values;
    c = new float[m * n];
  }

  @Benchmark
  public float[] plain() {
    return multiply(PlainGemm.INSTANCE);
  }

  @Benchmark
  public float[] fastest() {
    return multiply(fastest);
  }

  private float[] multiply(Gemm gemm) {
    new Product(orientation.equals("tn"), orientation.equals("nt"), m, n, k, a, b, c).add(gemm);
    return c;
  }
}
