package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisationTest {
  /** Columns of mean 3 and 0.25, and of standard deviation 2 and nothing. */
  private static final Tensor TRAIN =
      Tensor.ofRows(
          new float[] {1, 0.25f},
          new float[] {5, 0.25f},
          new float[] {1, 0.25f},
          new float[] {5, 0.25f});

  private static final Standardisation SCALE = Standardisation.of(TRAIN);

  @Test
  void the_scale_is_the_one_computed_by_hand() {
    assertEquals(Tensor.of(new float[] {3, 0.25f}, 2), SCALE.mean());
    assertEquals(Tensor.of(new float[] {2, 1}, 2), SCALE.sd()); // 1: a constant is shifted only
    assertEquals(
        Tensor.ofRows(
            new float[] {-1, 0}, new float[] {1, 0}, new float[] {-1, 0}, new float[] {1, 0}),
        SCALE.apply(TRAIN));
  }

  @Test
  void other_data_are_put_on_the_scale_of_the_training_data() {
    Tensor test = Tensor.ofRows(new float[] {13, 2.25f});
    assertEquals(Tensor.ofRows(new float[] {5, 2}), SCALE.apply(test));
    assertEquals(test, SCALE.undo(Tensor.ofRows(new float[] {5, 2})));
  }

  @Test
  void on_its_own_scale_every_column_has_mean_0_and_standard_deviation_1() {
    Tensor data = Tensor.normal(RandomKey.of(15), 500, 3).map(v -> 1000 + 7 * v);
    Standardisation again = Standardisation.of(Standardisation.of(data).apply(data));
    for (int j = 0; j < 3; j++) {
      assertEquals(0, again.mean().get(j), 1e-4); // float32 holds the mean of 1000 to 6e-5, sd is 7
      assertEquals(1, again.sd().get(j), 1e-6);
    }
  }

  @Test
  void undo_brings_the_numbers_back() {
    Tensor x = OptDigits.train().x();
    Standardisation scale = Standardisation.of(x); // with columns that are always 0
    assertArrayEquals(x.toArray(), scale.undo(scale.apply(x)).toArray(), 1e-6f);
  }

  @Test
  void examples_keep_their_answers_or_have_them_scaled_too() {
    Dataset digits = OptDigits.test();
    Standardisation ofDigits = Standardisation.of(digits.x());
    assertEquals(
        new Dataset(ofDigits.apply(digits.x()), digits.y()), digits.standardised(ofDigits));
    Standardisation ofY = new Standardisation(Tensor.full(10, 1), Tensor.full(5, 1));
    assertEquals(
        new Regression(SCALE.apply(TRAIN), Tensor.of(new float[] {-2, -1, 0, 1}, 4, 1)),
        new Regression(TRAIN, Tensor.of(new float[] {0, 5, 10, 15}, 4, 1))
            .standardised(SCALE, ofY));
  }

  @Test
  void rows_may_have_axes_of_their_own() {
    Tensor images = Tensor.generate(i -> i, 2, 3, 4);
    Standardisation scale = Standardisation.of(images);
    assertEquals(Tensor.generate(i -> i + 6, 3, 4), scale.mean());
    assertEquals(Tensor.full(6, 3, 4), scale.sd());
    assertEquals(images, scale.undo(scale.apply(images)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void numbers_without_a_scale_are_rejected(float number) {
    assertThrows(
        IllegalArgumentException.class, () -> Standardisation.of(Tensor.full(number, 3, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Standardisation.of(Tensor.of(new float[] {1, number}, 2, 1)));
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "a scale is measured on at least 1 row, but the shape was [0, 3]",
        () -> Standardisation.of(Tensor.zeros(0, 3)));
    assertRejected(
        "this scale is for rows of shape [2], but the data were [4, 3]",
        () -> SCALE.apply(Tensor.zeros(4, 3)));
    assertRejected(
        "this scale is for rows of shape [2], but the data were [2]",
        () -> SCALE.undo(Tensor.zeros(2)));
    assertRejected(
        "a scale needs for every column a finite mean and a finite standard deviation above 0,"
            + " but had "
            + Tensor.zeros(2)
            + " and "
            + Tensor.zeros(2),
        () -> new Standardisation(Tensor.zeros(2), Tensor.zeros(2)));
  }
}
