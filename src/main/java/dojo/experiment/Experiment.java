package dojo.experiment;

import dojo.random.RandomKey;
import dojo.tensor.Cores;
import dojo.train.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same trial under several settings, each with several seeds.
 *
 * <p>Seed s gives every setting the same key, so that settings can be compared in pairs: what
 * differs between two results of one seed is the setting alone. Trials run side by side on the
 * machine's cores; each is a pure function of its setting and key, so the number of cores changes
 * nothing.
 *
 * @param <S> what a setting is, for example a drop rate
 * @param settings the settings, in the order in which results are shown
 * @param seeds how many seeds, at least 1
 * @param threads how many trials run at a time, at least 1
 */
public record Experiment<S>(List<S> settings, int seeds, int threads) {
  private static final Duration LOOK = Duration.ofMillis(200);

  /**
   * One trial.
   *
   * @param <S> what a setting is
   * @param <R> what a result is
   */
  @FunctionalInterface
  public interface Trial<S, R> {
    /**
     * Makes the trial.
     *
     * @param setting what is varied
     * @param key the only source of randomness
     * @return what came out
     */
    R run(S setting, RandomKey key);
  }

  /**
   * Copies the list and checks the ranges.
   *
   * @param settings the settings, in the order in which results are shown
   * @param seeds how many seeds, at least 1
   * @param threads how many trials run at a time, at least 1
   * @throws IllegalArgumentException if there is no setting, one comes twice, or a number is below
   *     1
   */
  public Experiment {
    settings = List.copyOf(settings);
    if (settings.isEmpty() || seeds < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "an experiment needs a setting, a seed and a thread at least, but had "
              + settings.size()
              + ", "
              + seeds
              + " and "
              + threads);
    }
    if (Set.copyOf(settings).size() < settings.size()) {
      throw new IllegalArgumentException(
          "the settings of an experiment must differ, but were " + settings);
    }
  }

  /**
   * Returns an experiment with these settings, one seed, and as many threads as there are cores.
   *
   * @param <S> what a setting is
   * @param settings the settings
   * @return the experiment
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads the array
  public static <S> Experiment<S> over(S... settings) {
    return new Experiment<>(List.of(settings), 1, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns this experiment with another number of seeds.
   *
   * @param number how many, at least 1
   * @return the new experiment
   */
  public Experiment<S> withSeeds(int number) {
    return new Experiment<>(settings, number, threads);
  }

  /**
   * Returns this experiment with another number of threads.
   *
   * @param number how many, at least 1
   * @return the new experiment
   */
  public Experiment<S> withThreads(int number) {
    return new Experiment<>(settings, seeds, number);
  }

  /**
   * Makes all trials.
   *
   * @param <R> what a result is
   * @param trial a function of setting and key, without side effects
   * @return the results of every setting, by seed
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public <R> Results<S, R> run(Trial<S, R> trial) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Experiment::daemon);
    AtomicInteger done = new AtomicInteger();
    try (Ticker ticker = Ticker.of("runs", settings.size() * seeds)) {
      Map<S, List<Future<R>>> running = new LinkedHashMap<>();
      for (S setting : settings) {
        running.put(setting, new ArrayList<>());
      }
      for (int seed = 0; seed < seeds; seed++) {
        RandomKey key = RandomKey.of(seed);
        running.forEach(
            (setting, runs) -> runs.add(pool.submit(() -> alone(trial, setting, key, done))));
      }
      Map<S, List<R>> results = new LinkedHashMap<>();
      for (Map.Entry<S, List<Future<R>>> entry : running.entrySet()) {
        List<R> bySeed = new ArrayList<>();
        for (Future<R> future : entry.getValue()) {
          bySeed.add(await(future, () -> ticker.done(done.get())));
        }
        results.put(entry.getKey(), bySeed);
      }
      return new Results<>(results);
    } catch (InterruptedException e) {
      throw (CancellationException)
          new CancellationException("the experiment was interrupted").initCause(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** A trial has one core: the others have trials of their own. */
  private static <S, R> R alone(Trial<S, R> trial, S setting, RandomKey key, AtomicInteger done) {
    Cores.Claim core = Cores.claim();
    try (core) {
      return trial.run(setting, key);
    } finally {
      done.incrementAndGet();
    }
  }

  /** Waits for a result, and does something now and then meanwhile. */
  private static <R> R await(Future<R> future, Runnable meanwhile)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return future.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        meanwhile.run();
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    return thread;
  }
}
