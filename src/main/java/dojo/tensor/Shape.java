package dojo.tensor;

import java.util.Arrays;

/** Checks of shapes, each in one place. */
final class Shape {
  private Shape() {}

  /** Returns the number of elements of a shape; the empty shape holds one. */
  static int size(int... shape) {
    int size = 1;
    for (int length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException(
            "a shape has no negative lengths, but was " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  static void requireEqual(Tensor a, Tensor b) {
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

  static void requireMatrix(Tensor t) {
    if (t.shape.length != 2) {
      throw new IllegalArgumentException(
          "a matrix has 2 axes, but the shape was " + Arrays.toString(t.shape));
    }
  }
}
