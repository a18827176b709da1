package dojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.data.OptDigits;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of a hundred steps ends in the same weights whatever computes them: other vectors, no
 * vectors, no fused multiply-add in hardware, one thread or two. So the figures of the book are the
 * reader's.
 */
class SameBitsTest {

  /** Of all weights of three runs; the same on every machine, so whoever changes it says why. */
  private static final String FINGERPRINT = "3ea3299785e9139c";

  /**
   * Each is a virtual machine of its own. An option that a processor does not know is passed over.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--add-modules=jdk.incubator.vector",
        "--add-modules=jdk.incubator.vector -XX:MaxVectorSize=16",
        "--add-modules=jdk.incubator.vector -XX:UseAVX=2",
        "-XX:-UseFMA",
        "-XX:TieredStopAtLevel=1"
      })
  void every_machine_ends_in_the_same_weights(String options) throws IOException {
    assertEquals(
        FINGERPRINT,
        run(options),
        "the arithmetic, the random numbers or the recipe changed. If that was meant, pin the new"
            + " fingerprint and say so in the changelog: every figure of the course changes with it");
  }

  private static String run(String options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Xmx256m"));
    Arrays.stream(options.split(" ", -1)).filter(o -> !o.isEmpty()).forEach(command::add);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classPath, SameBitsTest.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process // a guard, not a measurement: without it a hanging machine would hang the build
        .onExit()
        .orTimeout(5, TimeUnit.MINUTES)
        .whenComplete((ended, late) -> process.destroyForcibly());
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return output;
  }

  /**
   * Prints the fingerprint of this machine: the weights of three nets, trained side by side.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Recipe recipe =
        Recipe.headline(OptDigits.train(), OptDigits.test().rows(0, 1, 2))
            .examples(500)
            .width(64)
            .epochs(10);
    var experiment = Experiment.over(0.0, 0.4, 0.5);
    var alone = experiment.threads(1).run((p, key) -> recipe.p(p).run(key).model().parameters());
    var together = experiment.threads(2).run((p, key) -> recipe.p(p).run(key).model().parameters());
    System.out.println(hash(experiment.settings().stream().map(alone::of).toList()));
    if (!experiment.settings().stream().allMatch(p -> alone.of(p).equals(together.of(p)))) {
      System.out.println("two threads end in other weights than one");
    }
  }

  private static String hash(List<List<List<Tensor>>> runs) {
    long hash = 0;
    for (List<List<Tensor>> seeds : runs) {
      for (Tensor weight : seeds.get(0)) {
        for (float value : weight.toArray()) {
          hash = 31 * hash + Float.floatToRawIntBits(value);
        }
      }
    }
    return Long.toHexString(hash);
  }
}
