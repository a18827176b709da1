package dojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.data.Dataset;
import dojo.data.FashionMnist;
import dojo.data.OptDigits;
import dojo.dropout.Dropout;
import dojo.dropout.SpatialDropout;
import dojo.dropout.TransformerBlock;
import dojo.dropout.TransformerRates;
import dojo.experiment.Experiment;
import dojo.experiment.Recipe;
import dojo.nn.Conv2d;
import dojo.nn.EachStep;
import dojo.nn.Flatten;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.MaxPool2d;
import dojo.nn.MeanOfSteps;
import dojo.nn.PositionEmbedding;
import dojo.nn.Relu;
import dojo.nn.SelfAttention;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import dojo.train.Trainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of a hundred steps ends in the same weights whatever computes them: other vectors, no
 * vectors, no fused multiply-add in hardware, one thread or two. So the figures of the book are the
 * reader's.
 */
class SameBitsTest {

  /**
   * Of all weights of the small nets, of the convolutional one, and of the transformer; the same on
   * every machine, so whoever changes them says why.
   */
  private static final List<String> FINGERPRINTS =
      List.of("e81f1d017d16b08d", "f86e8cb7e3233ab7", "9a87fa75eecb7b4d");

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
        "--add-modules=jdk.incubator.vector -XX:ActiveProcessorCount=1",
        "--add-modules=jdk.incubator.vector -XX:ActiveProcessorCount=4",
        "-XX:ActiveProcessorCount=4",
        "-XX:-UseFMA",
        "-XX:TieredStopAtLevel=1"
      })
  void every_machine_ends_in_the_same_weights(String options) throws IOException {
    assertEquals(
        FINGERPRINTS,
        run(options).lines().toList(),
        "the arithmetic, the random numbers or the recipe changed. If that was meant, pin the new"
            + " fingerprints and say so in the changelog: every figure of the course changes with it");
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
   * Prints the fingerprints of this machine: the weights of three nets, trained side by side, and
   * those of a convolutional net and of a transformer. The products are large enough to be shared
   * between cores.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Recipe recipe =
        Recipe.headline(OptDigits.train(), OptDigits.test().rows(0, 1, 2))
            .withExamples(500)
            .withWidth(96)
            .withEpochs(10);
    var experiment = Experiment.over(0.0, 0.4, 0.5);
    var alone =
        experiment.withThreads(1).run((p, key) -> recipe.withRate(p).run(key).model().parameters());
    var together =
        experiment.withThreads(2).run((p, key) -> recipe.withRate(p).run(key).model().parameters());
    System.out.println(hash(experiment.settings().stream().map(p -> alone.of(p).get(0)).toList()));
    if (!experiment.settings().stream().allMatch(p -> alone.of(p).equals(together.of(p)))) {
      System.out.println("two threads end in other weights than one");
    }
    System.out.println(hash(List.of(convolution())));
    System.out.println(hash(List.of(transformer())));
  }

  /** Returns the weights of a convolutional net after a hundred steps. */
  private static List<Tensor> convolution() {
    RandomKey key = RandomKey.of(1);
    Layer net =
        Sequential.of(
            Conv2d.he(1, 8, 3, key.split(0)),
            new Relu(),
            MaxPool2d.of(2),
            SpatialDropout.of(0.1),
            Conv2d.he(8, 16, 3, key.split(1)),
            new Relu(),
            MaxPool2d.of(2),
            new Flatten(),
            Dropout.of(0.5),
            Linear.he(16 * 2 * 2, 10, key.split(2)));
    Dataset train = FashionMnist.train().rows(IntStream.range(0, 500).toArray()).shaped(1, 14, 14);
    Dataset test = FashionMnist.test().rows(0, 1, 2).shaped(1, 14, 14);
    return Trainer.ofClassifier(10).fit(net, train, test, key).model().parameters();
  }

  /** Returns the weights of a transformer after twenty steps on rows of digits. */
  private static List<Tensor> transformer() {
    RandomKey key = RandomKey.of(2);
    Layer net =
        Sequential.of(
            EachStep.of(Linear.lecun(8, 64, key.split(0))),
            PositionEmbedding.of(8, 64, key.split(1)),
            TransformerBlock.of(
                64, 4, SelfAttention.Sight.PAST, TransformerRates.everywhere(0.1), key.split(2)),
            new MeanOfSteps(),
            Linear.lecun(64, 10, key.split(3)));
    Dataset train = OptDigits.train().rows(IntStream.range(0, 200).toArray()).shaped(8, 8);
    Dataset test = OptDigits.test().rows(0, 1, 2).shaped(8, 8);
    return Trainer.ofClassifier(5).fit(net, train, test, key).model().parameters();
  }

  private static String hash(List<List<Tensor>> nets) {
    long hash = 0;
    for (List<Tensor> weights : nets) {
      for (Tensor weight : weights) {
        for (float value : weight.toArray()) {
          hash = 31 * hash + Float.floatToRawIntBits(value);
        }
      }
    }
    return Long.toHexString(hash);
  }
}
