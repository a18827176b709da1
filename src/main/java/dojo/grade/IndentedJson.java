package dojo.grade;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON for people and programs: two spaces a level, and the same ends of lines on every system. */
public final class IndentedJson {
  private IndentedJson() {}

  /**
   * Returns what writes JSON so.
   *
   * @param json how its values are written
   * @return the writer
   */
  public static ObjectWriter writer(JsonMapper json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return json.writer(
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
  }
}
