package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FloatsTest {
  @Test
  void the_door_copies_nothing() {
    float[] values = {1, 2, 3, 4, 5, 6};
    Tensor tensor = Floats.tensor(values, 2, 3);
    assertSame(values, Floats.of(tensor));
    assertSame(values, Floats.of(Floats.like(Tensor.zeros(2, 3), values)));
    assertArrayEquals(new int[] {2, 3}, Floats.like(tensor, new float[6]).shape());
  }

  @Test
  void numbers_that_do_not_fill_the_shape_are_rejected() {
    var e = assertThrows(IllegalArgumentException.class, () -> Floats.tensor(new float[5], 2, 3));
    assertEquals("5 numbers do not fill the shape [2, 3]", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Floats.like(Tensor.zeros(2), new float[3]));
    assertEquals("3 numbers do not fill the shape [2]", e.getMessage());
  }
}
