package dojo.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The shape of a curve as a viewer sees it: where it falls, rises and is flat.
 *
 * <p>The parts follow each other from the first point to the last. In one that falls, the end is
 * below the start and nothing in between rises noticeably; in one that rises, the other way round;
 * one that is flat stays within what is noticed.
 *
 * @param parts from left to right, at least one; none if there is a single point
 */
record Trend(List<Part> parts) {
  /** A flat part is worth telling if it is at least this share of the points. */
  private static final double WORTH_TELLING = 0.2;

  /** What a part does. */
  enum Move {
    FALLS,
    RISES,
    FLAT
  }

  /**
   * A part of a curve.
   *
   * @param move what it does
   * @param from its first point, counted from 0
   * @param to its last point
   */
  record Part(Move move, int from, int to) {}

  /**
   * Finds the shape.
   *
   * @param heights of the points, from left to right, finite
   * @param noticed the smallest difference of heights that counts, above 0
   */
  static Trend of(double[] heights, double noticed) {
    int last = heights.length - 1;
    if (last < 1) {
      return new Trend(List.of());
    }
    List<Integer> turns = turns(heights, noticed);
    if (turns.isEmpty()) {
      return new Trend(List.of(new Part(Move.FLAT, 0, last)));
    }
    List<Integer> ends = ends(heights, turns);
    int head = flatUntil(heights, noticed, ends.get(1));
    int tail = flatFrom(heights, noticed, ends.get(ends.size() - 2));
    boolean hasHead = isWorthTelling(head, last) && goesOn(heights, ends, 0, head, ends.get(1));
    if (hasHead) {
      ends.set(0, head);
    }
    int end = ends.size() - 1;
    int before = ends.get(end - 1);
    boolean hasTail =
        isWorthTelling(last - tail, last) && goesOn(heights, ends, end - 1, before, tail);
    if (hasTail) {
      ends.set(end, tail);
    }
    List<Part> parts = new ArrayList<>();
    if (hasHead) {
      parts.add(new Part(Move.FLAT, 0, head));
    }
    for (int i = 0; i < end; i++) {
      Move move = heights[ends.get(i)] > heights[ends.get(i + 1)] ? Move.FALLS : Move.RISES;
      parts.add(new Part(move, ends.get(i), ends.get(i + 1)));
    }
    if (hasTail) {
      parts.add(new Part(Move.FLAT, tail, last));
    }
    return new Trend(List.copyOf(parts));
  }

  /**
   * From the first point by way of the turns to the last. What a curve does before its first turn
   * and after its last is too little to be told, unless its two ends would belie the only move.
   */
  private static List<Integer> ends(double[] y, List<Integer> turns) {
    int last = y.length - 1;
    List<Integer> ends = new ArrayList<>(turns);
    ends.set(0, 0);
    ends.set(ends.size() - 1, last);
    boolean belied =
        turns.size() == 2
            && Double.compare(y[0], y[last]) != Double.compare(y[turns.get(0)], y[turns.get(1)]);
    return belied
        ? new ArrayList<>(new TreeSet<>(List.of(0, turns.get(0), turns.get(1), last)))
        : ends;
  }

  /** How many of the parts fall or rise. */
  long moves() {
    return parts.stream().filter(part -> part.move() != Move.FLAT).count();
  }

  /**
   * The highest and lowest points between which it noticeably falls or rises; none if it is flat.
   */
  private static List<Integer> turns(double[] y, double noticed) {
    List<Integer> turns = new ArrayList<>();
    int low = 0;
    int high = 0;
    int direction = 0;
    for (int i = 1; i < y.length; i++) {
      low = y[i] < y[low] && direction <= 0 ? i : low;
      high = y[i] > y[high] && direction >= 0 ? i : high;
      if (direction == 0 && y[high] - y[low] >= noticed) {
        turns.add(Math.min(low, high));
        direction = low < high ? 1 : -1;
      } else if (direction > 0 && y[high] - y[i] >= noticed) {
        turns.add(high);
        direction = -1;
        low = i;
      } else if (direction < 0 && y[i] - y[low] >= noticed) {
        turns.add(low);
        direction = 1;
        high = i;
      }
    }
    if (direction != 0) {
      turns.add(direction > 0 ? high : low);
    }
    return turns;
  }

  /** Whether a move that a flat neighbour makes shorter is left with a way to go. */
  private static boolean goesOn(double[] y, List<Integer> ends, int move, int from, int to) {
    boolean falls = y[ends.get(move)] > y[ends.get(move + 1)];
    return from < to && (falls ? y[from] > y[to] : y[from] < y[to]);
  }

  private static boolean isWorthTelling(int points, int last) {
    return points >= 2 && points >= WORTH_TELLING * last;
  }

  /** The last point, before a limit, up to which all lie within what is noticed. */
  private static int flatUntil(double[] y, double noticed, int limit) {
    double low = y[0];
    double high = y[0];
    int i = 0;
    while (i + 1 < limit && Math.max(high, y[i + 1]) - Math.min(low, y[i + 1]) < noticed) {
      i++;
      low = Math.min(low, y[i]);
      high = Math.max(high, y[i]);
    }
    return i;
  }

  /** The first point, after a limit, from which on all lie within what is noticed. */
  private static int flatFrom(double[] y, double noticed, int limit) {
    double[] back = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      back[i] = y[y.length - 1 - i];
    }
    return y.length - 1 - flatUntil(back, noticed, y.length - 1 - limit);
  }
}
