package dojo.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dojo.dropout.AlphaDropout;
import dojo.dropout.ConcreteDropout;
import dojo.dropout.DropBlock;
import dojo.dropout.DropConnect;
import dojo.dropout.Dropout;
import dojo.dropout.EmbeddingDropout;
import dojo.dropout.GaussianDropout;
import dojo.dropout.GaussianNoise;
import dojo.dropout.SharedDropout;
import dojo.dropout.SpatialDropout;
import dojo.dropout.StandardDropout;
import dojo.dropout.StochasticDepth;
import dojo.dropout.TransformerBlock;
import dojo.dropout.TransformerRates;
import dojo.dropout.VariationalDropout;
import dojo.nn.BatchNorm;
import dojo.nn.Conv2d;
import dojo.nn.EachStep;
import dojo.nn.Embedding;
import dojo.nn.Flatten;
import dojo.nn.Forward;
import dojo.nn.FreshNoise;
import dojo.nn.Gelu;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.MeanOfSteps;
import dojo.nn.Mode;
import dojo.nn.PositionEmbedding;
import dojo.nn.Relu;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.SelfAttention;
import dojo.nn.Selu;
import dojo.nn.Sequential;
import dojo.nn.Sigmoid;
import dojo.nn.Tanh;
import dojo.random.RandomKey;
import dojo.support.Sha256;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  private static final RandomKey KEY = RandomKey.of(29);
  private static final Linear LINEAR =
      new Linear(
          Tensor.ofRows(new float[] {-0f, Float.NaN}, new float[] {Float.MIN_VALUE, 1f / 3}),
          Tensor.of(new float[] {Float.NEGATIVE_INFINITY, 7}, 2));
  private static final String RULE =
      "a model file is one whole JSON object of format dropout-dojo-model, version 4, but ";
  private static final String REMEDY = ". Write it again with ModelFile.save, or take another file";

  @TempDir Path folder;

  static Stream<Layer> layers() {
    return Stream.of(
        new Relu(),
        new Sigmoid(),
        new Tanh(),
        new Selu(),
        new Gelu(),
        new Flatten(),
        new LastStep(),
        LINEAR,
        Dropout.of(.1),
        StandardDropout.of(1 / 3.0),
        SharedDropout.overAxes(.4, 0, 2),
        SpatialDropout.of(.4),
        VariationalDropout.of(.4),
        GaussianDropout.of(.4),
        GaussianNoise.of(.1),
        AlphaDropout.of(.4),
        AlphaDropout.ofFeatures(.4),
        DropConnect.of(LINEAR, .4),
        DropBlock.of(.4, 3),
        StochasticDepth.of(LINEAR, .2),
        StochasticDepth.ofBatch(Sequential.of(LINEAR, Dropout.of(.5)), .2),
        EmbeddingDropout.of(5, 2, .4, KEY),
        ConcreteDropout.of(.1),
        Conv2d.he(2, 3, 3, KEY).withStride(2).withPadding(1),
        new MaxPool2d(3, 2),
        BatchNorm.of(3),
        BatchNorm.of(3).calibrated(Tensor.normal(KEY, 5, 3), Mode.eval()),
        LayerNorm.of(4),
        Embedding.normal(5, 2, KEY),
        Rnn.of(2, 3, KEY).withOnState(Dropout.of(.25)),
        Lstm.of(2, 3, KEY),
        Rnn.of(2, 3, KEY).withOnState(new FreshNoise(Dropout.of(.25))),
        new FreshNoise(Dropout.of(.25)),
        new MeanOfSteps(),
        EachStep.of(LINEAR, new Gelu()),
        PositionEmbedding.of(4, 2, KEY),
        SelfAttention.of(4, 2, KEY)
            .withSight(SelfAttention.Sight.PAST)
            .withOnWeights(Dropout.of(.25)),
        TransformerBlock.of(4, 2, SelfAttention.Sight.ALL, TransformerRates.everywhere(.2), KEY),
        Residual.around(new Tanh(), Residual.around()),
        Sequential.of(LINEAR, new Relu(), Sequential.of(LINEAR, Dropout.of(0))),
        new Linear(Tensor.zeros(0, 2), Tensor.zeros(2)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void what_is_loaded_is_equal_to_the_bit(Layer layer) {
    Path file = folder.resolve("model.json");
    ModelFile.save(layer, file);
    assertEquals(layer, ModelFile.load(file));
    assertEquals(layer.needsCalibration(), ModelFile.load(file).needsCalibration());
  }

  @Test
  void every_layer_of_the_kit_can_be_saved() {
    Set<String> layers =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dojo.nn", "dojo.dropout")
                .stream()
                .filter(c -> c.isAssignableTo(Layer.class) && !c.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    Set<String> saved =
        layers().map(layer -> layer.getClass().getSimpleName()).collect(Collectors.toSet());
    assertEquals(
        new TreeSet<>(layers),
        new TreeSet<>(saved),
        "name new layers here and in ModelJson.LAYERS");
  }

  @Test
  void the_format_is_the_documented_one() throws IOException {
    // 1 is the bytes 00 00 80 3F, −2 the bytes 00 00 00 C0
    Layer model =
        Sequential.of(
            new Linear(Tensor.of(new float[] {1, -2}, 1, 2), Tensor.zeros(2)), Dropout.of(.5));
    Path file = folder.resolve("model.json");
    ModelFile.save(model, file);
    String text = Files.readString(file);
    String digits = text.replaceFirst(".*\"sha256\":\"(\\w{64})\".*", "$1");
    assertEquals(
        """
        {"format":"dropout-dojo-model","version":4,\
        "sha256":"@",\
        "model":{"layer":"Sequential","layers":[\
        {"layer":"Linear","weight":{"shape":[1,2],"float32":"AACAPwAAAMA="},\
        "bias":{"shape":[2],"float32":"AAAAAAAAAAA="}},\
        {"layer":"Dropout","rate":{"p":0.5}}]}}"""
            .replace("@", digits),
        text);
    assertEquals(
        Sha256.of(text.replace(digits, "").getBytes(StandardCharsets.UTF_8)),
        digits); // of all other bytes
  }

  @Test
  void a_file_in_which_any_bit_has_changed_is_rejected() throws IOException {
    Path file = folder.resolve("model.json");
    Layer model = Sequential.of(Linear.he(2, 1, KEY), LayerNorm.of(1), Dropout.of(.5));
    ModelFile.save(model, file);
    byte[] bytes = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, changed);
      assertRejected(file);
    }
    Files.write(file, bytes);
    assertEquals(model, ModelFile.load(file));
  }

  @Test
  void a_changed_number_and_a_changed_setting_are_named_as_changes() throws IOException {
    Path file = folder.resolve("model.json");
    ModelFile.save(Sequential.of(Linear.he(2, 1, KEY), Dropout.of(.5)), file);
    String text = Files.readString(file);
    for (String changed :
        List.of(
            text.replace("\"p\":0.5", "\"p\":0.4"),
            text.replace("AAAA", "AAAB"),
            text.replace(",\"model\"", ", \"model\""),
            text + "\n")) {
      assertTrue(!changed.equals(text));
      Files.writeString(file, changed);
      String why = assertRejected(file);
      assertTrue(
          why.matches(
              "it has changed since it was saved, because its SHA-256 is \\w{64} and"
                  + " was \\w{64}"),
          why);
    }
  }

  @Test
  void an_older_file_is_rejected_with_its_version() throws IOException {
    assertWrong(
        "its format is dropout-dojo-model and its version 3",
        "{\"format\":\"dropout-dojo-model\",\"version\":3,\"model\":{\"layer\":\"Relu\"}}");
  }

  @Test
  void a_file_that_another_program_wrote_anew_is_rejected() throws IOException {
    Path file = folder.resolve("model.json");
    ModelFile.save(LINEAR, file);
    Files.writeString(file, Files.readString(file).replace(",\"", ",\n  \""));
    assertEquals("its beginning is not as it was saved", assertRejected(file));
  }

  @Test
  void a_parameter_too_large_to_be_read_again_is_not_saved() {
    ModelJson.requireFits(201_326_592);
    var e = assertThrows(IllegalArgumentException.class, () -> ModelJson.requireFits(201_326_593));
    assertEquals(
        "a model file holds at most 201326592 numbers of one parameter, but one had 201326593: split"
            + " the layer",
        e.getMessage());
  }

  @Test
  void saving_replaces_a_file_and_leaves_nothing_else_behind() throws IOException {
    Path file = folder.resolve("model.json");
    ModelFile.save(LINEAR, file);
    ModelFile.save(new Relu(), file);
    assertEquals(new Relu(), ModelFile.load(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void a_layer_from_elsewhere_is_rejected_and_the_old_file_is_kept() throws IOException {
    record Mine() implements Layer {
      @Override
      public Forward forward(Tensor x, Mode mode) {
        return Forward.of(x, g -> g);
      }
    }
    Path file = folder.resolve("model.json");
    ModelFile.save(LINEAR, file);
    for (Layer foreign : List.of(new Mine(), Sequential.of(new Relu(), new Mine()))) {
      var e = assertThrows(IllegalArgumentException.class, () -> ModelFile.save(foreign, file));
      assertEquals(
          "only layers of this kit can be saved, but the model was " + foreign, e.getMessage());
    }
    assertEquals(LINEAR, ModelFile.load(file));
  }

  @Test
  void a_model_whose_layers_lie_too_deep_in_one_another_is_refused_for_that() {
    Path file = folder.resolve("deep.json");
    Layer deep = LINEAR;
    for (int depth = 1; depth <= 1000; depth++) {
      deep = Sequential.of(deep);
      Layer model = deep;
      if (depth == 95) {
        ModelFile.save(model, file);
        assertEquals(model, ModelFile.load(file));
      }
      if (depth == 150 || depth == 1000) {
        var e = assertThrows(IllegalArgumentException.class, () -> ModelFile.save(model, file));
        assertEquals(
            "a model file holds objects and lists at most 200 deep, two for every Sequential, but the"
                + " layers of this model lie deeper in one another: join Sequentials that hold"
                + " Sequentials",
            e.getMessage());
      }
    }
  }

  @Test
  void a_file_cut_off_anywhere_is_rejected() throws IOException {
    Path file = folder.resolve("model.json");
    ModelFile.save(Sequential.of(LINEAR, BatchNorm.of(2), Dropout.of(.5)), file);
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertRejected(file);
    }
  }

  private static String assertRejected(Path file) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ModelFile.load(file)).getMessage();
    assertTrue(message.startsWith(RULE + file + " is not: "), message);
    assertTrue(message.endsWith(REMEDY), message);
    assertFalse(message.contains("\n"), message);
    return message.substring(
        (RULE + file + " is not: ").length(), message.length() - REMEDY.length());
  }

  @Test
  void what_is_wrong_is_named() throws IOException {
    String none = "its format is none and its version none";
    assertWrong(none, "");
    assertWrong(none, "[1, 2]");
    assertWrong(none, "{\"layer\":\"Relu\"}");
    assertWrong(
        "its format is dropout-dojo-model and its version 5",
        "{\"format\":\"dropout-dojo-model\",\"version\":5,\"model\":{\"layer\":\"New\"}}");
    assertWrong(
        "Cannot construct instance of `dojo.dropout.DropRate`, problem: drop rate must be in [0, 1],"
            + " but was 1.5",
        model("{\"layer\":\"Dropout\",\"rate\":{\"p\":1.5}}"));
    assertWrong("a number has 4 bytes, but a tensor had 3", embedding("[1,1]", "AAAA"));
    assertWrong("1 numbers do not fill the shape [2, 3]", embedding("[2,3]", "AAAAAA=="));
    assertWrong(
        "a tensor holds at most 2147483392 numbers, but the shape was [2147483647, 2147483647]: make"
            + " it smaller, or compute it in parts",
        embedding("[2147483647,2147483647]", "AAAAAA=="));
    assertWrong(
        "a shape has no negative lengths, but was [-1, -1]", embedding("[-1,-1]", "AAAAAA=="));
    assertWrong(
        "the lengths of axes are whole numbers, but one was 1.5", embedding("[1.5]", "AAAAAA=="));
  }

  private void assertWrong(String why, String text) throws IOException {
    Path file = folder.resolve("wrong.json");
    Files.writeString(file, text);
    assertEquals(why, assertRejected(file));
  }

  private static String model(String layer) {
    String head = "{\"format\":\"dropout-dojo-model\",\"version\":4,\"sha256\":\"";
    String rest = "\",\"model\":" + layer + "}";
    return head
        + Sha256.of((head + rest).getBytes(StandardCharsets.UTF_8))
        + rest; // whole, whatever it holds
  }

  private static String embedding(String shape, String numbers) {
    return model(
        "{\"layer\":\"Embedding\",\"table\":{\"shape\":"
            + shape
            + ",\"float32\":\""
            + numbers
            + "\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"layer\":\"java.util.ArrayList\"}",
        "{\"layer\":\"Evil\"}",
        "{}",
        "null",
        "7",
        "{\"layer\":\"Relu\",\"extra\":1}",
        "{\"layer\":\"Relu\"},\"model\":{\"layer\":\"Tanh\"}",
        "{\"layer\":\"Relu\"}} {",
        "{\"layer\":\"Sequential\",\"layers\":[null]}",
        "{\"layer\":\"Sequential\"}",
        "{\"layer\":\"Linear\",\"weight\":null,\"bias\":null}",
        "{\"layer\":\"Linear\",\"weight\":7,\"bias\":[]}",
        "{\"layer\":\"MaxPool2d\",\"size\":2}",
        "{\"layer\":\"MaxPool2d\",\"size\":2,\"stride\":null}",
        "{\"layer\":\"MaxPool2d\",\"size\":2,\"stride\":0}",
        "{\"layer\":\"MaxPool2d\",\"size\":2,\"stride\":1.5}",
        "{\"layer\":\"MaxPool2d\",\"size\":2,\"stride\":99999999999}",
        "{\"layer\":\"Dropout\",\"rate\":{\"p\":NaN}}",
        "{\"layer\":\"Dropout\",\"rate\":{\"p\":\"NaN\"}}",
        "{\"layer\":\"Embedding\",\"table\":{\"shape\":[1,1],\"float32\":\"not base 64\"}}",
        "{\"layer\":\"Embedding\",\"table\":{\"shape\":[1],\"float32\":\"AAAAAA==\"}}"
      })
  void hostile_files_are_rejected(String layer) throws IOException {
    Path file = folder.resolve("hostile.json");
    Files.writeString(file, model(layer));
    assertRejected(file);
  }

  @Test
  void a_file_nested_without_end_is_rejected() throws IOException {
    Path file = folder.resolve("deep.json");
    String open = "{\"layer\":\"Residual\",\"block\":".repeat(100_000);
    Files.writeString(file, model(open), StandardCharsets.UTF_8);
    assertRejected(file);
  }

  @Test
  void bytes_at_random_are_rejected() throws IOException {
    Path file = folder.resolve("random.bin");
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[i];
      for (int j = 0; j < i; j++) {
        bytes[j] = (byte) KEY.split(i).bits(j);
      }
      Files.write(file, bytes);
      assertRejected(file);
    }
  }

  @Test
  void a_file_that_is_missing_or_cannot_be_written_is_named() {
    Path missing = folder.resolve("none.json");
    var e = assertThrows(UncheckedIOException.class, () -> ModelFile.load(missing));
    assertTrue(e.getMessage().startsWith("the model file " + missing + " cannot be read: "));
    Path nowhere = folder.resolve("no-folder").resolve("model.json");
    e = assertThrows(UncheckedIOException.class, () -> ModelFile.save(new Relu(), nowhere));
    assertTrue(e.getMessage().startsWith("the model file " + nowhere + " cannot be written: "));
  }
}
