package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.support.RandomLayers;
import dojo.tensor.Tensor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the three modes mean to every random layer. */
class NoiseTest {
  private static final RandomKey KEY = RandomKey.of(1986);

  static Stream<RandomLayers.Example> layers() {
    return RandomLayers.all();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void training_and_sampling_draw_the_same_noise_and_evaluating_draws_none(
      RandomLayers.Example random) {
    Tensor trained = under(random, Mode.train(KEY));
    assertEquals(trained, under(random, Mode.sample(KEY)));
    assertNotEquals(trained, under(random, Mode.eval()));
    assertEquals(under(random, Mode.eval()), under(random, Mode.eval()));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void another_key_gives_other_noise_when_training_and_when_sampling(RandomLayers.Example random) {
    assertNotEquals(under(random, Mode.train(KEY)), under(random, Mode.train(KEY.split(1))));
    assertNotEquals(under(random, Mode.sample(KEY)), under(random, Mode.sample(KEY.split(1))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void what_is_random_says_so(RandomLayers.Example random) {
    assertTrue(random.layer().isRandom());
  }

  private static Tensor under(RandomLayers.Example random, Mode mode) {
    return random.layer().apply(random.x(), mode);
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
                .map(JavaAccess::getOriginOwner)
                .flatMap(
                    owner -> Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream()))
                .filter(owner -> !owner.isInterface()) // those that inherit the asking are listed
                .filter(owner -> !owner.getPackageName().equals("dojo.playground")) // wrong ones
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    Set<String> listed =
        layers()
            .map(random -> random.layer().getClass().getSimpleName())
            .collect(Collectors.toSet());
    assertTrue(listed.containsAll(asking), () -> asking + " ask for noise, listed are " + listed);
    assertTrue(
        asking.containsAll(Set.of("Dropout", "SpatialDropout")), "the search finds " + asking);
  }
}
