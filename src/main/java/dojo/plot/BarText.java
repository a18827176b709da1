package dojo.plot;

import dojo.experiment.Interval;
import dojo.experiment.Sample;
import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;

/**
 * What a chart of bars holds.
 *
 * @param title what is shown
 * @param x in what the bars differ
 * @param y what their height shows
 * @param series the bars, by colour
 */
record BarText(String title, String x, String y, List<BarChart.Bars> series) implements Content {

  /** A line for the chart, one for its axes and one for each bar. */
  @Override
  public String text(Locale language) {
    Words words = Words.of(BarText.class, language);
    List<String> lines = new ArrayList<>();
    lines.add(words.say("chart", fullTitle(language)));
    lines.add(words.say("axes", x, y));
    bars((place, set) -> words.say("bar-of-set", place, set))
        .forEach(bar -> lines.add(bar.text(words)));
    return String.join("\n", lines);
  }

  /** One bar, with the interval of its mean. */
  private record Bar(String name, double mean, Interval interval) {

    boolean hasInterval() {
      return !Double.isNaN(interval.low());
    }

    String text(Words words) {
      return hasInterval()
          ? words.say(
              "bar-with-interval",
              name,
              PlainNumber.of(mean),
              PlainNumber.of(interval.low()),
              PlainNumber.of(interval.high()))
          : words.say("bar", name, PlainNumber.of(mean));
    }

    String figures() {
      String line = name + ": " + PlainNumber.of(mean);
      return hasInterval()
          ? line + " " + PlainNumber.of(interval.low()) + " " + PlainNumber.of(interval.high())
          : line;
    }

    PlotData.Part data() {
      return new PlotData.Part(
          name,
          List.of(
              new double[] {mean}, new double[] {interval.low()}, new double[] {interval.high()}));
    }
  }

  /** All bars; where there are several sets, each is called by its place and its set. */
  private List<Bar> bars(BinaryOperator<String> name) {
    List<Bar> all = new ArrayList<>();
    for (BarChart.Bars bars : series) {
      for (int i = 0; i < bars.places().size(); i++) {
        String place = bars.places().get(i);
        Sample sample = bars.samples().get(i);
        all.add(
            new Bar(
                series.size() == 1 ? place : name.apply(place, bars.name()),
                sample.mean(),
                sample.interval(BarChart.CONFIDENCE)));
      }
    }
    return all;
  }

  /** The title, and over how many seeds; the fewest and the most if the bars differ in that. */
  String fullTitle(Locale language) {
    Words words = Words.of(BarText.class, language);
    int[] seeds = sizes();
    if (seeds.length == 0 || seeds[seeds.length - 1] == 1) {
      return title;
    }
    int most = seeds[seeds.length - 1];
    return seeds[0] == most
        ? words.say("mean-and-interval", title, most)
        : words.say("mean-and-interval-of-seeds", title, seeds[0], most);
  }

  /** How many numbers are behind the bars, in order. */
  private int[] sizes() {
    return series.stream()
        .flatMap(bars -> bars.samples().stream())
        .mapToInt(Sample::size)
        .sorted()
        .toArray();
  }

  @Override
  public String figures() {
    StringBuilder lines = new StringBuilder(title);
    int[] seeds = sizes();
    if (seeds.length > 0 && seeds[seeds.length - 1] > 1) {
      Arrays.stream(seeds)
          .distinct()
          .filter(n -> n == seeds[0] || n == seeds[seeds.length - 1])
          .forEach(n -> lines.append(' ').append(n));
      lines.append(' ').append(PlainNumber.of(100 * BarChart.CONFIDENCE));
    }
    lines.append('\n').append(x).append(' ').append(y);
    bars((place, set) -> place + ", " + set)
        .forEach(bar -> lines.append('\n').append(bar.figures()));
    return lines.toString();
  }

  /** A row for each bar. */
  @Override
  public PlotData data(Locale language) {
    Words words = Words.of(BarText.class, language);
    List<PlotData.Part> parts =
        bars((place, set) -> words.say("bar-of-set", place, set)).stream().map(Bar::data).toList();
    return new PlotData(
        title,
        List.of(x, y, words.say("interval-low"), words.say("interval-high")),
        parts,
        seeds());
  }

  /** Known where it is known of every bar. */
  private OptionalInt seeds() {
    List<Sample> all = series.stream().flatMap(bars -> bars.samples().stream()).toList();
    return all.stream().anyMatch(sample -> sample.seeds() == 0)
        ? OptionalInt.empty()
        : all.stream().mapToInt(Sample::seeds).max();
  }
}
