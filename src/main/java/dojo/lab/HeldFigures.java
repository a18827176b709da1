package dojo.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The figures that a course is held to: for each notebook one file for full runs, which prose may
 * quote, and one for quick runs.
 *
 * <p>They hold for the code that they were made with. Whoever changes a cell may well see other
 * figures, so then nothing is compared.
 *
 * @param folder where the files lie: {@code figures}, beside the notebooks
 */
public record HeldFigures(Path folder) {

  /**
   * Returns the figures that a notebook of the course is held to.
   *
   * @param notebook the notebook, not its executed copy
   * @return the figures of its folder
   */
  public static HeldFigures beside(Notebook notebook) {
    return new HeldFigures(notebook.file().resolveSibling("figures"));
  }

  /**
   * Returns whether the figures of a run are those that are held.
   *
   * @param executed the executed notebook
   * @return how they stand, and the first difference
   */
  public FiguresCheck check(Notebook executed) {
    Path file = file(executed, isQuick(executed));
    if (!Files.exists(file)) {
      return FiguresCheck.none(executed);
    }
    return FiguresCheck.of(executed, Figures.read(file), Figures.of(executed));
  }

  /**
   * Returns what is wrong with the files of a notebook that was not run.
   *
   * @param notebook the notebook
   * @return the file that is missing or was made with other code, if there is one
   */
  public Optional<Path> stale(Notebook notebook) {
    for (boolean quick : new boolean[] {false, true}) {
      Path file = file(notebook, quick);
      if (!Files.exists(file) || !Figures.read(file).code().equals(Figures.code(notebook))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Holds the course to the figures of a run from now on.
   *
   * @param executed the executed notebook
   * @return the file that was written
   */
  public Path write(Notebook executed) {
    boolean quick = isQuick(executed);
    Path file = file(executed, quick);
    Figures.of(executed).write(file, "Written by " + command(executed, quick));
    return file;
  }

  private Path file(Notebook notebook, boolean quick) {
    return folder.resolve(notebook.topic() + (quick ? ".quick.txt" : ".full.txt"));
  }

  static boolean isQuick(Notebook executed) {
    return executed.content().path("metadata").path("dojo").path("quick").asBoolean();
  }

  /** Returns the command that writes the figures of a notebook anew. */
  static String command(Notebook notebook, boolean quick) {
    return "./dojo run %02d %s--write-figures"
        .formatted(notebook.number(), quick ? "--quick " : "");
  }
}
