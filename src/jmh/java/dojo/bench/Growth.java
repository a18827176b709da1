package dojo.bench;

import com.sun.management.ThreadMXBean;
import dojo.data.Dataset;
import dojo.data.OptDigits;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.nn.Layer;
import dojo.random.RandomKey;
import dojo.train.Trainer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How time and memory grow with the work: one quantity in a process of its own, doubled again and
 * again. See {@code src/jmh/peers/README.md}.
 *
 * <p>Prints a line per size: the size, the seconds, the bytes that are allocated. All sizes are
 * measured in turn, several times; the first time is the warm-up of the process, and of the others
 * the median counts.
 */
public final class Growth {
  private static final int ROUNDS = 4;
  private static final double SECONDS = 0.4;
  private static final RandomKey KEY = Training.KEY;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Map<String, List<Integer>> SIZES =
      Map.of(
          "width", List.of(32, 64, 128, 256, 512, 1024, 2048),
          "batch", List.of(8, 16, 32, 64, 128, 256, 512, 1024, 2048),
          "examples", List.of(50, 100, 200, 400, 800, 1600, 3200),
          "seeds", List.of(1, 2, 4, 8, 16, 32));

  /** What all threads together have allocated. */
  private static final LongAdder BYTES = new LongAdder();

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
    List<Integer> sizes = SIZES.get(quantity);
    List<Runnable> works = sizes.stream().map(size -> work(quantity, size)).toList();
    Cost[][] costs = new Cost[sizes.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < sizes.size(); i++) {
        costs[i][round] = measure(works.get(i));
      }
    }
    for (int i = 0; i < sizes.size(); i++) {
      List<Cost> later = Arrays.asList(costs[i]).subList(1, ROUNDS);
      double[] seconds = later.stream().mapToDouble(Cost::seconds).sorted().toArray();
      double[] bytes = later.stream().mapToDouble(Cost::bytes).sorted().toArray();
      int middle = seconds.length / 2;
      System.out.printf(
          Locale.ROOT, "%d\t%.6g\t%.6g%n", sizes.get(i), seconds[middle], bytes[middle]);
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
    return () -> sink = counted(training::step);
  }

  /** An epoch of the main experiment, scored on 500 digits. */
  private static Runnable epoch(int examples) {
    Dataset train = OptDigits.train().rows(IntStream.range(0, examples).toArray());
    Dataset test = OptDigits.test().rows(IntStream.range(0, 500).toArray());
    Recipe recipe = Recipe.headline(train, test);
    Layer net = recipe.net(KEY);
    return () -> sink = counted(() -> Trainer.ofClassifier(1).fit(net, train, test, KEY));
  }

  /** Runs of two epochs of the main experiment. */
  private static Runnable runs(int seeds) {
    Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test()).withEpochs(2);
    Experiment experiment = Experiment.over(0.5).withSeeds(seeds);
    return () -> sink = experiment.run((p, key) -> counted(() -> recipe.run(key)));
  }

  /** Counts what the calling thread allocates: those that help it within a step need little. */
  private static <T> T counted(Supplier<T> work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    T result = work.get();
    BYTES.add(THREADS.getCurrentThreadAllocatedBytes() - before);
    return result;
  }

  /** Of one call. */
  private record Cost(double seconds, double bytes) {}

  /** Calls as often as fits into some time: once at least. */
  private static Cost measure(Runnable work) {
    work.run(); // so that its numbers are in the caches, if they fit
    BYTES.reset();
    long start = System.nanoTime();
    int calls = 0;
    double seconds;
    do {
      work.run();
      calls++;
      seconds = (System.nanoTime() - start) / 1e9;
    } while (seconds < SECONDS);
    return new Cost(seconds / calls, BYTES.doubleValue() / calls);
  }
}
