package dojo.plot;

import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a chart of curves holds: made from the numbers that are drawn, so that it says what the
 * picture shows.
 *
 * @param title what is shown
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 * @param view where the vertical axis starts and ends, and how
 * @param curves what is drawn
 */
record ChartText(String title, String x, String y, View view, List<Curve> curves)
    implements Content {

  /**
   * The part of the vertical axis that is seen.
   *
   * @param cut where it starts and ends; empty if it fits all curves
   * @param logarithmic whether equal distances are equal factors
   */
  record View(List<Double> cut, boolean logarithmic) {}

  @Override
  public String text(Locale language) {
    Words words = Words.of(ChartText.class, language);
    String axes =
        view.cut().isEmpty()
            ? words.say("axes", x, y)
            : words.say("axes-cut", x, y, cut(0), cut(1));
    Heights heights = Heights.of(view, curves);
    boolean epochs = x.equals(words.say("epoch"));
    return Stream.concat(
            Stream.of(words.say("chart", title), axes),
            curves.stream().map(curve -> new CurveText(curve, heights, epochs, words).text()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String figures() {
    String axes = view.cut().isEmpty() ? x + " " + y : x + " " + y + " " + cut(0) + " " + cut(1);
    return Stream.concat(Stream.of(title, axes), curves.stream().map(Curve::figures))
        .collect(Collectors.joining("\n"));
  }

  private String cut(int end) {
    return PlainNumber.of(view.cut().get(end));
  }

  @Override
  public PlotData data(Locale language) {
    Words words = Words.of(ChartText.class, language);
    boolean bands = curves.stream().anyMatch(Curve::hasBand);
    List<String> headings =
        bands
            ? List.of(words.say("heading-curve"), x, y, words.say("low"), words.say("high"))
            : List.of(words.say("heading-curve"), x, y);
    return new PlotData(
        title, headings, curves.stream().map(curve -> curve.data(bands)).toList(), seeds());
  }

  /** Known where it is known of every curve; a level is no result, but a number to compare with. */
  private OptionalInt seeds() {
    List<Curve> results = curves.stream().filter(curve -> !curve.isLevel()).toList();
    return results.stream().anyMatch(curve -> curve.seeds() == 0)
        ? OptionalInt.empty()
        : results.stream().mapToInt(Curve::seeds).max();
  }
}
