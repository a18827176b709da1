package dojo.optim;

/** Checks of the settings of optimizers. */
final class Positive {
  private Positive() {}

  static void require(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite, but was " + value);
    }
  }

  static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, but was " + value);
    }
  }

  static void requireSteps(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a schedule needs at least 1 step, but had " + length);
    }
  }

  static void requireFraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), but was " + value);
    }
  }
}
