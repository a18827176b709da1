package dojo.plot;

import dojo.experiment.Sample;
import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a histogram of values holds.
 *
 * @param title what is shown
 * @param x what the values are
 * @param edges of the bins
 * @param series the values
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record DistributionText(String title, String x, double[] edges, List<Series> series)
    implements Content {

  /** Values, and which share of them lies in each bin, in per cent. */
  record Series(String name, double[] values, double[] shares) {
    int fullest() {
      int fullest = 0;
      for (int i = 1; i < shares.length; i++) {
        fullest = shares[i] > shares[fullest] ? i : fullest;
      }
      return fullest;
    }
  }

  @Override
  public String text(Locale language) {
    Words words = Words.of(DistributionText.class, language);
    return Stream.concat(
            Stream.of(
                words.say("chart", title), words.say("axes", x, words.say("share-of-values"))),
            series.stream().map(each -> text(each, words)))
        .collect(Collectors.joining("\n"));
  }

  private String text(Series each, Words words) {
    List<Object> told = new ArrayList<>(List.of(each.name(), each.values().length));
    told.addAll(numbers(each));
    return words.say("distribution", told.toArray());
  }

  /** The smallest, the largest and the mean; where the fullest bin lies, and its share. */
  private List<String> numbers(Series each) {
    int fullest = each.fullest();
    return Stream.of(
            Arrays.stream(each.values()).min().orElseThrow(),
            Arrays.stream(each.values()).max().orElseThrow(),
            new Sample(each.values()).mean(),
            edges[fullest],
            edges[fullest + 1],
            each.shares()[fullest])
        .map(PlainNumber::of)
        .toList();
  }

  @Override
  public String figures() {
    return Stream.concat(
            Stream.of(title, x),
            series.stream()
                .map(
                    each ->
                        each.name()
                            + ": "
                            + each.values().length
                            + " "
                            + String.join(" ", numbers(each))))
        .collect(Collectors.joining("\n"));
  }

  /** A row for each bin. */
  @Override
  public PlotData data(Locale language) {
    Words words = Words.of(DistributionText.class, language);
    double[] from = Arrays.copyOf(edges, edges.length - 1);
    double[] to = Arrays.copyOfRange(edges, 1, edges.length);
    return new PlotData(
        title,
        List.of(
            words.say("heading-curve"),
            words.say("bin-from", x),
            words.say("bin-to", x),
            words.say("share-of-values")),
        series.stream()
            .map(each -> new PlotData.Part(each.name(), List.of(from, to, each.shares())))
            .toList(),
        OptionalInt.empty());
  }
}
