package dojo.lab;

import dojo.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a run showed the figures that it is held to.
 *
 * @param notebook the executed notebook
 * @param standing how they stand
 * @param held the first line of numbers that differs, as it is held; empty if there is none
 * @param shown the same line, as it was shown; empty if there is none
 */
public record FiguresCheck(
    Notebook notebook,
    Standing standing,
    Optional<Figures.Line> held,
    Optional<Figures.Line> shown) {

  /** How the figures of a run stand. */
  public enum Standing {
    /** All are as they are held. */
    EQUAL,
    /** The notebook is held to none, or did not run to its end. */
    NOT_HELD,
    /** They are held for other code: somebody changed a cell. */
    OTHER_CODE,
    /** The code is the same, a number is not. */
    DIFFERENT
  }

  static FiguresCheck none(Notebook executed) {
    return new FiguresCheck(executed, Standing.NOT_HELD, Optional.empty(), Optional.empty());
  }

  static FiguresCheck of(Notebook executed, Figures held, Figures shown) {
    if (!held.code().equals(shown.code())) {
      return new FiguresCheck(executed, Standing.OTHER_CODE, Optional.empty(), Optional.empty());
    }
    int lines = Math.max(held.lines().size(), shown.lines().size());
    for (int i = 0; i < lines; i++) {
      Optional<Figures.Line> one = line(held, i);
      Optional<Figures.Line> other = line(shown, i);
      if (!one.equals(other)) {
        return new FiguresCheck(executed, Standing.DIFFERENT, one, other);
      }
    }
    return new FiguresCheck(executed, Standing.EQUAL, Optional.empty(), Optional.empty());
  }

  private static Optional<Figures.Line> line(Figures figures, int i) {
    return i < figures.lines().size() ? Optional.of(figures.lines().get(i)) : Optional.empty();
  }

  /**
   * Returns whether the run must be called a failure.
   *
   * @return whether a figure differs
   */
  public boolean failed() {
    return standing == Standing.DIFFERENT;
  }

  /**
   * Returns what a reader should know.
   *
   * @param language the language to speak
   * @return the difference, its meaning and its remedy; one line if nothing could be compared;
   *     empty if all is well
   */
  public String text(Locale language) {
    Words words = Words.of(FiguresCheck.class, language);
    if (standing == Standing.OTHER_CODE) {
      return words.say("figures-of-other-code", notebook.name());
    }
    if (!failed()) {
      return "";
    }
    String nothing = words.say("no-figure");
    int i = firstDifference();
    return words.say(
        "figures-differ",
        notebook.name(),
        shown.or(() -> held).map(Figures.Line::cell).orElse(""),
        number(shown, i).orElse(nothing),
        number(held, i).orElse(nothing),
        held.map(Figures.Line::toString).orElse(nothing),
        shown.map(Figures.Line::toString).orElse(nothing),
        HeldFigures.command(notebook, HeldFigures.isQuick(notebook)));
  }

  private int firstDifference() {
    int i = 0;
    while (number(held, i).isPresent() && number(held, i).equals(number(shown, i))) {
      i++;
    }
    return i;
  }

  private static Optional<String> number(Optional<Figures.Line> line, int i) {
    List<String> numbers = line.map(Figures.Line::numbers).orElse(List.of());
    return i < numbers.size() ? Optional.of(numbers.get(i)) : Optional.empty();
  }
}
