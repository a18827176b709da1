package dojo.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.grade.IndentedJson;
import dojo.grade.Points;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** JSON that is read by other programs. */
final class Json {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter PRETTY = IndentedJson.writer(JSON);

  private Json() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Half a character becomes a question mark: not every reader of JSON takes it. */
  static String text(ObjectNode json) {
    try {
      byte[] bytes = PRETTY.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
      return new String(bytes, StandardCharsets.UTF_8) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Points as a number that says no more digits than they have. */
  static BigDecimal number(double points) {
    return new BigDecimal(Points.text(points));
  }
}
