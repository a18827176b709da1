package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VectorKernelTest {

  @Test
  void what_cannot_be_found_leaves_the_plain_kernel() {
    Gemm plain = PlainGemm.INSTANCE;
    VectorKernel<Gemm> kernel =
        VectorKernel.of(Gemm.class, "dojo.tensor.NoSuchGemm", plain, gemm -> {});
    assertSame(plain, kernel.fastest());
    assertEquals(Optional.empty(), VectorKernel.find(Gemm.class, "dojo.tensor.NoSuchGemm"));
  }

  /** Which of the two it is depends on how far the compiler is: the answer never does. */
  @Test
  void the_fastest_is_one_of_the_two() {
    String name = Gemm.fastest().getClass().getSimpleName();
    assertTrue(name.equals("PlainGemm") || name.equals("VectorGemm"), name);
  }
}
