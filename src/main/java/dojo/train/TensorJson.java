package dojo.train;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dojo.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tensor in JSON: its shape, and its numbers as little-endian float32 in Base64. */
final class TensorJson {
  private TensorJson() {}

  static final class Writer extends JsonSerializer<Tensor> {
    @Override
    public void serialize(Tensor tensor, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      float[] values = tensor.toArray();
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      json.writeStartObject();
      json.writeArrayFieldStart("shape");
      for (int length : tensor.shape()) {
        json.writeNumber(length);
      }
      json.writeEndArray();
      json.writeBinaryField("float32", bytes.array());
      json.writeEndObject();
    }
  }

  static final class Reader extends JsonDeserializer<Tensor> {
    @Override
    public Tensor deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode tensor = context.readTree(json);
      if (tensor.size() != 2
          || !tensor.path("shape").isArray()
          || !tensor.path("float32").isTextual()) {
        return context.reportInputMismatch(
            Tensor.class, "a tensor is {\"shape\": […], \"float32\": \"…\"}");
      }
      int[] shape = new int[tensor.path("shape").size()];
      for (int axis = 0; axis < shape.length; axis++) {
        JsonNode length = tensor.path("shape").path(axis);
        if (!length.isInt()) {
          return context.reportInputMismatch(
              Tensor.class, "the lengths of axes are whole numbers, but one was %s", length);
        }
        shape[axis] = length.intValue();
      }
      byte[] bytes = tensor.path("float32").binaryValue();
      if (bytes.length % 4 != 0) {
        return context.reportInputMismatch(
            Tensor.class, "a number has 4 bytes, but a tensor had %d", bytes.length);
      }
      float[] values = new float[bytes.length / 4];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      try {
        return Tensor.of(values, shape);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(Tensor.class, "%s", e.getMessage());
      }
    }
  }
}
