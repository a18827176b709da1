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

  /**
   * Returns a learning rate times a factor; a product below the smallest positive double is that.
   */
  static double slowed(double learningRate, double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the factor of a learning rate must be above 0 and finite, but was " + factor);
    }
    return Math.max(Double.MIN_VALUE, learningRate * factor);
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
