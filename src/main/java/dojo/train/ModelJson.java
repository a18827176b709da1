package dojo.train;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import dojo.dropout.TransformerBlock;
import dojo.dropout.VariationalDropout;
import dojo.nn.BatchNorm;
import dojo.nn.Conv2d;
import dojo.nn.EachStep;
import dojo.nn.Embedding;
import dojo.nn.Flatten;
import dojo.nn.FreshNoise;
import dojo.nn.Gelu;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.MeanOfSteps;
import dojo.nn.PositionEmbedding;
import dojo.nn.Relu;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.SelfAttention;
import dojo.nn.Selu;
import dojo.nn.Sequential;
import dojo.nn.Sigmoid;
import dojo.nn.Tanh;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as JSON, in the format that {@link ModelFile} describes, and back. */
final class ModelJson {
  static final String FORMAT = "dropout-dojo-model";
  static final int VERSION = 4;

  /** What a file begins with, up to the digits of its SHA-256. */
  private static final String HEAD =
      "{\"format\":\"" + FORMAT + "\",\"version\":" + VERSION + ",\"sha256\":\"";

  private static final int DIGITS = 64;

  /** The numbers of one tensor: as Base64 they make a string of 2³⁰ characters. */
  private static final int MOST_NUMBERS = (1 << 30) / 16 * 3;

  /** How deep objects and lists of a file may lie in one another, so that reading ends. */
  private static final int DEEPEST = 200;

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
          EachStep.class,
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
          MeanOfSteps.class,
          FreshNoise.class,
          PositionEmbedding.class,
          Relu.class,
          Residual.class,
          Rnn.class,
          SelfAttention.class,
          Selu.class,
          Sequential.class,
          SharedDropout.class,
          Sigmoid.class,
          SpatialDropout.class,
          StandardDropout.class,
          StochasticDepth.class,
          Tanh.class,
          TransformerBlock.class,
          VariationalDropout.class);

  private static final ObjectMapper JSON = json();

  private ModelJson() {}

  private record Contents(String format, int version, String sha256, Layer model) {}

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
                .maxNestingDepth(DEEPEST)
                .maxStringLength(1 << 30)
                .build());
    LAYERS.forEach(c -> mapper.registerSubtypes(new NamedType(c, c.getSimpleName())));
    return mapper;
  }

  /**
   * Returns the bytes of a model.
   *
   * @throws IOException if it has a layer that is not of this kit
   * @throws IllegalArgumentException if a parameter is too large, or layers lie in one another too
   *     deep
   */
  static byte[] of(Layer model) throws IOException {
    if (isDeeper(model)) { // asked first, for the rest descends with the stack
      throw tooDeep(null);
    }
    model.parameters().forEach(w -> requireFits(w.size()));
    try {
      return checked(model);
    } catch (IOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof StreamConstraintsException) {
          throw tooDeep(e);
        }
      }
      throw e;
    }
  }

  /** Returns whether more layers lie in one another than a file has room for in any case. */
  private static boolean isDeeper(Layer model) {
    List<Layer> level = List.of(model);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      level = level.stream().flatMap(layer -> layer.layers().stream()).toList();
    }
    return !level.isEmpty();
  }

  private static IllegalArgumentException tooDeep(@Nullable IOException cause) {
    return new IllegalArgumentException(
        "a model file holds objects and lists at most "
            + DEEPEST
            + " deep, two for every Sequential, but the layers of this model lie deeper in one"
            + " another: join Sequentials that hold Sequentials",
        cause);
  }

  private static byte[] checked(Layer model) throws IOException {
    String none = "0".repeat(DIGITS);
    byte[] bytes = JSON.writeValueAsBytes(new Contents(FORMAT, VERSION, none, model));
    byte[] digits = sha256(bytes).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, bytes, HEAD.length(), DIGITS);
    if (!model(bytes).equals(model)) {
      throw new IOException("what was read back is not equal to the model");
    }
    return bytes;
  }

  /**
   * Returns the model of such bytes.
   *
   * @throws IOException if they are no whole model
   * @throws IllegalArgumentException if they are of another format or version, or have changed
   */
  static Layer model(byte[] bytes) throws IOException {
    if (!begins(bytes)) {
      JsonNode tree = JSON.readTree(bytes);
      String format = tree.path("format").asText("none");
      String version = tree.path("version").asText("none");
      boolean ours = format.equals(FORMAT) && version.equals(String.valueOf(VERSION));
      throw new IllegalArgumentException(
          ours
              ? "its beginning is not as it was saved"
              : "its format is " + format + " and its version " + version);
    }
    String stated = new String(bytes, HEAD.length(), DIGITS, StandardCharsets.ISO_8859_1);
    String found = sha256(bytes);
    if (!found.equals(stated)) {
      throw new IllegalArgumentException(
          "it has changed since it was saved, because its SHA-256 is "
              + found
              + " and was "
              + stated);
    }
    return JSON.treeToValue(JSON.readTree(bytes), Contents.class).model();
  }

  private static boolean begins(byte[] bytes) {
    byte[] head = HEAD.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= head.length + DIGITS
        && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  /** Returns the SHA-256 of all bytes but its own digits, in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int after = HEAD.length() + DIGITS;
      digest.update(bytes, 0, HEAD.length());
      digest.update(bytes, after, bytes.length - after);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  /** Checks that a tensor can be stored and read again. */
  static void requireFits(int numbers) {
    if (numbers > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "a model file holds at most "
              + MOST_NUMBERS
              + " numbers of one parameter, but one had "
              + numbers
              + ": split the layer");
    }
  }
}
