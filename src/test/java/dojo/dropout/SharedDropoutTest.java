package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shared masks over any axes, and the two kinds with a name; see also {@link FamilyTest}. */
class SharedDropoutTest {
  private static final RandomKey KEY = RandomKey.of(2015);

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void units_that_differ_only_along_shared_axes_live_or_die_together(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 30, 4, 20, 3);
    Tensor y = SharedDropout.overAxes(p, 1, 3).apply(x, Mode.train(KEY));
    for (int i = 0; i < 30 * 4 * 20 * 3; i++) {
      int[] at = {i / 240, i / 60 % 4, i / 3 % 20, i % 3};
      boolean kept = KEY.uniform(at[0] * 20 + at[2]) < 1 - p;
      assertEquals(kept ? (float) (x.get(at) * (1 / (1 - p))) : 0f, y.get(at));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_coins_are_as_many_as_the_places_on_the_other_axes(double p) {
    int n = 100_000;
    Tensor y = SharedDropout.overAxes(p, 1).apply(Tensor.ones(n, 2), Mode.train(KEY));
    long kept = (long) y.map(v -> v == 0 ? 0 : 1).sum();
    assertCoins("coins of pairs at p = " + p, kept / 2, n, 1 - p, KEY);
    assertEquals(0, kept % 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void without_shared_axes_it_is_dropout_with_the_same_coins(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 7, 9);
    assertEquals(
        Dropout.of(p).apply(x, Mode.train(KEY)),
        SharedDropout.overAxes(p).apply(x, Mode.train(KEY)));
  }

  @Test
  void coins_shared_along_the_batch_give_every_example_the_same_mask() {
    Tensor y = SharedDropout.overAxes(.5, 0).apply(Tensor.ones(3, 40), Mode.train(KEY));
    assertEquals(y.rows(0), y.rows(1));
    assertEquals(y.rows(0), y.rows(2));
  }

  @Test
  void coins_shared_along_all_axes_are_one_coin() {
    SharedDropout layer = SharedDropout.overAxes(.5, 0, 1);
    int kept = 0;
    for (int i = 0; i < 10_000; i++) {
      Tensor y = layer.apply(Tensor.ones(2, 3), Mode.train(KEY.split(i)));
      assertEquals(Tensor.full(y.get(0, 0), 2, 3), y);
      kept += y.get(0, 0) == 0 ? 0 : 1;
    }
    assertCoins("batches kept", kept, 10_000, .5, KEY);
  }

  @Test
  void a_dropped_map_is_plus_zero_whatever_it_held() {
    Tensor x = Tensor.full(Double.NEGATIVE_INFINITY, 5, 8, 2, 2);
    Tensor m = Mask.sample(new DropRate(.4), KEY, 5, 8, 1, 1).expand(5, 8, 2, 2).toTensor();
    assertEquals(
        m.map(v -> v == 0 ? 0f : Float.NEGATIVE_INFINITY),
        SpatialDropout.of(.4).apply(x, Mode.train(KEY)));
  }

  @Test
  void spatial_and_variational_dropout_are_shared_dropout_over_their_axes() {
    Tensor maps = Tensor.normal(KEY.split("maps"), 5, 8, 2, 3);
    assertEquals(
        SharedDropout.overAxes(.4, 2, 3).apply(maps, Mode.train(KEY)),
        SpatialDropout.of(.4).apply(maps, Mode.train(KEY)));
    Tensor sequences = Tensor.normal(KEY.split("sequences"), 5, 8, 6);
    assertEquals(
        SharedDropout.overAxes(.4, 1).apply(sequences, Mode.train(KEY)),
        VariationalDropout.of(.4).apply(sequences, Mode.train(KEY)));
  }

  @Test
  void a_mask_may_have_one_coin_for_all_that_share_it() {
    Mask coins = Mask.of(Tensor.of(new float[] {1, 0, 0, 1}, 2, 1, 2));
    Tensor y = VariationalDropout.of(.5).forward(Tensor.ones(2, 3, 2), coins).output();
    assertEquals(Tensor.of(new float[] {2, 0, 2, 0, 2, 0, 0, 2, 0, 2, 0, 2}, 2, 3, 2), y);
    assertEquals(y, SharedDropout.overAxes(.5, 1).forward(Tensor.ones(2, 3, 2), coins).output());
    assertEquals(
        Tensor.of(new float[] {2, 2, 0, 0}, 1, 2, 2),
        SpatialDropout.of(.5)
            .forward(Tensor.ones(1, 2, 2), Mask.of(Tensor.of(new float[] {1, 0}, 1, 2, 1)))
            .output());
  }

  @Test
  void a_sequence_has_one_mask_and_every_sequence_another() {
    Tensor y = VariationalDropout.of(.5).apply(Tensor.ones(4, 5, 40), Mode.train(KEY));
    for (int n = 0; n < 4; n++) {
      Tensor steps = y.rows(n).reshape(5, 40);
      for (int t = 1; t < 5; t++) {
        assertEquals(steps.rows(0), steps.rows(t));
      }
    }
    assertEquals(4, IntStream.range(0, 4).mapToObj(y::rows).distinct().count());
  }

  @Test
  void a_layer_does_not_change_with_the_list_of_axes_it_was_made_from() {
    List<Integer> axes = new ArrayList<>(List.of(1));
    SharedDropout layer = new SharedDropout(new DropRate(.4), axes);
    axes.set(0, -1);
    assertEquals(share(1), layer);
  }

  @Test
  void printing_tells_what_is_shared() {
    assertEquals(
        "SharedDropout(p = 0.4, one coin along axes [1, 3])",
        SharedDropout.overAxes(.4, 1, 3).toString());
    assertEquals("SpatialDropout(p = 0.4, whole feature maps)", SpatialDropout.of(.4).toString());
    assertEquals(
        "VariationalDropout(p = 0.4, one mask per sequence)", VariationalDropout.of(.4).toString());
  }

  @Test
  void what_does_not_fit_is_rejected_in_every_mode() {
    assertRejected("shared axes must differ and be at least 0, but were [-1]", () -> share(-1));
    assertRejected("shared axes must differ and be at least 0, but were [1, 1]", () -> share(1, 1));
    for (Mode mode : new Mode[] {Mode.train(KEY), Mode.eval()}) {
      assertRejected(
          "coins are shared along axis 2, but the shape was [3, 4]",
          () -> share(2).apply(Tensor.ones(3, 4), mode));
      assertRejected(
          "feature maps must be [batch, channels, …] with 3 axes or more, but the shape was [3, 4]",
          () -> SpatialDropout.of(.4).apply(Tensor.ones(3, 4), mode));
      assertRejected(
          "sequences must be [batch, time, channels], but the shape was [3, 4]",
          () -> VariationalDropout.of(.4).apply(Tensor.ones(3, 4), mode));
    }
  }

  private static SharedDropout share(int... axes) {
    return SharedDropout.overAxes(.4, axes);
  }
}
