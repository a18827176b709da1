package dojo.bench;

import dojo.data.OptDigits;
import dojo.experiment.Recipe;
import dojo.plot.LossCurves;
import dojo.random.RandomKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a cold start to the first loss curves on disk: the run of notebook 01 in a virtual machine
 * of its own, from its command line to its end, and the same in a warm one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Measurement(iterations = 5)
public class FirstChartBenchmark {
  private Path file = Path.of("");

  /**
   * Trains and draws.
   *
   * @param args the file to write, a PNG
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    draw(Path.of(args[0]));
  }

  @Setup
  public void choose() throws IOException {
    file = Files.createTempFile("loss-curves", ".png");
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  @Benchmark
  @Warmup(iterations = 0)
  public int cold() throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                FirstChartBenchmark.class.getName(),
                file.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the run must end well, but its exit code was " + exit);
    }
    return exit;
  }

  @Benchmark
  @Warmup(iterations = 5)
  public Path warm() throws IOException {
    draw(file);
    return file;
  }

  private static void draw(Path file) throws IOException {
    var run = Recipe.headline(OptDigits.train(), OptDigits.test()).run(RandomKey.of(3));
    ImageIO.write(LossCurves.of("Loss", run.history()).image(), "png", file.toFile());
  }
}
