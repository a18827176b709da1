package dojo.lab;

/** Is told how far the run of a notebook is. */
@FunctionalInterface
public interface CellListener {

  /**
   * Called when a cell starts.
   *
   * @param notebook the notebook
   * @param cell the place of the cell among those with code, from 1
   * @param cells how many cells have code
   */
  void cell(Notebook notebook, int cell, int cells);
}
