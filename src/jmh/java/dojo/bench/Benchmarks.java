package dojo.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints what may be quoted: ratios of figures from one run.
 *
 * <p>Machines differ, and one machine differs from hour to hour; a ratio carries over. Each figure
 * is the mean of two forks.
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
    options.forks(2).warmupIterations(4).warmupTime(TimeValue.seconds(1));
    options.measurementIterations(4).measurementTime(TimeValue.seconds(1));
    options.jvmArgsAppend("--add-modules=jdk.incubator.vector");
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Double> score = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
      List<String> settings =
          result.getParams().getParamsKeys().stream()
              .map(key -> result.getParams().getParam(key))
              .toList();
      score.put(name + " " + String.join(" ", settings), result.getPrimaryResult().getScore());
    }
    table(
        "matrix products, plain ÷ fastest", score, "GemmBenchmark.plain", "GemmBenchmark.fastest");
    table("dropout forward ÷ limit", score, "DropoutBenchmark.forward", "DropoutBenchmark.limit");
    table("dropout backward ÷ limit", score, "DropoutBenchmark.backward", "DropoutBenchmark.limit");
    table("training step ÷ evaluation", score, "StepBenchmark.step", "StepBenchmark.evaluate");
  }

  private static void table(String title, Map<String, Double> score, String above, String below) {
    Predicate<String> wanted = name -> name.startsWith(above + " ");
    if (score.keySet().stream().noneMatch(wanted)) {
      return;
    }
    System.out.printf("%n%s%n", title);
    score.forEach(
        (name, value) -> {
          if (wanted.test(name)) {
            String settings = name.substring(above.length());
            double other = score.getOrDefault(below + settings, Double.NaN);
            System.out.printf(
                Locale.ROOT,
                "  %-24s %8.3f ÷ %8.3f = %5.2f%n",
                settings,
                value,
                other,
                value / other);
          }
        });
  }
}
