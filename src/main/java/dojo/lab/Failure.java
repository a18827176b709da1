package dojo.lab;

import dojo.words.Words;
import java.util.Locale;

/**
 * What a reader needs to see when a cell fails: where, what was run, what the kernel said.
 *
 * @param notebook the notebook's name
 * @param prompt the number that the reader sees, as in {@code In [7]}
 * @param cell the place of the cell among those with code, from 1; 0 if no cell was reached
 * @param cells how many cells have code
 * @param source the code of the cell
 * @param error the error, with the kernel's colours
 */
public record Failure(
    String notebook, int prompt, int cell, int cells, String source, String error) {

  /**
   * Returns where it happened.
   *
   * @param language the reader's language
   * @return for example {@code "05-dropout, In [7] (code cell 7 of 23)"}
   */
  public String place(Locale language) {
    Words words = Words.of(Failure.class, language);
    return cell == 0
        ? words.say("before-the-first-cell", notebook)
        : words.say("cell", notebook, prompt, cell, cells);
  }

  /**
   * Returns everything as plain text.
   *
   * @param language the reader's language
   * @return the place, the source and the error, without colours
   */
  public String text(Locale language) {
    return colouredText(language).replaceAll("\u001B\\[[0-9;]*[A-Za-z]", "");
  }

  /**
   * Returns everything as the kernel coloured it, for a terminal.
   *
   * @param language the reader's language
   * @return the place, the source and the error
   */
  public String colouredText(Locale language) {
    String code = source.isBlank() ? "" : source.indent(4) + "\n";
    return place(language) + "\n\n" + code + error.stripTrailing().indent(2).stripTrailing();
  }
}
