package dojo.report;

import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of points as a drawing with a text alternative, both made of the same counts.
 */
final class PointsChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 8;
  private static final int TOP = 24;
  private static final int BASE = 240;
  private static final int GAP = 6;

  private PointsChart() {}

  static Html of(Distribution distribution, Words words) {
    List<Integer> counts = distribution.counts();
    int most = Math.max(1, counts.stream().reduce(0, Integer::max));
    int step = (WIDTH - 2 * LEFT) / counts.size();
    List<Html> parts = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int x = LEFT + i * step;
      int height = (int) Math.round((double) counts.get(i) * (BASE - TOP) / most);
      parts.add(
          Html.tag("rect")
              .at("class", "fill-h")
              .at("x", x + GAP / 2)
              .at("y", BASE - height)
              .at("width", step - GAP)
              .at("height", height)
              .with());
      if (counts.get(i) > 0) {
        parts.add(label(x + step / 2, BASE - height - 6, "", String.valueOf(counts.get(i))));
      }
      parts.add(label(x + step / 2, BASE + 18, "soft", range(i, counts.size())));
      told.add(words.say("chart-bar", range(i, counts.size()), counts.get(i)));
    }
    parts.add(
        Html.tag("line")
            .at("class", "rule")
            .at("x1", LEFT)
            .at("x2", WIDTH - LEFT)
            .at("y1", BASE)
            .at("y2", BASE)
            .with());
    parts.add(label(WIDTH / 2, BASE + 44, "soft", words.say("chart-axis")));
    String text = words.say("chart-text", String.join("; ", told));
    Html drawing =
        Html.tag("svg")
            .at("role", "img")
            .at("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
            .at("width", WIDTH)
            .at("height", HEIGHT)
            .at("aria-label", text)
            .with(parts);
    return Html.tag("figure", drawing, Html.tag("figcaption", caption(distribution, words)));
  }

  private static String caption(Distribution distribution, Words words) {
    return words.say(
        "chart-caption",
        distribution.percents().size(),
        distribution.quantile(0.5),
        distribution.quantile(0.25),
        distribution.quantile(0.75));
  }

  private static String range(int bar, int bars) {
    int from = bar * Distribution.STEP;
    return bar == bars - 1 ? String.valueOf(from) : from + "–" + (from + Distribution.STEP - 1);
  }

  private static Html label(int x, int y, String kind, String text) {
    return Html.tag("text")
        .at("class", kind)
        .at("x", x)
        .at("y", y)
        .at("text-anchor", "middle")
        .text(text);
  }
}
