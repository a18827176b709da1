package dojo.random;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/**
 * A source of randomness that never changes: the same key always gives the same numbers.
 *
 * <p>A key is a value, not a stream. Asking twice for {@code key.uniform(7)} gives the same number
 * twice, so a dropout mask is a pure function of its key: it can be drawn again, printed in a
 * notebook, compared in a test. Fresh randomness comes from a fresh key:
 *
 * <pre>{@code
 * RandomKey key = RandomKey.of(42);
 * Tensor x = Tensor.uniform(key.split("input"), 1, 4, 4);
 * Mask first = Mask.sample(rate, key.split(0), 1, 4, 4);
 * Mask second = Mask.sample(rate, key.split(1), 1, 4, 4); // independent of the first
 * }</pre>
 *
 * <p>The generator is SplitMix64 read by position: number {@code i} is the finaliser applied to
 * {@code state + (i + 1)·γ}. Any number can be computed without the ones before it, in any order,
 * on any thread.
 *
 * @param state the 64 bits that identify this key
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood (2014), Fast
 *     splittable pseudorandom number generators</a>
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon et al. (2011), Parallel random
 *     numbers: as easy as 1, 2, 3</a> (the idea of counter-based generators)
 */
public record RandomKey(long state) {

  /** 2^64 divided by the golden ratio, made odd: successive multiples are spread evenly. */
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  /** How many numbers {@link #bits(long, long[])} gives at most. */
  public static final int BLOCK = 256;

  /** The first multiples: read from an array, they keep the loop one that HotSpot vectorises. */
  private static final long[] MULTIPLES =
      LongStream.rangeClosed(1, BLOCK).map(i -> i * GAMMA).toArray();

  /**
   * Returns the key for a seed chosen by a person; equal seeds give equal keys.
   *
   * @param seed any number
   * @return the key
   */
  public static RandomKey of(long seed) {
    return new RandomKey(mix(seed + GAMMA));
  }

  /**
   * Returns child number {@code index} of this key, independent of its siblings and of the numbers
   * of this key itself.
   *
   * @param index which child, for example a layer, an epoch or a seed
   * @return the child
   */
  public RandomKey split(long index) {
    return new RandomKey(mix(mix(state ^ 0x6A09E667F3BCC909L) + index * GAMMA));
  }

  /**
   * Returns the child of this key with a name, such as {@code "masks"}.
   *
   * @param name any text; equal texts give equal children
   * @return the child
   */
  public RandomKey split(String name) {
    long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bits: written out, so that no JDK can change it
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return split(mix(hash));
  }

  /**
   * Returns number {@code index} of this key as 64 random bits.
   *
   * @param index the position, any number
   * @return 64 bits, each 0 or 1 with equal probability
   */
  public long bits(long index) {
    return mix(state + (index + 1) * GAMMA);
  }

  /**
   * Fills an array with numbers of this key, several times as fast as one by one.
   *
   * @param from the position of the first
   * @param numbers gets {@code bits(from)}, {@code bits(from + 1)} and so on; at most {@link
   *     #BLOCK}
   */
  public void bits(long from, long[] numbers) {
    long start = state + from * GAMMA;
    for (int i = 0; i < numbers.length; i++) { // mix, written out
      long z = start + MULTIPLES[i];
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      numbers[i] = z ^ (z >>> 31);
    }
  }

  /**
   * Returns number {@code index} of this key as a real number, uniform in {@code [0, 1)}.
   *
   * @param index the position, any number
   * @return a multiple of 2^-53 in {@code [0, 1)}
   */
  public double uniform(long index) {
    return (bits(index) >>> 11) * 0x1.0p-53;
  }

  /**
   * Returns number {@code index} of this key as a sample of the standard normal distribution.
   *
   * <p>The method of Box and Muller (1958) on two uniforms of its own. {@link StrictMath} makes it
   * the same number on every machine.
   *
   * @param index the position, any number
   * @return a sample of N(0, 1)
   * @see <a href="https://doi.org/10.1214/aoms/1177706645">Box and Muller (1958)</a>
   */
  public double normal(long index) {
    double u = 1 - uniform(2 * index); // in (0, 1], so that its logarithm is finite
    double angle = 2 * Math.PI * uniform(2 * index + 1);
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(angle);
  }

  /**
   * Returns number {@code index} of this key as a whole number, uniform in {@code [0, bound)}.
   *
   * <p>The bias of the multiplication is below {@code bound / 2^64} and too small to notice.
   *
   * @param index the position, any number
   * @param bound the number of possible results, at least 1
   * @return a number from 0 to {@code bound - 1}
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int below(long index, int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, but was " + bound);
    }
    long bits = bits(index) & -2; // 63 random bits
    // bits·bound / 2⁶⁴, by halves whose products fit into 64 bits
    long low = (bits & 0xFFFFFFFFL) * bound;
    return (int) (((bits >>> 32) * bound + (low >>> 32)) >>> 32);
  }

  /**
   * Returns the numbers 0 to {@code size - 1} in random order, each order equally likely.
   *
   * @param size how many, at least 0
   * @return a new array (the shuffle of Fisher and Yates)
   * @throws IllegalArgumentException if {@code size} is negative
   */
  public int[] permutation(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size must be at least 0, but was " + size);
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The finaliser of SplitMix64: every bit of the input changes every bit of the output. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
