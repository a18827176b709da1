package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs notebooks on the kernel, and writes each with its outputs.
 *
 * @param jupyter what runs them
 * @param settings how
 */
public record NotebookRunner(Jupyter jupyter, NotebookSettings settings) {

  /** nbclient ends a notebook at the limit and keeps its outputs; after this we end nbclient. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /**
   * Runs a notebook in its own folder, on a kernel of its own.
   *
   * @param notebook the notebook, which is not changed
   * @param progress told when the kernel and each cell starts, and what a long cell says
   * @return how it went; the executed notebook is written whole, whether a cell failed or not; if
   *     the run itself broke down there is none, not even of an earlier run
   * @throws java.util.concurrent.CancellationException if this program is being stopped
   */
  public NotebookRun run(Notebook notebook, CellListener progress) {
    Path output = settings.output().toAbsolutePath();
    Path executed = output.resolve(notebook.name() + ".ipynb");
    Path log = output.resolve("log").resolve(notebook.name() + ".log");
    Path source = notebook.file().toAbsolutePath();
    Instant start = Instant.now();
    try {
      Files.createDirectories(output.resolve("log"));
      ProcessBuilder builder =
          jupyter
              .python(
                  jupyter.data().resolve("execute.py").toString(),
                  source.toString(),
                  executed.toString(),
                  String.valueOf(settings.limit().toSeconds()),
                  words().say("took-too-long", settings.limit().toSeconds()),
                  words().say("kernel-died", "{error}", log, "{said}"),
                  log.toString(),
                  words().say("left-out", "{count}"),
                  words().say("may-be-lost"))
              .directory(source.resolve("..").normalize().toFile())
              .redirectError(log.toFile());
      int exit = drive(builder, notebook, progress);
      if (exit != 0) { // what an earlier run wrote is not what this one did
        Files.deleteIfExists(executed);
      }
      Duration time = Duration.between(start, Instant.now());
      Optional<Failure> failure =
          exit == 0 ? Notebook.read(executed).failure() : Optional.of(crash(notebook, exit, log));
      FiguresCheck figures =
          failure.isEmpty()
              ? HeldFigures.beside(notebook).check(Notebook.read(executed))
              : FiguresCheck.none(notebook);
      return new NotebookRun(notebook, executed, time, failure, figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int drive(ProcessBuilder builder, Notebook notebook, CellListener progress) {
    progress.cell(notebook, 0, notebook.codeCells().size(), "");
    try (ChildProcess child = ChildProcess.start(builder)) {
      child.endAfter(settings.limit().plus(GRACE));
      child.lines(
          line -> {
            String[] parts = line.split(" ", 3);
            int cell = Integer.parseInt(parts[0]);
            progress.cell(notebook, cell, Integer.parseInt(parts[1]), parts[2]);
          });
      return child.await();
    }
  }

  private Words words() {
    return Words.of(NotebookRunner.class, settings.language());
  }

  /** The notebook could not be run or written at all: the log's end is all there is to tell. */
  private Failure crash(Notebook notebook, int exit, Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    String error = words().say("runner-ended", exit, log) + "\n" + end;
    return new Failure(notebook.name(), 0, 0, notebook.codeCells().size(), "", error);
  }
}
