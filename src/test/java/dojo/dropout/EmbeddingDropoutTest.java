package dojo.dropout;

import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Embedding;
import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingDropoutTest {
  private static final RandomKey KEY = RandomKey.of(4);
  private static final Tensor TABLE = Tensor.normal(KEY.split("E"), 5, 3);

  /** Two sentences; word 1 comes three times in the first, once in the second, word 3 never. */
  private static final Tensor X = Tensor.ofRows(new float[] {1, 0, 1, 1}, new float[] {4, 1, 2, 0});

  private static EmbeddingDropout layer(double p) {
    return new EmbeddingDropout(new Embedding(TABLE), new DropRate(p));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void a_word_is_dropped_everywhere_in_its_sequence_or_nowhere(double p) {
    Tensor y = layer(p).apply(X, Mode.train(KEY));
    for (int n = 0; n < 2; n++) {
      for (int t = 0; t < 4; t++) {
        int word = (int) X.get(n, t);
        boolean kept = KEY.uniform(n * 5 + word) < 1 - p;
        for (int c = 0; c < 3; c++) {
          float expected = kept ? (float) (TABLE.get(word, c) * (1 / (1 - p))) : 0f;
          assertEquals(expected, y.get(n, t, c));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void evaluating_looks_the_words_up(double p) {
    Tensor expected = TABLE.rows(1, 0, 1, 1, 4, 1, 2, 0).reshape(2, 4, 3);
    assertEquals(expected, layer(p).apply(X, Mode.eval()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void as_many_words_are_kept_as_coins_would_keep(double p) {
    int n = 20_000;
    Tensor sentence = Tensor.ofRows(new float[] {0, 1, 2, 3, 4});
    Tensor y = layer(p).apply(sentence.rows(new int[n]), Mode.train(KEY));
    long kept = (long) y.map(v -> v == 0 ? 0 : 1).sum() / 3;
    assertCoins("words kept at p = " + p, kept, 5 * n, 1 - p, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_gradient_of_the_table_is_that_of_finite_differences(double p) {
    for (Mode mode : List.of(Mode.train(KEY), Mode.eval())) {
      Tensor dy = Tensor.normal(KEY.split("dy"), 2, 4, 3);
      Gradients gradients = layer(p).forward(X, mode).pullback().apply(dy);
      GradientCheck.check(
          "E",
          at -> layer(p).withParameters(List.of(at)).apply(X, mode).times(dy).sum(),
          TABLE,
          gradients.parameters().get(0));
      assertEquals(Tensor.zeros(2, 4), gradients.input());
      assertEquals(Tensor.zeros(1, 3), gradients.parameters().get(0).rows(3)); // never used
    }
  }

  /** The same thing in other words: locked dropout of words as one-hot vectors. */
  @Test
  void it_is_variational_dropout_before_a_linear_layer_without_biases() {
    Tensor oneHot = Tensor.generate(i -> X.toArray()[i / 5] == i % 5 ? 1 : 0, 2, 4, 5);
    Tensor masked = VariationalDropout.of(.4).apply(oneHot, Mode.train(KEY)).reshape(8, 5);
    Tensor y = new Linear(TABLE, Tensor.zeros(3)).apply(masked, Mode.eval());
    float[] found = layer(.4).apply(X, Mode.train(KEY)).toArray();
    for (int i = 0; i < 24; i++) {
      assertEquals(y.toArray()[i], found[i], 1e-6); // 1/q is rounded before the product
    }
  }

  @Test
  void a_dropped_word_is_zero_even_if_its_vector_is_not_a_number() {
    Embedding nan = new Embedding(Tensor.full(Double.NaN, 5, 3));
    EmbeddingDropout broken = new EmbeddingDropout(nan, new DropRate(.5));
    for (float v : broken.apply(X, Mode.train(KEY)).toArray()) {
      assertTrue(Float.isNaN(v) || Float.floatToIntBits(v) == 0);
    }
    EmbeddingDropout none = new EmbeddingDropout(nan, new DropRate(1));
    assertEquals(Tensor.zeros(2, 4, 3), none.apply(X, Mode.train(KEY)));
  }

  @Test
  void sequences_and_passes_differ_and_a_key_decides() {
    Tensor x = Tensor.generate(i -> i % 5, 40, 5);
    Tensor y = layer(.5).apply(x, Mode.train(KEY));
    assertEquals(y, layer(.5).apply(x, Mode.train(KEY)));
    assertNotEquals(y, layer(.5).apply(x, Mode.train(KEY.split(1))));
    assertNotEquals(y.rows(new int[40]), y);
    assertEquals(Tensor.zeros(0, 4, 3), layer(.5).apply(Tensor.zeros(0, 4), Mode.train(KEY)));
    assertEquals(Tensor.zeros(2, 0, 3), layer(.5).apply(Tensor.zeros(2, 0), Mode.train(KEY)));
  }

  @Test
  void a_pass_under_the_mask_of_a_key_is_the_pass_under_that_key() {
    Mask words = Mask.sample(new DropRate(.5), KEY, X.length(0), TABLE.length(0));
    Forward given = layer(.5).forward(X, words);
    Forward drawn = layer(.5).forward(X, Mode.train(KEY));
    assertEquals(drawn.output(), given.output());
    assertEquals(drawn.pullback().apply(drawn.output()), given.pullback().apply(given.output()));
    assertThrows(
        IllegalArgumentException.class, () -> layer(.5).forward(X, Mask.of(Tensor.ones(7))));
  }

  @Test
  void the_table_is_the_parameter_and_the_rate_can_be_changed() {
    assertEquals(List.of(TABLE), layer(.5).parameters());
    assertEquals(layer(.3), layer(.5).withRate(new DropRate(.3)));
    assertEquals(
        new EmbeddingDropout(Embedding.normal(5, 3, KEY), new DropRate(.5)),
        EmbeddingDropout.of(5, 3, .5, KEY));
    assertEquals(
        "EmbeddingDropout(p = 0.5, whole words of Embedding(5 words → 3))", layer(.5).toString());
  }

  @Test
  void what_is_no_word_is_rejected() {
    for (float word : new float[] {-1, 5, .5f, Float.NaN}) {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> layer(.5).apply(Tensor.full(word, 1, 1), Mode.eval()));
      assertEquals("words must be whole numbers in [0, 5), but one was " + word, e.getMessage());
    }
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> layer(.5).apply(Tensor.zeros(3), Mode.eval()));
    assertEquals("words must be [batch, time], but the shape was [3]", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> layer(.5).apply(Tensor.zeros(3, 2, 1), Mode.eval()));
    assertEquals("words must be [batch, time], but the shape was [3, 2, 1]", e.getMessage());
  }
}
