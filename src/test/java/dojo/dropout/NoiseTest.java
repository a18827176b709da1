package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dojo.nn.Embedding;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.Mode;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the three modes mean to whatever is random: a new such layer comes into this list. */
class NoiseTest {
  private static final RandomKey KEY = RandomKey.of(1986);

  /** A layer whose output has so many coins that no two keys agree on them by chance. */
  record Random(Layer layer, Tensor x) {
    Tensor under(Mode mode) {
      return layer.apply(x, mode);
    }

    @Override
    public String toString() {
      return layer.toString();
    }
  }

  static Stream<Random> layers() {
    return Stream.concat(
        FamilyTest.random_members().map(m -> new Random(m.layer(), m.x())), rest());
  }

  private static Stream<Random> rest() {
    Linear linear = Linear.he(8, 8, KEY);
    Dropout dropout = Dropout.of(.5);
    Tensor words = Tensor.generate(i -> i % 9, 8, 6);
    return Stream.of(
        new Random(GaussianNoise.of(.1), normal(5, 8)),
        new Random(ConcreteDropout.of(.5), normal(5, 8)),
        new Random(DropConnect.of(linear, .5), normal(5, 8)),
        new Random(new EmbeddingDropout(Embedding.normal(9, 4, KEY), new DropRate(.5)), words),
        new Random(StochasticDepth.of(linear, .5), normal(40, 8)),
        new Random(StochasticDepth.of(dropout, 0), normal(5, 8)),
        new Random(Sequential.of(linear, dropout), normal(5, 8)),
        new Random(Residual.around(linear, dropout), normal(5, 8)),
        new Random(Rnn.of(8, 8, KEY).withOnState(dropout), normal(5, 3, 8)),
        new Random(Lstm.of(8, 8, KEY).withOnState(dropout), normal(5, 3, 8)));
  }

  private static Tensor normal(int... shape) {
    return Tensor.normal(KEY.split("x"), shape);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void training_and_sampling_draw_the_same_noise_and_evaluating_draws_none(Random random) {
    Tensor trained = random.under(Mode.train(KEY));
    assertEquals(trained, random.under(Mode.sample(KEY)));
    assertNotEquals(trained, random.under(Mode.eval()));
    assertEquals(random.under(Mode.eval()), random.under(Mode.eval()));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void another_key_gives_other_noise_when_training_and_when_sampling(Random random) {
    assertNotEquals(random.under(Mode.train(KEY)), random.under(Mode.train(KEY.split(1))));
    assertNotEquals(random.under(Mode.sample(KEY)), random.under(Mode.sample(KEY.split(1))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void what_is_random_says_so(Random random) {
    assertTrue(random.layer.isRandom());
  }

  @Test
  void every_layer_that_asks_for_noise_is_in_the_list() {
    Set<String> asking =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dojo")
                .get(Mode.class)
                .getMethod("noise")
                .getCallsOfSelf()
                .stream()
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toSet());
    Set<String> listed =
        layers().map(random -> random.layer.getClass().getSimpleName()).collect(Collectors.toSet());
    assertTrue(listed.containsAll(asking), () -> asking + " ask for noise, listed are " + listed);
    assertTrue(asking.contains("Dropout"), "the search finds " + asking);
  }
}
