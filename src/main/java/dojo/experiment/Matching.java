package dojo.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Partners of nearly the same number: to compare two groups that differ in more than what is asked,
 * pair by pair.
 *
 * <p>Members of the first group choose in their order, each the nearest of the second group that is
 * still free. Whoever finds none within the caliper has no partner and is left out, so the pairs
 * may stand for a part of the group alone.
 *
 * @param pairs who was paired with whom
 * @see <a href="https://doi.org/10.1214/09-STS313">Stuart (2010), Matching methods for causal
 *     inference</a>
 */
public record Matching(List<Pair> pairs) {

  /**
   * Two partners.
   *
   * @param first index in the first group
   * @param second index in the second group
   */
  public record Pair(int first, int second) {}

  /**
   * Copies the list.
   *
   * @param pairs who was paired with whom
   */
  public Matching {
    pairs = List.copyOf(pairs);
  }

  /**
   * Pairs members of two groups, each at most once.
   *
   * @param first a number for each member of the first group
   * @param second a number for each member of the second group
   * @param caliper how far the numbers of partners may lie apart, at least 0
   * @return the pairs, in the order of the first group
   * @throws IllegalArgumentException if the caliper is negative or NaN
   */
  public static Matching nearest(double[] first, double[] second, double caliper) {
    if (!(caliper >= 0)) {
      throw new IllegalArgumentException("a caliper must be at least 0, but was " + caliper);
    }
    boolean[] taken = new boolean[second.length];
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      int best = -1;
      double smallest = caliper;
      for (int j = 0; j < second.length; j++) {
        double distance = Math.abs(first[i] - second[j]);
        boolean nearer = best < 0 ? distance <= smallest : distance < smallest;
        if (!taken[j] && nearer) {
          best = j;
          smallest = distance;
        }
      }
      if (best >= 0) {
        taken[best] = true;
        pairs.add(new Pair(i, best));
      }
    }
    return new Matching(pairs);
  }

  /**
   * Returns the partners in the first group.
   *
   * @return their indices, in the order of the pairs
   */
  public int[] firsts() {
    return pairs.stream().mapToInt(Pair::first).toArray();
  }

  /**
   * Returns the partners in the second group.
   *
   * @return their indices, in the order of the pairs
   */
  public int[] seconds() {
    return pairs.stream().mapToInt(Pair::second).toArray();
  }
}
