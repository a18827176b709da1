package dojo.expect;

import dojo.kata.Value;
import java.util.Arrays;

/** Small helpers for the arrays that the tests of katas give and get. */
public final class Grids {
  private Grids() {}

  /**
   * Makes an array of one value.
   *
   * @param rows the number of rows
   * @param columns the number of columns
   * @param value what every element is
   * @return a new array, [rows, columns]
   */
  public static float[][] filled(int rows, int columns, float value) {
    float[][] x = new float[rows][columns];
    for (float[] row : x) {
      Arrays.fill(row, value);
    }
    return x;
  }

  /**
   * Multiplies every element.
   *
   * @param x any rows
   * @param factor what it is multiplied by, in double precision
   * @return a new array of the same shape
   */
  public static float[][] times(float[][] x, double factor) {
    float[][] y = copy(x);
    for (float[] row : y) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (row[j] * factor);
      }
    }
    return y;
  }

  /**
   * Copies the rows, not the outer array only.
   *
   * @param x any rows
   * @return a new array that shares nothing with x
   */
  public static float[][] copy(float[][] x) {
    return Arrays.stream(x).map(float[]::clone).toArray(float[][]::new);
  }

  /**
   * Keeps what survived.
   *
   * @param x the input of dropout
   * @param y its output; what it lacks counts as dropped
   * @return a new array: x where y is not zero, otherwise zero
   */
  public static float[][] where(float[][] x, float[][] y) {
    float[][] kept = copy(x);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        if (i >= y.length || j >= y[i].length || y[i][j] == 0) {
          kept[i][j] = 0;
        }
      }
    }
    return kept;
  }

  /**
   * Counts the elements that have a value; NaN has none.
   *
   * @param x any rows
   * @param value the value; +0 and −0 are the same here
   * @return how many
   */
  public static int count(float[][] x, float value) {
    int count = 0;
    for (float[] row : x) {
      for (float element : row) {
        count += element == value ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Counts the zeros.
   *
   * @param x any rows
   * @return how many elements are +0 or −0
   */
  public static int zeros(float[][] x) {
    return count(x, 0);
  }

  /**
   * Counts the ones.
   *
   * @param x any rows
   * @return how many elements are 1
   */
  public static int ones(float[][] x) {
    return count(x, 1);
  }

  /**
   * Counts the places at which both are zero or neither is.
   *
   * @param a the one
   * @param b the other, of the same length
   * @return how many places
   */
  public static int alike(float[] a, float[] b) {
    int alike = 0;
    for (int i = 0; i < a.length; i++) {
      alike += (a[i] == 0) == (b[i] == 0) ? 1 : 0;
    }
    return alike;
  }

  /**
   * Takes every so many elements.
   *
   * @param x the elements
   * @param first the index of the first that is taken
   * @param step how far it is to the next
   * @return a new array
   */
  public static float[] every(float[] x, int first, int step) {
    float[] some = new float[(x.length - first + step - 1) / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = x[first + i * step];
    }
    return some;
  }

  /**
   * Takes a column.
   *
   * @param x any rows that have this column
   * @param column its index
   * @return a new array, an element for each row
   */
  public static float[] column(float[][] x, int column) {
    float[] elements = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      elements[i] = x[i][column];
    }
    return elements;
  }

  /**
   * Compares two arrays as {@link Expect#toBe} does.
   *
   * @param a any rows
   * @param b other ones
   * @return whether they have one shape and, but for rounding, the same elements
   */
  public static boolean same(float[][] a, float[][] b) {
    return Tolerance.ROUNDING.accepts(a, b);
  }

  /**
   * Looks for what a multiplication by 0 leaves behind.
   *
   * @param x any rows
   * @return whether an element is NaN or −0
   */
  public static boolean hasNanOrMinusZero(float[][] x) {
    for (float[] row : x) {
      for (float value : row) {
        if (Float.isNaN(value) || Float.compare(value, -0f) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Joins two values that are to be checked together.
   *
   * @param first a number, a boolean, a text or an array
   * @param second another one
   * @return both
   */
  public static Value.Pair pair(Object first, Object second) {
    return new Value.Pair(new Value(first), new Value(second));
  }
}
