package dojo.plot;

import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.List;
import java.util.Locale;

/**
 * What a listener is told of a curve: its shape, with the numbers at which it turns.
 *
 * @param curve the curve
 * @param heights how its heights are seen
 * @param epochs whether its places are epochs
 * @param words the language
 */
record CurveText(Curve curve, Heights heights, boolean epochs, Words words) {
  /** A curve with more moves is told by its extremes: nobody can bear more of them. */
  private static final int MOST_MOVES = 4;

  /** What changes by more than this share of its value is not flat, however it looks. */
  private static final double FLAT = 0.03;

  String text() {
    List<Integer> points = curve.points();
    List<Integer> finite = points.stream().filter(curve::isFinite).toList();
    if (finite.isEmpty()) {
      return words.say(
          "curve-is-lost", curve.name(), at(points.get(0)), at(points.get(points.size() - 1)));
    }
    String line = line(finite);
    String whole =
        curve.hasBand()
            ? words.say(
                "band",
                line,
                PlainNumber.of(curve.band(finite.get(0))),
                PlainNumber.of(curve.band(finite.get(finite.size() - 1))))
            : line;
    if (finite.size() == points.size()) {
      return whole;
    }
    int lost = points.stream().filter(i -> !curve.isFinite(i)).findFirst().orElseThrow();
    return words.say("lost-points", whole, points.size() - finite.size(), points.size(), at(lost));
  }

  private String line(List<Integer> points) {
    int first = points.get(0);
    int last = points.get(points.size() - 1);
    int low = curve.lowest(points);
    int high = curve.highest(points);
    if (first == last) {
      return words.say("curve-is-a-point", curve.name(), height(first), at(first));
    }
    if (curve.y()[low] == curve.y()[high]) {
      return words.say("curve-is-level", curve.name(), height(first), at(first), at(last));
    }
    double[] seen = points.stream().mapToDouble(i -> heights.of(curve.y()[i])).toArray();
    Trend trend = Trend.of(seen, Heights.NOTICED);
    if (trend.moves() == 0) {
      String flat = isLevel(low, high) ? "curve-is-flat" : "curve-hardly-changes";
      return words.say(flat, curve.name(), height(low), height(high), at(first), at(last));
    }
    if (trend.moves() <= MOST_MOVES) {
      return words.say("curve", curve.name(), moves(trend, points));
    }
    Trend coarse = Trend.of(seen, 2 * Heights.NOTICED);
    if (coarse.moves() > 0 && coarse.moves() <= MOST_MOVES) {
      return words.say("curve-on-the-whole", curve.name(), moves(coarse, points));
    }
    boolean dots = curve.look() == Line.Look.DOTS;
    return words.say(
        dots ? "dots" : "curve-goes-up-and-down",
        curve.name(),
        dots ? points.size() : trend.moves(),
        height(first),
        at(first),
        height(last),
        at(last),
        height(low),
        at(low),
        height(high),
        at(high));
  }

  private String moves(Trend trend, List<Integer> points) {
    String told = "";
    for (Trend.Part part : trend.parts()) {
      int from = points.get(part.from());
      int to = points.get(part.to());
      String move = move(part, points);
      told =
          told.isEmpty()
              ? words.say(move, height(from), at(from), height(to), at(to))
              : words.say("then", told, words.say(move + "-on", height(to), at(to)));
    }
    return told;
  }

  /**
   * What is too little to be seen may be much beside the value, such as the last tenth of a loss.
   */
  private String move(Trend.Part part, List<Integer> points) {
    if (part.move() != Trend.Move.FLAT) {
      return part.move().name().toLowerCase(Locale.ROOT);
    }
    List<Integer> inside = points.subList(part.from(), part.to() + 1);
    int low = curve.lowest(inside);
    int high = curve.highest(inside);
    if (isLevel(low, high)) {
      return "flat";
    }
    double[] y = curve.y();
    double rise = y[points.get(part.to())] - y[points.get(part.from())];
    if (Math.abs(rise) < (y[high] - y[low]) / 2) {
      return "hardly-changes";
    }
    return rise < 0 ? "slightly-falls" : "slightly-rises";
  }

  private boolean isLevel(int low, int high) {
    double[] y = curve.y();
    return y[high] - y[low] <= FLAT * Math.max(Math.abs(y[low]), Math.abs(y[high]));
  }

  private String height(int i) {
    return PlainNumber.of(curve.y()[i]);
  }

  private String at(int i) {
    String place = PlainNumber.of(curve.x()[i]);
    return epochs ? words.say("epoch-number", place) : place;
  }
}
