package dojo.playground;

import dojo.data.Dataset;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The examples of a game.
 *
 * @param train what the nets learn from, with the wrong labels that were asked for
 * @param right the same examples with their right labels
 * @param test what they are measured on, with right labels
 */
record Pool(Dataset train, Dataset right, Dataset test) {
  /** Examples to test on. */
  private static final int TESTS = 300;

  /** Test digits that are shown one by one. */
  private static final int SHOWN = 24;

  /**
   * Draws examples.
   *
   * @param digits as {@link DigitText} writes them, the ones to test on last; read only if they are
   *     what is learned
   */
  static Pool of(Settings settings, String digits, RandomKey key) {
    int n = settings.whole(Settings.EXAMPLES);
    String kind = settings.name(Settings.DATA);
    Dataset right;
    Dataset test;
    if (kind.equals("digits")) {
      Dataset all = DigitText.of(digits);
      int last = all.size() - TESTS;
      int[] order = key.split("train").permutation(last);
      right = all.rows(Arrays.copyOf(order, n));
      test = all.rows(IntStream.range(last, all.size()).toArray());
    } else {
      right = Plane.sample(kind, n, key.split("train"));
      test = Plane.sample(kind, TESTS, key.split("test"));
    }
    double noise = settings.number(Settings.NOISE);
    return new Pool(right.withLabelNoise(noise, key.split("labels")), right, test);
  }

  int classes() {
    return train.classes();
  }

  /** Returns how many numbers an example has. */
  int in() {
    return train.x().length(1);
  }

  boolean isPlane() {
    return in() == 2;
  }

  /** Returns the test examples that are shown one by one. */
  Dataset shown() {
    return test.rows(IntStream.range(0, SHOWN).toArray());
  }

  /** Returns all points of the plane, or the digits that are shown: see {@link Game#data}. */
  float[] flat() {
    return isPlane() ? points() : digits();
  }

  private float[] points() {
    int n = train.size();
    int[] labels = train.labels();
    int[] rightLabels = right.labels();
    int[] testLabels = test.labels();
    float[] x = train.x().toArray();
    float[] testX = test.x().toArray();
    float[] all = new float[5 * (n + test.size())];
    for (int i = 0; i < n + test.size(); i++) {
      boolean toTest = i >= n;
      int at = toTest ? i - n : i;
      all[5 * i] = (toTest ? testX : x)[2 * at];
      all[5 * i + 1] = (toTest ? testX : x)[2 * at + 1];
      all[5 * i + 2] = (toTest ? testLabels : labels)[at];
      all[5 * i + 3] = toTest || labels[at] == rightLabels[at] ? 1 : 0;
      all[5 * i + 4] = toTest ? 1 : 0;
    }
    return all;
  }

  private float[] digits() {
    Dataset first = shown();
    float[] x = first.x().toArray();
    int[] labels = first.labels();
    float[] all = new float[(in() + 1) * labels.length];
    for (int i = 0; i < labels.length; i++) {
      System.arraycopy(x, i * in(), all, i * (in() + 1), in());
      all[i * (in() + 1) + in()] = labels[i];
    }
    return all;
  }
}
