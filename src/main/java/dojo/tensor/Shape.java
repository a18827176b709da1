package dojo.tensor;

import java.util.Arrays;

/** How many numbers a shape holds, and checks of shapes, each in one place. */
public final class Shape {

  /** Whole blocks of 256 numbers, and a few less than a Java array can have. */
  private static final int MOST = Integer.MAX_VALUE - 255;

  private Shape() {}

  /**
   * Returns how many numbers a shape holds: whoever multiplies lengths does it here.
   *
   * @param shape the length of each axis
   * @return the product; 1 for no axes, and 0 if a length is 0, however large the others are
   * @throws IllegalArgumentException if a length is negative, or the product is more than an array
   *     can hold
   */
  public static int size(int... shape) {
    long[] lengths = new long[shape.length]; // by a loop, not a stream: every new tensor asks
    for (int axis = 0; axis < shape.length; axis++) {
      lengths[axis] = shape[axis];
    }
    return size(lengths);
  }

  /**
   * Returns how many numbers a shape holds whose lengths have been computed, and may therefore be
   * too large for an {@code int}.
   *
   * @param shape the length of each axis
   * @return as {@link #size(int...)}
   * @throws IllegalArgumentException if a length is negative, or a length or the product is more
   *     than an array can hold
   */
  public static int size(long... shape) {
    boolean empty = false;
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "a shape has no negative lengths, but was " + Arrays.toString(shape));
      }
      empty |= length == 0;
    }
    long size = 1;
    for (long length : shape) {
      size *= empty ? 1 : length; // two numbers below 2³¹: a long can hold their product
      if (size > MOST || length > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a tensor holds at most "
                + MOST
                + " numbers, but the shape was "
                + Arrays.toString(shape)
                + ": make it smaller, or compute it in parts");
      }
    }
    return empty ? 0 : (int) size;
  }

  /**
   * Checks that two tensors have one shape.
   *
   * @param a one
   * @param b the other
   * @throws IllegalArgumentException if the shapes differ
   */
  public static void requireEqual(Tensor a, Tensor b) {
    if (!Arrays.equals(a.shape, b.shape)) {
      throw new IllegalArgumentException(
          "shapes must be equal, but were "
              + Arrays.toString(a.shape)
              + " and "
              + Arrays.toString(b.shape));
    }
  }

  static void requireLike(Tensor t, int... shape) {
    if (!Arrays.equals(t.shape, shape)) {
      throw new IllegalArgumentException(
          "the shape must be " + Arrays.toString(shape) + ", but was " + Arrays.toString(t.shape));
    }
  }

  /** Checks that two matrices can be multiplied along an axis of each. */
  static void requireInner(Tensor a, int axisOfA, Tensor b, int axisOfB) {
    requireMatrix(a);
    requireMatrix(b);
    if (a.shape[axisOfA] != b.shape[axisOfB]) {
      throw new IllegalArgumentException(
          "the inner lengths of a matrix product must be equal, but the shapes were "
              + Arrays.toString(a.shape)
              + " and "
              + Arrays.toString(b.shape));
    }
  }

  /** Checks that a tensor has rows: at least one axis. */
  static void requireRows(Tensor t) {
    if (t.shape.length == 0) {
      throw new IllegalArgumentException(
          "rows lie along the first axis, but the shape was []: give the tensor one, for example"
              + " with reshape(1)");
    }
  }

  static void requireMatrix(Tensor t) {
    if (t.shape.length != 2) {
      throw new IllegalArgumentException(
          "a matrix has 2 axes, but the shape was " + Arrays.toString(t.shape));
    }
  }
}
