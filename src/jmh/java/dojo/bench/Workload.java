package dojo.bench;

import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.experiment.Results;
import dojo.random.RandomKey;
import dojo.tensor.GemmBenchmark;
import dojo.train.Run;
import dojo.train.Trainer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The kit's side of the comparison with its peers: one workload in a process of its own, timed as
 * the peers time theirs. See {@code src/jmh/peers/README.md}.
 *
 * <p>Prints a line per figure: unit, number, name.
 */
public final class Workload {
  private static final double WARM_UP = 3;
  private static final double SECONDS = 5;

  /** Where the results of what is timed go, so that none is optimised away. */
  private static volatile Object sink = "";

  private Workload() {}

  /**
   * Runs a workload.
   *
   * @param args its name; for {@code export} also the folder to write to
   * @throws IOException if the folder cannot be written to
   * @throws IllegalArgumentException if there is no such workload
   */
  public static void main(String[] args) throws IOException {
    switch (String.join(" ", args).replaceFirst(" .*", "")) {
      case "small", "big", "convolution", "lstm", "transformer" -> train(args[0]);
      case "dropconnect" -> dropWeights();
      case "gemm" -> multiply();
      case "peak" -> peak();
      case "dropout" -> drop();
      case "headline" -> headline();
      case "memory" -> memory();
      case "export" -> export(Path.of(args[1]));
      default ->
          throw new IllegalArgumentException(
              "the workloads are small, big, convolution, lstm, transformer, dropconnect, gemm, peak,"
                  + " dropout, headline, memory and export FOLDER, but was asked for "
                  + List.of(args));
    }
  }

  private static void train(String net) {
    Training training = Training.of(net);
    int batch = training.x().length(0);
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      training.step();
    }
    print("samples/s", 100 * batch / ((System.nanoTime() - start) / 1e9), "first 100 steps");
    print("samples/s", batch / seconds(WARM_UP, SECONDS, training::step), "later steps");
  }

  private static void multiply() {
    for (String shape :
        List.of(
            "64x256x64", "64x256x256", "256x256x64", "128x512x784", "128x512x512", "784x512x128")) {
      double operations = 2;
      for (String length : shape.split("x", -1)) {
        operations *= Integer.parseInt(length);
      }
      GemmBenchmark gemm = new GemmBenchmark();
      gemm.shape = shape;
      gemm.orientation = "nn";
      gemm.fill();
      print("GFLOP/s", operations / seconds(1, 1, gemm::fastest) / 1e9, shape);
    }
  }

  private static void peak() {
    PeakBenchmark peak = new PeakBenchmark();
    double seconds = seconds(1, 1, peak::multiplyAdd);
    print("GFLOP/s", PeakBenchmark.OPERATIONS / seconds / 1e9, "peak");
  }

  private static void drop() {
    for (double p : new double[] {0.1, 0.5}) {
      DropoutBenchmark dropout = new DropoutBenchmark();
      dropout.p = p;
      dropout.fill();
      print("ns", seconds(1, 1, dropout::forward) / (128 * 512) * 1e9, "per number, p = " + p);
    }
  }

  private static void dropWeights() {
    DropConnectPass pass = new DropConnectPass();
    double seconds = seconds(WARM_UP, SECONDS, pass::bothWays);
    print("samples/s", DropConnectPass.EXAMPLES / seconds, "both ways");
  }

  private static void headline() {
    long start = System.nanoTime();
    Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test());
    Results<Double, Run> runs =
        Experiment.over(0.0, 0.5).withSeeds(10).run((p, key) -> recipe.withRate(p).run(key));
    print("s", (System.nanoTime() - start) / 1e9, "twenty runs");
    for (double p : runs.settings()) {
      double error = runs.sample(p, run -> run.score().test().error()).mean();
      print("%", 100 * error, "test error, p = " + p);
    }
  }

  /** Prints what is left on the heap after every tenth epoch: it must not grow. */
  private static void memory() {
    Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test()).withRate(0.5);
    RandomKey key = RandomKey.of(0);
    Trainer.ofClassifier(51)
        .fit(
            recipe.net(key),
            recipe.data(key),
            recipe.test(),
            key,
            epoch -> {
              if (epoch % 10 == 1) {
                System.gc();
                long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                print("MB", used / 1e6, "on the heap after " + (epoch - 1) + " epochs");
              }
              return UnaryOperator.identity();
            });
  }

  /** Writes the digits for the peers: 64 pixels and the label in each row. */
  private static void export(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(OptDigits.train(), folder.resolve("train.csv"));
    write(OptDigits.test(), folder.resolve("test.csv"));
  }

  private static void write(Dataset data, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    int[] labels = data.labels();
    for (int i = 0; i < labels.length; i++) {
      StringBuilder line = new StringBuilder();
      for (float pixel : data.x().rows(i).toArray()) {
        line.append(pixel).append(',');
      }
      lines.add(line.append(labels[i]).toString());
    }
    Files.write(file, lines);
  }

  /** Returns the mean seconds of a call, over some seconds of calls after a warm-up. */
  private static double seconds(double warmUp, double measured, Supplier<?> call) {
    repeat(warmUp, call);
    return repeat(measured, call);
  }

  private static double repeat(double seconds, Supplier<?> call) {
    long calls = 0;
    long start = System.nanoTime();
    double spent = 0;
    while (spent < seconds) {
      sink = call.get();
      calls++;
      spent = (System.nanoTime() - start) / 1e9;
    }
    return spent / calls;
  }

  private static void print(String unit, double value, String name) {
    System.out.printf(Locale.ROOT, "%s\t%.6g\t%s%n", unit, value, name);
  }
}
