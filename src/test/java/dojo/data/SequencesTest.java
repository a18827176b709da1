package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SequencesTest {

  @Test
  void a_text_is_cut_into_sequences_that_do_not_overlap() {
    Sequences two = new Text("abcabcab", "abc").sequences(3);
    assertEquals(Tensor.ofRows(new float[] {0, 1, 2}, new float[] {0, 1, 2}), two.x());
    assertEquals(Tensor.ofRows(new float[] {1, 2, 0}, new float[] {1, 2, 0}), two.y());
    assertEquals("2 sequences of 3 steps", two.toString());
    assertEquals(2, new Text("abcabca", "abc").sequences(3).size());
    assertEquals(1, new Text("abcabc", "abc").sequences(3).size()); // the last has no next one
    assertEquals(0, new Text("", "abc").sequences(3).size());
    assertEquals(two.rows(1), new Text("abcabcab", "abc").passage(3, 8).sequences(3));
  }

  @Test
  void the_error_is_the_share_of_steps_with_a_wrong_class() {
    Sequences data = new Sequences(Tensor.zeros(1, 4), Tensor.ofRows(new float[] {0, 1, 1, 0}));
    float nan = Float.NaN;
    Tensor output = Tensor.of(new float[] {2, 1, 2, 1, 1, 2, nan, 1}, 1, 4, 2);
    assertEquals(0.5, data.error(output)); // right, wrong, right, none
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "every step needs one class, but the shapes were [2, 3] and [2, 4]",
        () -> new Sequences(Tensor.zeros(2, 3), Tensor.zeros(2, 4)));
    assertRejected(
        "outputs must have the classes of each step, but the shapes were [2, 3] and [2, 3]",
        () -> new Sequences(Tensor.zeros(2, 3), Tensor.zeros(2, 3)).error(Tensor.zeros(2, 3)));
    assertRejected(
        "the length of sequences must be at least 1, but was 0",
        () -> Text.of("banana").sequences(0));
  }
}
