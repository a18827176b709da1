package dojo.lab;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order of a chart's curves, as the numbers tell it that it is held by. One language of
 * pictures: the first curve has the first colour, and where a curve stands for a net without
 * dropout, it is that one.
 *
 * @param curves the names of the curves, in order
 */
record ChartOrder(List<String> curves) {
  private static final Pattern FIGURES = Pattern.compile("data-figures=\"([^\"]*)\"");
  private static final Pattern CURVE =
      Pattern.compile("(?m)^(.+?):(?: (?:-?[\\d.]+(?:e-?\\d+)?|NaN|-?Infinity)){2,}$"); // no bar

  private static final Pattern WITHOUT =
      Pattern.compile("(?i)p = 0(\\.0)?(, (test|train))?|none|(.* )?without( dropout)?");

  /** Reads an {@code img} element. */
  static ChartOrder of(String picture) {
    String text = FIGURES.matcher(picture).results().findFirst().orElseThrow().group(1);
    return new ChartOrder(
        CURVE
            .matcher(text)
            .results()
            .filter((MatchResult found) -> found.start() > 0) // the title may look like a curve
            .map(found -> found.group(1))
            .toList());
  }

  boolean isRight() {
    return curves.stream().noneMatch(ChartOrder::isWithout) || isWithout(curves.get(0));
  }

  private static boolean isWithout(String curve) {
    return WITHOUT.matcher(curve).matches();
  }
}
