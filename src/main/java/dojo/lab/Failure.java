package dojo.lab;

/**
 * What a reader needs to see when a cell fails: where, what was run, what the kernel said.
 *
 * @param notebook the notebook's name
 * @param prompt the number the reader sees, as in {@code In [7]}
 * @param cell the place of the cell among those with code, from 1; 0 if no cell was reached
 * @param cells how many cells have code
 * @param source what the cell says
 * @param error the error, with the kernel's colours
 */
public record Failure(
    String notebook, int prompt, int cell, int cells, String source, String error) {

  /**
   * Returns where it happened.
   *
   * @return for example {@code "05-dropout, In [7] (code cell 7 of 23)"}
   */
  public String place() {
    return cell == 0
        ? notebook + ", before the first cell"
        : notebook + ", In [" + prompt + "] (code cell " + cell + " of " + cells + ")";
  }

  /**
   * Returns everything as plain text.
   *
   * @return the place, the source and the error, without colours
   */
  public String text() {
    return colouredText().replaceAll("\u001B\\[[0-9;]*[A-Za-z]", "");
  }

  /**
   * Returns everything as the kernel coloured it, for a terminal.
   *
   * @return the place, the source and the error
   */
  public String colouredText() {
    String code = source.isBlank() ? "" : source.indent(4) + "\n";
    return place() + "\n\n" + code + error.stripTrailing().indent(2).stripTrailing();
  }
}
