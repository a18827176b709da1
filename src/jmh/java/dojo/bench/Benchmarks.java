package dojo.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints what may be quoted: ratios of figures from one run.
 *
 * <p>Machines differ, and one machine differs from hour to hour; a ratio carries over. Each
 * benchmark says how often it is measured. With {@code -Dbench.quick=true} everything runs once,
 * cold: that shows that it works, and nothing else.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param args regular expressions of benchmarks to run; none for all
   * @throws RunnerException if JMH cannot start its forks
   */
  public static void main(String[] args) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    for (String include : args.length == 0 ? new String[] {"dojo"} : args) {
      options.include(include);
    }
    if (Boolean.getBoolean("bench.quick")) {
      options.forks(1).warmupIterations(0).measurementIterations(1);
      options.measurementTime(TimeValue.milliseconds(200));
    }
    options.addProfiler(GCProfiler.class).jvmArgsAppend("--add-modules=jdk.incubator.vector");
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Double> times = new TreeMap<>();
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
      List<String> settings =
          result.getParams().getParamsKeys().stream()
              .map(key -> result.getParams().getParam(key))
              .toList();
      String row = name + " " + String.join(" ", settings);
      times.put(row, result.getPrimaryResult().getScore());
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      if (allocated != null) {
        bytes.put(row, allocated.getScore() / 1024);
      }
    }
    String gemm = "GemmBenchmark.";
    table("matrix products, µs, plain ÷ fastest", times, gemm + "plain", gemm + "fastest");
    peak(times, gemm + "fastest nn ");
    peak(times, gemm + "plain nn ");
    table("dropout, ns, forward ÷ limit", times, "DropoutBenchmark.forward", "limit");
    table("dropout, ns, backward ÷ limit", times, "DropoutBenchmark.backward", "limit");
    table("layers both ways, µs, plain ÷ fast", times, "LayerFormsBenchmark.plain", "fast");
    table("the family, µs, both ways ÷ limit", times, "FamilyBenchmark.bothWays", "limit");
    table("training step, µs, ÷ evaluation", times, "StepBenchmark.step", "evaluate");
    table("training step, µs, of values ÷ in buffers", times, "ValueBenchmark.values", "buffers");
    table("training step, KB allocated", bytes, "ValueBenchmark.values", "buffers");
    table("a hundred steps, ms, first ÷ later", times, "FirstStepsBenchmark.first", "later");
    table("epoch, ms, in the experiment ÷ alone", times, "HeadlineBenchmark.experiment", "epoch");
    table("run and chart, ms, cold ÷ warm", times, "FirstChartBenchmark.cold", "warm");
  }

  /** Prints rows of one benchmark, divided by those of another, here or in the same class. */
  private static void table(String title, Map<String, Double> score, String above, String below) {
    String other = below.contains(".") ? below : above.replaceAll("\\w+$", below);
    Predicate<String> wanted = name -> name.startsWith(above + " ");
    if (score.keySet().stream().noneMatch(wanted)) {
      return;
    }
    System.out.printf("%n%s%n", title);
    score.forEach(
        (name, value) -> {
          if (wanted.test(name)) {
            String settings = name.substring(above.length());
            row(settings, value, score.getOrDefault(other + settings, Double.NaN));
          }
        });
  }

  /** Prints which part of a core's peak a matrix product reaches. */
  private static void peak(Map<String, Double> times, String products) {
    Double peak = times.get("PeakBenchmark.multiplyAdd ");
    if (peak == null || times.keySet().stream().noneMatch(name -> name.startsWith(products))) {
      return;
    }
    System.out.printf("%nmatrix products, GFLOP/s, %s÷ peak of a core%n", products);
    times.forEach(
        (name, time) -> {
          if (name.startsWith(products)) {
            String shape = name.substring(products.length());
            double operations = 2;
            for (String length : shape.split("x", -1)) {
              operations *= Integer.parseInt(length);
            }
            row(" " + shape, operations / time / 1e3, PeakBenchmark.OPERATIONS / peak / 1e3);
          }
        });
  }

  private static void row(String settings, double above, double below) {
    System.out.printf(
        Locale.ROOT, "  %-26s%10.3f ÷ %10.3f = %6.2f%n", settings, above, below, above / below);
  }
}
