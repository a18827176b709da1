package dojo.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the run of a notebook went.
 *
 * @param notebook the source notebook
 * @param executed the executed notebook, which is not there if the run itself broke down
 * @param time how long it took, the start of the kernel included
 * @param failure what went wrong, if anything
 * @param figures whether it showed the figures that it is held to
 */
public record NotebookRun(
    Notebook notebook,
    Path executed,
    Duration time,
    Optional<Failure> failure,
    FiguresCheck figures) {

  /**
   * Returns whether all is well.
   *
   * @return whether every cell ran and no figure differs
   */
  public boolean passed() {
    return failure.isEmpty() && !figures.failed();
  }

  /**
   * Holds the notebook to the figures of this run from now on, unless it failed.
   *
   * @return this run, whose figures now are those that are held
   */
  public NotebookRun holdingFigures() {
    if (failure.isPresent()) {
      return this;
    }
    HeldFigures held = HeldFigures.beside(notebook);
    held.write(figures.notebook());
    return new NotebookRun(notebook, executed, time, failure, held.check(figures.notebook()));
  }
}
