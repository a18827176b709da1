package dojo.optim;

/** Checks of the settings of optimizers, which are rounded to float32 in a step. */
final class Positive {
  private Positive() {}

  static void require(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite, but was " + value);
    }
    requireFloat(name, value);
  }

  /** Checks that a number above 0 is one in float32, too. */
  static void requireFloat(String name, double value) {
    if ((float) value == 0) {
      throw new IllegalArgumentException(
          name
              + " must be at least "
              + Float.MIN_VALUE
              + ", below which a float32 is 0, but was "
              + value);
    }
    if ((float) value == Float.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          name + " must be at most " + Float.MAX_VALUE + ", the largest float32, but was " + value);
    }
  }

  static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, but was " + value);
    }
    if (value > 0) {
      requireFloat(name, value);
    }
  }

  /**
   * Returns a learning rate times a factor; a product below the smallest positive float32 is that.
   */
  static double slowed(double learningRate, double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the factor of a learning rate must be above 0 and finite, but was " + factor);
    }
    return Math.max(Float.MIN_VALUE, learningRate * factor);
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
    if ((float) value == 1) {
      throw new IllegalArgumentException(
          name
              + " must be at most "
              + Math.nextDown(1f)
              + ", above which a float32 is 1, but was "
              + value);
    }
  }
}
