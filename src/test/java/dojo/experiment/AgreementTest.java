package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void a_gradient_agrees_with_itself() {
    assertEquals(new Agreement(1, 1, 0), Agreement.of(new double[] {3, 4}, new double[] {3, 4}));
  }

  @Test
  void a_right_angle_of_the_same_size_has_cosine_0_ratio_1_and_is_root_2_away() {
    assertEquals(
        new Agreement(0, 1, Math.sqrt(50) / 5),
        Agreement.of(new double[] {4, -3}, new double[] {3, 4}));
  }

  @Test
  void size_and_direction_are_told_apart() {
    assertEquals(new Agreement(-1, 2, 3), Agreement.of(new double[] {-6, -8}, new double[] {3, 4}));
  }

  @Test
  void tensors_are_compared_number_by_number() {
    List<Tensor> a = List.of(Tensor.ofRows(new float[] {1, 2}), Tensor.of(new float[] {3}, 1));
    assertArrayEquals(new double[] {1, 2, 3}, Agreement.numbers(a));
    assertEquals(0, Agreement.of(a, a).distance());
  }

  @Test
  void a_gradient_of_zeros_has_no_direction() {
    Agreement lost = Agreement.of(new double[2], new double[] {3, 4});
    assertTrue(Double.isNaN(lost.cosine()));
    assertEquals(0, lost.ratio());
    assertEquals(1, lost.distance());
  }

  @Test
  void gradients_of_different_models_are_refused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Agreement.of(new double[2], new double[3]));
    assertEquals("gradients of one model are equally long, but had 2 and 3", e.getMessage());
  }
}
