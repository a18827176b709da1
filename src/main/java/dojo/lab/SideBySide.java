package dojo.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs of notebooks, two at a time: while one starts its kernel, computes on one core or is
 * written, the other has the rest of the machine.
 *
 * <p>Each has a kernel of its own, and a run is a pure function of its keys, so no figure depends
 * on what runs beside it. More than two would take memory, and start the last ones no earlier.
 */
public final class SideBySide implements AutoCloseable {
  private static final int AT_A_TIME = 2;

  private final ExecutorService threads;
  private final Map<Path, Future<NotebookRun>> runs = new LinkedHashMap<>();

  private SideBySide(int threads) {
    this.threads = Executors.newFixedThreadPool(threads, SideBySide::daemon);
  }

  /**
   * Starts to run notebooks, in their order; on a machine with one core, one after the other.
   *
   * @param runner what runs each of them
   * @param notebooks the notebooks
   * @param progress told when a cell of any of them starts, by several threads
   * @return their runs, some of which are still to begin
   */
  public static SideBySide start(
      NotebookRunner runner, List<Notebook> notebooks, CellListener progress) {
    int cores = Runtime.getRuntime().availableProcessors();
    SideBySide all = new SideBySide(Math.min(AT_A_TIME, cores));
    for (Notebook notebook : notebooks) {
      all.runs.put(notebook.file(), all.threads.submit(() -> runner.run(notebook, progress)));
    }
    return all;
  }

  /**
   * Waits for the run of a notebook.
   *
   * @param notebook one of those that were started
   * @return how it went
   * @throws CancellationException if this program is being stopped
   * @throws IllegalArgumentException if it was not started
   */
  public NotebookRun await(Notebook notebook) {
    Future<NotebookRun> run = runs.get(notebook.file());
    if (run == null) {
      throw new IllegalArgumentException(
          notebook.name() + " was not started, but only " + runs.keySet());
    }
    try {
      return run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Starts no other notebook; those that run end with this program, and their kernels with them.
   */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** The thread of a run keeps no program alive: where that ends, so does the run. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "notebook");
    thread.setDaemon(true);
    return thread;
  }
}
