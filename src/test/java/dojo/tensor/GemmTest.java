package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dojo.random.RandomKey;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds every kernel equal to the textbook, to the bit. Only the bits inside a NaN are left open,
 * as Java leaves them ({@code assertArrayEquals} takes every NaN for equal, and tells 0.0 from
 * −0.0).
 */
class GemmTest {
  private static final RandomKey KEY = RandomKey.of(7);

  /**
   * Both sides of the edges: last rows of a tile, narrow matrices, vectors and blocks of 4 to 32.
   */
  private static final int[] LENGTHS = {1, 2, 3, 4, 7, 8, 15, 16, 17, 24, 25, 32, 33, 64};

  /** Where the machine was started with their module, vectors are tested too. */
  private static final List<Gemm> KERNELS =
      Stream.concat(
              Stream.of(PlainGemm.INSTANCE, new EmulatedGemm()),
              VectorKernel.find(Gemm.class, Gemm.VECTORS).stream())
          .toList();

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void a_product_equals_the_textbook_to_the_bit(boolean transposeA, boolean transposeB) {
    for (int m : LENGTHS) {
      for (int n : LENGTHS) {
        for (int k : LENGTHS) {
          assertEqual(transposeA, transposeB, m, n, k, KEY::normal);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "50, 256, 64",
    "50, 10, 256",
    "256, 10, 50",
    "257, 129, 131",
    "1, 1, 1000",
    "70, 1, 9",
    "130, 70, 600",
    "5, 2061, 49",
    "2061, 5, 49"
  })
  void the_shapes_of_the_course_and_those_of_several_blocks_are_equal_to_the_bit(
      int m, int n, int k) {
    for (int transposes = 0; transposes < 4; transposes++) {
      assertEqual(transposes % 2 == 1, transposes > 1, m, n, k, KEY::normal);
    }
  }

  @Test
  void the_kernel_of_vectors_is_found_where_there_are_vectors() {
    assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    assertEquals("VectorGemm", KERNELS.get(2).getClass().getSimpleName());
  }

  @Test
  void the_special_numbers_are_treated_as_by_the_textbook() {
    float[] special = {
      0f,
      -0f,
      1f,
      -1f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_NORMAL,
      -Float.MIN_NORMAL,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      1e-30f,
      1e-20f,
      0x1.fffffep-1f,
      3e38f
    };
    // long chains end in NaN; short ones keep what is special
    for (int k : new int[] {1, 2, 3, 5}) {
      for (int n : new int[] {1, 16, 33}) {
        for (int transposes = 0; transposes < 4; transposes++) {
          RandomKey key = KEY.split(k).split(n).split(transposes);
          assertEqual(
              transposes % 2 == 1,
              transposes > 1,
              33,
              n,
              k,
              i -> special[key.below(i, special.length)]);
        }
      }
    }
  }

  /**
   * Chains of one block and of two, in each kernel: nothing that scratch still holds may enter the
   * last steps.
   */
  @Test
  void infinity_at_the_start_of_a_chain_stays_infinity_to_its_end() {
    for (int k : new int[] {48, 49, 50, 51, 256, 257, 258, 259}) {
      float[] a = numbers(k, 0, i -> 1);
      float[] b = numbers(k, 0, i -> i < 4 ? Float.POSITIVE_INFINITY : 1);
      for (Gemm gemm : KERNELS) {
        float[] c = new float[1];
        new Product(false, false, 1, 1, k, a, b, c).add(gemm);
        assertEquals(Float.POSITIVE_INFINITY, c[0], k + ", " + gemm.getClass().getSimpleName());
      }
    }
  }

  @Test
  void rounding_happens_once_per_step_not_twice() {
    float a =
        1 + 0x1p-12f; // a·a = 1 + 2^-11 + 2^-24: the last bit is lost if rounded before adding
    float[] c = {-1 - 0x1p-11f};
    for (Gemm gemm : KERNELS) {
      float[] sum = c.clone();
      new Product(false, false, 1, 1, 1, new float[] {a}, new float[] {a}, sum).add(gemm);
      assertArrayEquals(new float[] {0x1p-24f}, sum);
    }
  }

  /**
   * The widths have every remainder by 16, which the scratch rows of the plain kernel depend on.
   */
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void a_part_of_a_product_is_computed_and_the_rest_is_left(
      boolean transposeA, boolean transposeB) {
    int m = 21;
    int n = 45;
    int k = 7;
    float[] a = numbers(m * k, 0, KEY::normal);
    float[] b = numbers(k * n, 10_000, KEY::normal);
    float[] c = numbers(m * n, 20_000, KEY::normal);
    float[] whole = c.clone();
    textbook(transposeA, transposeB, m, n, k, a, b, whole);
    for (int right = 6; right < 40; right++) {
      float[] expected = c.clone();
      for (int row = 2; row < 19; row++) {
        System.arraycopy(whole, row * n + 5, expected, row * n + 5, right - 5);
      }
      for (Gemm gemm : KERNELS) {
        float[] actual = c.clone();
        gemm.add(new Product(transposeA, transposeB, m, n, k, a, b, actual), 2, 19, 5, right);
        assertArrayEquals(expected, actual, right + ", " + gemm.getClass().getSimpleName());
      }
    }
  }

  @Test
  void a_thread_finds_its_scratch_again_and_never_that_of_another() throws InterruptedException {
    Scratch scratch = new Scratch(3);
    float[] own = scratch.get();
    assertEquals(3, own.length);
    assertSame(own, scratch.get());
    AtomicReference<float[]> other = new AtomicReference<>();
    Thread thread = new Thread(() -> other.set(scratch.get()));
    thread.start();
    thread.join();
    assertEquals(3, other.get().length);
    assertNotSame(own, other.get());
  }

  /**
   * Until HotSpot has compiled it, the kernel of vectors keeps them on the heap: so several times.
   */
  @Test
  void a_product_takes_little_more_memory_than_its_result_however_long_it_is() {
    int m = 1_000_000;
    float[] x = numbers(m, 0, i -> i);
    long result = 4L * m;
    for (Gemm gemm : KERNELS) {
      long least = Long.MAX_VALUE;
      for (int i = 0; least >= 2 * result && i < 20; i++) {
        float[] c = new float[m];
        least =
            Math.min(least, taken(new Product(false, false, m, 1, 1, x, new float[] {2}, c), gemm));
        assertEquals(2f * (m - 1), c[m - 1]);
      }
      String kernel = gemm.getClass().getSimpleName();
      assertTrue(least < 2 * result, least + " bytes for a result of " + result + ", " + kernel);
    }
  }

  /** Adds a product beside others on all cores, so that this thread does all of it. */
  private static long taken(Product product, Gemm gemm) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Cores.Claim[] all =
        IntStream.rangeClosed(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> Cores.claim())
            .toArray(Cores.Claim[]::new);
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      product.add(gemm);
    } finally {
      List.of(all).forEach(Cores.Claim::close);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void an_empty_chain_changes_nothing() {
    for (Gemm gemm : KERNELS) {
      float[] c = {1, -0f, Float.NaN, 4, 5, 6};
      new Product(false, false, 2, 3, 0, new float[0], new float[0], c).add(gemm);
      assertArrayEquals(new float[] {1, -0f, Float.NaN, 4, 5, 6}, c);
    }
  }

  @Test
  void an_empty_result_is_no_error() {
    for (Gemm gemm : KERNELS) {
      new Product(false, false, 0, 3, 2, new float[0], new float[6], new float[0]).add(gemm);
      new Product(false, false, 3, 0, 2, new float[6], new float[0], new float[0]).add(gemm);
      new Product(true, true, 0, 0, 0, new float[0], new float[0], new float[0]).add(gemm);
    }
  }

  /** C starts from numbers, not from zeros: a kernel that adds them last would differ. */
  private static void assertEqual(
      boolean transposeA, boolean transposeB, int m, int n, int k, IntToDoubleFunction numbers) {
    float[] a = numbers(m * k, 0, numbers);
    float[] b = numbers(k * n, 10_000, numbers);
    float[] c = numbers(m * n, 20_000, numbers);
    float[] expected = c.clone();
    textbook(transposeA, transposeB, m, n, k, a, b, expected);
    for (Gemm gemm : KERNELS) {
      float[] actual = c.clone();
      float[] a0 = a.clone();
      float[] b0 = b.clone();
      new Product(transposeA, transposeB, m, n, k, a, b, actual).add(gemm);
      String shape = m + "×" + n + " over " + k + ", " + gemm.getClass().getSimpleName();
      assertArrayEquals(expected, actual, shape);
      assertArrayEquals(a0, a, () -> "A was changed: " + shape);
      assertArrayEquals(b0, b, () -> "B was changed: " + shape);
    }
  }

  /** The definition: one chain of fused multiply-adds per element, started from what C holds. */
  private static void textbook(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      float[] a,
      float[] b,
      float[] c) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int p = 0; p < k; p++) {
          c[i * n + j] =
              Math.fma(
                  a[transposeA ? p * m + i : i * k + p],
                  b[transposeB ? j * k + p : p * n + j],
                  c[i * n + j]);
        }
      }
    }
  }

  private static float[] numbers(int size, int from, IntToDoubleFunction numbers) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) numbers.applyAsDouble(from + i);
    }
    return values;
  }
}
