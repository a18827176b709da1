package dojo.expect;

import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A student's class that answers every call with something of the right type, and with nothing that
 * makes sense: what a test must stand.
 */
public final class RandomAnswers implements SubjectFactory {
  static final AtomicInteger ROUND = new AtomicInteger();

  private static final double[] NUMBERS = {
    0, -0.0, 1, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e300, -7
  };

  /** For the configuration parameter. */
  public RandomAnswers() {}

  @Override
  public Seam open(String className, ClassLoader loader, Seam back) {
    RandomKey key = RandomKey.of(ROUND.get()).split(className);
    AtomicInteger calls = new AtomicInteger();
    return call -> answer(call, key.split(calls.getAndIncrement()));
  }

  private static Answer answer(Call call, RandomKey key) {
    if (key.below(0, 12) == 0) {
      String[] types = {"java.lang.IllegalArgumentException", "Oops", "a.b$C", "java.lang.Error"};
      return new Answer.Threw(
          List.of(types[key.below(1, types.length)], "java.lang.RuntimeException"), "", List.of());
    }
    if (key.below(0, 40) == 1) {
      return new Answer.Unfit(new Seen.ReturnedNull("f", List.of(7, 0)));
    }
    return switch (call.result().name()) {
      case "void" -> new Answer.Done();
      case "boolean" -> new Answer.Returned(key.below(2, 2) == 0);
      case "int" -> new Answer.Returned((int) key.bits(2));
      case "long" -> new Answer.Returned(key.bits(2));
      case "float" -> new Answer.Returned((float) number(key));
      case "double" -> new Answer.Returned(number(key));
      case "String" -> new Answer.Returned("\ud800");
      case "RandomKey" -> new Answer.Returned(key);
      case "float[]" -> new Answer.Returned(row(call, key));
      case "double[]" -> new Answer.Returned(doubles(key));
      case "int[]" -> new Answer.Returned(ints(key));
      case "boolean[]" -> new Answer.Returned(new boolean[key.below(2, 5)]);
      case "float[][]" -> new Answer.Returned(grid(call, key));
      case "double[][]" -> new Answer.Returned(new double[][] {doubles(key), doubles(key)});
      case "boolean[][]" -> new Answer.Returned(new boolean[key.below(2, 4)][key.below(3, 4)]);
      case "float[][][]" -> new Answer.Returned(new float[][][] {grid(call, key), {}});
      case "float[][][][]" -> new Answer.Returned(new float[][][][] {{grid(call, key)}, {}});
      default -> new Answer.Returned(new Handle(Handle.Owner.STUDENT, key.below(2, 9)));
    };
  }

  private static double number(RandomKey key) {
    return key.below(3, 3) == 0 ? key.normal(4) : NUMBERS[key.below(5, NUMBERS.length)];
  }

  private static float[] row(RandomKey key, int length) {
    float[] row = new float[length];
    IntStream.range(0, length).forEach(j -> row[j] = (float) number(key.split(j)));
    return row;
  }

  /** Often of the length of an argument, so that the test goes on to look at what is in it. */
  private static float[] row(Call call, RandomKey key) {
    for (Object argument : call.arguments()) {
      if (argument instanceof float[] x && key.below(6, 3) > 0) {
        return row(key, x.length);
      }
    }
    return row(key, key.below(7, 6));
  }

  private static float[][] grid(Call call, RandomKey key) {
    for (Object argument : call.arguments()) {
      if (argument instanceof float[][] x && key.below(6, 3) > 0) {
        float[][] y = new float[x.length][];
        IntStream.range(0, x.length).forEach(i -> y[i] = row(key.split(i), x[i].length));
        return key.below(8, 5) == 0 ? x : y;
      }
    }
    float[][] ragged = new float[key.below(7, 5)][];
    IntStream.range(0, ragged.length)
        .forEach(i -> ragged[i] = row(key.split(i), key.below(9 + i, 4)));
    return ragged;
  }

  private static double[] doubles(RandomKey key) {
    return IntStream.range(0, key.below(7, 6)).mapToDouble(j -> number(key.split(j))).toArray();
  }

  private static int[] ints(RandomKey key) {
    return IntStream.range(0, key.below(7, 6)).map(j -> (int) key.bits(j)).toArray();
  }
}
