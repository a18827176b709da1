package dojo.lab;

/** Is told how far the run of a notebook is. */
@FunctionalInterface
public interface CellListener {

  /**
   * Called when the kernel starts, when a cell starts, and when a long cell says how far it is.
   *
   * @param notebook the notebook
   * @param cell the place of the cell among those with code, from 1; 0 while the kernel starts
   * @param cells how many cells have code
   * @param said what the cell says of its progress, for example {@code "14 of 30 runs"}; empty when
   *     it starts
   */
  void cell(Notebook notebook, int cell, int cells, String said);
}
