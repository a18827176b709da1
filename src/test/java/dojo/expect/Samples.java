package dojo.expect;

import dojo.random.RandomKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Classes as students write them, of each kind that a kata asks for. */
final class Samples {
  private Samples() {}

  /** What every kind of value looks like from here. */
  public static final class Functions {
    private Functions() {}

    public static String describe(
        boolean b, byte n, int i, long l, float f, double d, String text, RandomKey key) {
      return b + " " + n + " " + i + " " + l + " " + f + " " + d + " " + text + " " + key.state();
    }

    public static RandomKey child(RandomKey key) {
      return key.split(7);
    }

    public static String[] sorted(String[] words) {
      String[] copy = words.clone();
      java.util.Arrays.sort(copy);
      return copy;
    }

    public static float[][] itself(float[][] x) {
      return x;
    }

    public static float[][] shallow(float[][] x) {
      return x.clone();
    }

    public static void overwrite(float[][] x) {
      x[0][0] = 7;
    }

    public static void replaceRow(float[][] x) {
      x[0] = new float[] {8, 9};
    }

    public static float[][] nothing() {
      return null;
    }

    public static double checked() throws IOException {
      throw new IOException("disk");
    }

    public static double endless() {
      return endless() + 1;
    }

    private static double hidden() {
      return 1;
    }

    static double open() {
      return hidden();
    }
  }

  /** A layer with state; its mode is its own, but its count is everybody's. */
  public static final class Layer {
    private static int made;

    private final double p;
    private boolean training = true;
    private float[][] cache = {};

    public Layer(double p) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("p must be in [0, 1], but was " + p);
      }
      this.p = p;
      made++;
    }

    public void eval() {
      training = false;
    }

    public float[][] forward(float[][] x) {
      cache = x;
      return training ? new float[][] {{(float) p}} : x;
    }

    public float cached() {
      return cache[0][0];
    }

    public float[][] cache() {
      return cache;
    }

    public void writeIntoCache(float value) {
      cache[0][0] = value;
    }

    public boolean sameRate(Layer other) {
      return p == other.p;
    }

    public int made() {
      return made;
    }
  }

  /** An object that is made without arguments. */
  public static final class Counter {
    private int count;

    public int next() {
      return ++count;
    }

    public static int always() {
      return 5;
    }
  }

  /** A model as the student declares it. */
  public interface Model {
    double train(double p, long seed);

    double validate(double p, String set);
  }

  /** Functions in both directions. */
  public static final class Callers {
    private final List<String> log = new ArrayList<>();

    public double slope(DoubleUnaryOperator f, double x, double h) {
      return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    public float[][] twice(UnaryOperator<float[][]> f, float[][] x) {
      return f.apply(f.apply(x));
    }

    public double best(Model model) {
      return model.train(0.5, 1) + model.validate(0.5, "validation");
    }

    public DoubleUnaryOperator shifted(double by) {
      return x -> x + by;
    }

    public UnaryOperator<float[][]> back(UnaryOperator<float[][]> f) {
      return f;
    }

    public String guarded(DoubleUnaryOperator f) {
      try {
        f.applyAsDouble(1);
        return "returned";
      } catch (RuntimeException e) {
        log.add(e.getClass().getSimpleName() + ": " + e.getMessage());
        return log.get(0);
      }
    }

    public double careless(DoubleUnaryOperator f) {
      try {
        return f.applyAsDouble(1);
      } catch (Throwable swallowed) {
        return 0;
      }
    }

    public double sum(Callers notAnInterface) {
      return notAnInterface.log.size();
    }

    public double calls(DoubleUnaryOperator f) {
      return f.applyAsDouble(1);
    }
  }

  /** Fails before anything can be called. */
  public static final class Broken {
    private static final int TEN = Integer.parseInt("ten");

    private Broken() {}

    public static int ten() {
      return TEN;
    }
  }

  /** Cannot be made. */
  public static final class Closed {
    private Closed(int n) {}

    public int size() {
      return 0;
    }
  }
}
