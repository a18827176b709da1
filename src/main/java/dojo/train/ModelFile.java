package dojo.train;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
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
import dojo.dropout.VariationalDropout;
import dojo.nn.BatchNorm;
import dojo.nn.Conv2d;
import dojo.nn.Embedding;
import dojo.nn.Flatten;
import dojo.nn.Gelu;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.Relu;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.Selu;
import dojo.nn.Sequential;
import dojo.nn.Sigmoid;
import dojo.nn.Tanh;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Models as files: what is saved and loaded again is equal to the bit.
 *
 * <p>A file is JSON, so that a reader can look into it:
 *
 * <pre>
 *   {"format": "dropout-dojo-model", "version": 2,
 *    "model": {"layer": "Sequential", "layers": [
 *      {"layer": "Linear",
 *       "weight": {"shape": [64, 10], "float32": "…"}, "bias": {"shape": [10], "float32": "…"}},
 *      {"layer": "Dropout", "rate": {"p": 0.5}}]}}
 * </pre>
 *
 * <p>Every layer is its name and its components, as its Javadoc lists them; numbers of a tensor are
 * little-endian float32, last axis fastest, in Base64. Only the layers of this kit can be loaded,
 * each through its own constructor with its own checks, so a file cannot run code. A file of
 * another version is rejected; whoever changes a component of a layer raises the version.
 *
 * <p>Not supported: the state of the optimizer, layers from elsewhere.
 */
public final class ModelFile {
  private static final String FORMAT = "dropout-dojo-model";
  private static final int VERSION = 2;

  /** What a model may be made of. */
  private static final List<Class<? extends Layer>> LAYERS =
      List.of(
          AlphaDropout.class,
          BatchNorm.class,
          ConcreteDropout.class,
          Conv2d.class,
          DropBlock.class,
          DropConnect.class,
          Dropout.class,
          Embedding.class,
          EmbeddingDropout.class,
          Flatten.class,
          GaussianDropout.class,
          GaussianNoise.class,
          Gelu.class,
          LastStep.class,
          LayerNorm.class,
          Linear.class,
          Lstm.class,
          MaxPool2d.class,
          Relu.class,
          Residual.class,
          Rnn.class,
          Selu.class,
          Sequential.class,
          SharedDropout.class,
          Sigmoid.class,
          SpatialDropout.class,
          StandardDropout.class,
          StochasticDepth.class,
          Tanh.class,
          VariationalDropout.class);

  private static final ObjectMapper JSON = json();

  private ModelFile() {}

  private record Contents(String format, int version, Layer model) {}

  /** The name of a layer stands first in its object. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
  private interface Named {}

  private static ObjectMapper json() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .addSerializer(Tensor.class, new TensorJson.Writer())
                    .addDeserializer(Tensor.class, new TensorJson.Reader()))
            .addMixIn(Layer.class, Named.class)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS) // activations have no components
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(1 << 30) // the numbers of one tensor: 200 million
                .build());
    LAYERS.forEach(c -> mapper.registerSubtypes(new NamedType(c, c.getSimpleName())));
    return mapper;
  }

  /**
   * Saves a model. A file of that name is replaced at once and whole, or not at all.
   *
   * @param model made of layers of this kit
   * @param file where to; its folder must exist
   * @throws IllegalArgumentException if the model has a layer that is not of this kit
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void save(Layer model, Path file) {
    byte[] bytes;
    try {
      bytes = JSON.writeValueAsBytes(new Contents(FORMAT, VERSION, model));
      if (!decoded(bytes).equals(model)) {
        throw new IOException("what was read back is not equal to the model");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "only layers of this kit can be saved, but the model was " + model, e);
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path whole = Files.createTempFile(folder, file.getFileName() + ".", ".part");
      try {
        Files.write(whole, bytes);
        Files.move(
            whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model file " + file + " cannot be written: " + e, e);
    }
  }

  /**
   * Loads a model.
   *
   * @param file written by {@link #save}
   * @return the model that was saved, equal to the bit
   * @throws IllegalArgumentException if the file is no whole model file of this version
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Layer load(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the model file " + file + " cannot be read: " + e, e);
    }
    try {
      return decoded(bytes);
    } catch (JsonProcessingException e) {
      throw broken(file, e.getOriginalMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw broken(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static Layer decoded(byte[] bytes) throws IOException {
    JsonNode tree = JSON.readTree(bytes);
    String format = tree.path("format").asText("none");
    String version = tree.path("version").asText("none");
    if (!format.equals(FORMAT) || !version.equals(String.valueOf(VERSION))) {
      throw new IllegalArgumentException("its format is " + format + " and its version " + version);
    }
    return JSON.treeToValue(tree, Contents.class).model();
  }

  private static IllegalArgumentException broken(Path file, String why, Exception cause) {
    return new IllegalArgumentException(
        "a model file is one whole JSON object of format "
            + FORMAT
            + ", version "
            + VERSION
            + ", but "
            + file
            + " is not: "
            + why.lines().findFirst().orElse("")
            + ". Write it again with ModelFile.save, or take another file",
        cause);
  }
}
