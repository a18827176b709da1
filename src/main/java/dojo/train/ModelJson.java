package dojo.train;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
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
import java.util.List;

/** A model as JSON, in the format that {@link ModelFile} describes, and back. */
final class ModelJson {
  static final String FORMAT = "dropout-dojo-model";
  static final int VERSION = 3;

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

  private ModelJson() {}

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
   * Returns the bytes of a model.
   *
   * @throws IOException if it has a layer that is not of this kit
   */
  static byte[] of(Layer model) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(new Contents(FORMAT, VERSION, model));
    if (!model(bytes).equals(model)) {
      throw new IOException("what was read back is not equal to the model");
    }
    return bytes;
  }

  /**
   * Returns the model of such bytes.
   *
   * @throws IOException if they are no whole model
   * @throws IllegalArgumentException if they are of another format or version
   */
  static Layer model(byte[] bytes) throws IOException {
    JsonNode tree = JSON.readTree(bytes);
    String format = tree.path("format").asText("none");
    String version = tree.path("version").asText("none");
    if (!format.equals(FORMAT) || !version.equals(String.valueOf(VERSION))) {
      throw new IllegalArgumentException("its format is " + format + " and its version " + version);
    }
    return JSON.treeToValue(tree, Contents.class).model();
  }
}
