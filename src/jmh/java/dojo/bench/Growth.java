package dojo.bench;

import com.sun.management.ThreadMXBean;
import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.random.RandomKey;
import dojo.train.Trainer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How time and memory grow with the work: one quantity in a process of its own, doubled again and
 * again. See {@code src/jmh/peers/README.md}.
 *
 * <p>Prints a line per size: the size, the seconds, the bytes allocated by the calling thread.
 */
public final class Growth {
  private static final double WARM_UP = 1;
  private static final double SECONDS = 0.6;
  private static final RandomKey KEY = Training.KEY;

  private static final Map<String, List<Integer>> SIZES =
      Map.of(
          "width", List.of(32, 64, 128, 256, 512, 1024, 2048),
          "batch", List.of(8, 16, 32, 64, 128, 256, 512, 1024, 2048),
          "examples", List.of(200, 400, 800, 1600, 3200),
          "seeds", List.of(1, 2, 4, 8, 16));

  private static volatile Object sink = "";

  private Growth() {}

  /**
   * Measures all sizes of a quantity.
   *
   * @param args width, batch, examples or seeds
   * @throws IllegalArgumentException if it is another
   */
  public static void main(String[] args) {
    String quantity = String.join(" ", args);
    if (!SIZES.containsKey(quantity)) {
      throw new IllegalArgumentException(
          "the quantities are width, batch, examples and seeds, but was asked for " + quantity);
    }
    for (int size : SIZES.get(quantity)) {
      measure(size, work(quantity, size));
    }
  }

  private static Runnable work(String quantity, int size) {
    return switch (quantity) {
      case "width" -> step(Training.dense(64, size, 64));
      case "batch" -> step(Training.dense(64, 256, size));
      case "examples" -> epoch(size);
      default -> runs(size);
    };
  }

  private static Runnable step(Training training) {
    return () -> sink = training.step();
  }

  /** An epoch of the main experiment, scored on 500 digits. */
  private static Runnable epoch(int examples) {
    Dataset train = OptDigits.train().rows(IntStream.range(0, examples).toArray());
    Dataset test = OptDigits.test().rows(IntStream.range(0, 500).toArray());
    Recipe recipe = Recipe.headline(train, test);
    return () -> sink = Trainer.ofClassifier(1).fit(recipe.net(KEY), train, test, KEY);
  }

  /** Runs of two epochs of the main experiment. */
  private static Runnable runs(int seeds) {
    Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test()).withEpochs(2);
    return () -> sink = Experiment.over(0.5).withSeeds(seeds).run((p, key) -> recipe.run(key));
  }

  private static void measure(int size, Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    repeat(WARM_UP, work);
    long before = threads.getThreadAllocatedBytes(thread);
    long start = System.nanoTime();
    int calls = repeat(SECONDS, work);
    double seconds = (System.nanoTime() - start) / 1e9 / calls;
    double bytes = (threads.getThreadAllocatedBytes(thread) - before) / (double) calls;
    System.out.printf(Locale.ROOT, "%d\t%.6g\t%.6g%n", size, seconds, bytes);
  }

  /** Returns how many calls fitted into some seconds: one at least. */
  private static int repeat(double seconds, Runnable work) {
    long start = System.nanoTime();
    int calls = 0;
    do {
      work.run();
      calls++;
    } while ((System.nanoTime() - start) / 1e9 < seconds);
    return calls;
  }
}
