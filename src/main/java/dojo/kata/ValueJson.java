package dojo.kata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link Value} as JSON: its type beside it, since JSON has one kind of number only. */
final class ValueJson {
  private static final int DIMENSIONS = 4;

  /** Each type by its name in JSON, single values as their boxes. */
  private static final Map<String, Class<?>> TYPES = types();

  private ValueJson() {}

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new HashMap<>();
    types.put("boolean", Boolean.class);
    types.put("byte", Byte.class);
    types.put("int", Integer.class);
    types.put("long", Long.class);
    types.put("float", Float.class);
    types.put("double", Double.class);
    types.put("String", String.class);
    types.put("pair", Value.Pair.class);
    for (Class<?> element :
        List.of(
            boolean.class,
            byte.class,
            int.class,
            long.class,
            float.class,
            double.class,
            String.class)) {
      Class<?> array = element;
      for (int i = 0; i < DIMENSIONS; i++) {
        array = array.arrayType();
        types.put(array.getSimpleName(), array);
      }
    }
    return Map.copyOf(types);
  }

  static void requireKnown(Class<?> type) {
    if (!TYPES.containsValue(type)) {
      throw new IllegalArgumentException(
          "a value must be a number, a boolean, a text, a pair or an array of up to 4 dimensions,"
              + " but was "
              + type.getTypeName());
    }
  }

  private static String name(Class<?> type) {
    return TYPES.entrySet().stream()
        .filter(known -> known.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Writes the type and the value. */
  static final class Writer extends JsonSerializer<Value> {
    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("type", name(value.content().getClass()));
      json.writeFieldName("value");
      provider.defaultSerializeValue(value.content(), json);
      json.writeEndObject();
    }
  }

  /** Reads them. */
  static final class Reader extends JsonDeserializer<Value> {
    @Override
    public Value deserialize(JsonParser json, DeserializationContext context) throws IOException {
      JsonNode node = json.readValueAsTree();
      String name = node.path("type").asText();
      Class<?> type =
          Optional.ofNullable(TYPES.get(name))
              .orElseThrow(() -> new IOException("a value of the unknown type " + name));
      return new Value(json.getCodec().treeToValue(node.path("value"), type));
    }
  }
}
