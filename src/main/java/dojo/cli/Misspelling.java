package dojo.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A word that was typed and is not known. Picocli's own guess is not used: for {@code test}, which
 * is no command, it finds {@code reset}.
 *
 * @param word as it was typed
 */
record Misspelling(String word) {

  static Misspelling of(String word) {
    return new Misspelling(word);
  }

  /** Returns the known word that was meant; none if all differ by more than a slip of the hand. */
  Optional<String> among(Collection<String> known) {
    int most = word.length() > 5 ? 2 : 1;
    return known.stream()
        .sorted() // of two that are as near, always the same
        .min(Comparator.comparingInt(this::slips))
        .filter(nearest -> slips(nearest) <= most);
  }

  /**
   * Counts the slips between this and a known word: a letter too many, too few or wrong, or two
   * that changed places (the optimal string alignment distance, Damerau 1964).
   */
  private int slips(String meant) {
    int[][] d = new int[word.length() + 1][meant.length() + 1];
    for (int i = 0; i <= word.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        d[i][j] = Math.max(i, j);
        if (i > 0 && j > 0) {
          int wrong = word.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
          int extra = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
          d[i][j] = Math.min(extra, d[i - 1][j - 1] + wrong);
          if (isSwapped(meant, i, j)) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
    }
    return d[word.length()][meant.length()];
  }

  private boolean isSwapped(String meant, int i, int j) {
    return i > 1
        && j > 1
        && word.charAt(i - 1) == meant.charAt(j - 2)
        && word.charAt(i - 2) == meant.charAt(j - 1);
  }
}
