package dojo.expect;

import java.util.BitSet;

/**
 * The sign of draws that are made once for all keys: they are the same under each, and as fair as
 * any.
 *
 * @param chance how far counts may be away
 * @param p the probability that an element is dropped
 */
record OneSeed(Chance chance, double p) {
  /** Fewer elements look fair by chance. */
  private static final int LEAST = 1_000;

  private static final int LAGS = 8;

  /** Whether zeros look like fair draws; that they are the same under every key was seen. */
  boolean explains(Outcome drawn) {
    return drawn.size() >= LEAST && isFair(drawn.zeros(), drawn.size());
  }

  /** In number, and in how often neighbours fall alike, near and not so near. */
  private boolean isFair(BitSet zeros, int n) {
    boolean fair = chance.accepts(zeros.cardinality(), n, p);
    for (int lag = 1; lag <= LAGS && fair; lag++) {
      int alike = 0;
      int pairs = 0;
      for (int i = 0; i + lag < n; i += i % (2 * lag) == lag - 1 ? lag + 1 : 1) { // each once
        alike += zeros.get(i) == zeros.get(i + lag) ? 1 : 0;
        pairs++;
      }
      fair = chance.accepts(alike, pairs, p * p + (1 - p) * (1 - p));
    }
    return fair;
  }
}
