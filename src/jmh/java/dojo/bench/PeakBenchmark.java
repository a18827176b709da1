package dojo.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The most that a core can do: multiply and add in registers, without memory. What a matrix product
 * is measured by.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeakBenchmark extends SteadyBenchmark {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int ROUNDS = 100_000;

  /** Multiplications and additions in one call of {@link #multiplyAdd}. */
  public static final long OPERATIONS = 2L * 12 * SPECIES.length() * ROUNDS;

  private float seed = 0.5f;

  /** Twelve chains: as many as two units with a latency of five or six steps keep busy. */
  @Benchmark
  public float multiplyAdd() {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, seed);
    FloatVector c0 = y;
    FloatVector c1 = y.add(1f);
    FloatVector c2 = y.add(2f);
    FloatVector c3 = y.add(3f);
    FloatVector c4 = y.add(4f);
    FloatVector c5 = y.add(5f);
    FloatVector c6 = y.add(6f);
    FloatVector c7 = y.add(7f);
    FloatVector c8 = y.add(8f);
    FloatVector c9 = y.add(9f);
    FloatVector c10 = y.add(10f);
    FloatVector c11 = y.add(11f);
    for (int i = 0; i < ROUNDS; i++) {
      c0 = c0.fma(x, y);
      c1 = c1.fma(x, y);
      c2 = c2.fma(x, y);
      c3 = c3.fma(x, y);
      c4 = c4.fma(x, y);
      c5 = c5.fma(x, y);
      c6 = c6.fma(x, y);
      c7 = c7.fma(x, y);
      c8 = c8.fma(x, y);
      c9 = c9.fma(x, y);
      c10 = c10.fma(x, y);
      c11 = c11.fma(x, y);
    }
    FloatVector sum = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
    sum = sum.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11);
    seed = sum.lane(0) % 1; // every call has another, and each result is used
    return seed;
  }
}
