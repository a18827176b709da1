package dojo.playground;

import dojo.data.Dataset;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;

/**
 * Points of two classes in the plane, in equal numbers. All lie within {@link #EDGE} of the middle,
 * but for a few.
 */
final class Plane {
  /** The part of the plane that is shown: from −3 to 3 along both axes. */
  static final double EDGE = 3;

  /** How many places of the map lie along an axis. */
  static final int SIDE = 40;

  private Plane() {}

  /**
   * Draws points.
   *
   * @param kind {@code moons}, {@code circles} or {@code spirals}
   * @param n how many; every second one is of class 1
   * @param key what they are drawn from
   */
  static Dataset sample(String kind, int n, RandomKey key) {
    float[] x = new float[2 * n];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
      double[] at = place(kind, labels[i], key.split("places").uniform(i));
      x[2 * i] = (float) (at[0] + at[2] * key.split("right").normal(i));
      x[2 * i + 1] = (float) (at[1] + at[2] * key.split("up").normal(i));
    }
    return Dataset.of(Tensor.of(x, n, 2), labels, 2);
  }

  /** Returns where a point would lie exactly, and how far points stray. */
  private static double[] place(String kind, int label, double u) {
    double side = 1 - 2 * label; // 1 or −1
    return switch (kind) {
      case "moons" -> {
        double angle = Math.PI * u;
        yield new double[] {
          side * (1.5 * StrictMath.cos(angle) - 0.75),
          side * (1.5 * StrictMath.sin(angle) - 0.4),
          0.3
        };
      }
      case "circles" -> {
        double radius = label == 0 ? 0.9 : 2;
        double angle = 2 * Math.PI * u;
        yield new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0.25};
      }
      default -> {
        double radius = 0.3 + 2.2 * u;
        double angle = 1.5 * Math.PI * u;
        yield new double[] {
          side * radius * StrictMath.cos(angle), side * radius * StrictMath.sin(angle), 0.12
        };
      }
    };
  }

  /** Returns the places of the map, {@code [SIDE·SIDE, 2]}: first the top row, left to right. */
  static Tensor grid() {
    float[] x = new float[2 * SIDE * SIDE];
    double width = 2 * EDGE / SIDE;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      int column = i % SIDE;
      x[2 * i] = (float) ((column + 0.5) * width - EDGE);
      x[2 * i + 1] = (float) (EDGE - (row + 0.5) * width);
    }
    return Tensor.of(x, SIDE * SIDE, 2);
  }
}
