package dojo.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Notebook;
import java.nio.file.Path;

/** A notebook on which a check is tried: cells of prose and of code, in the order given. */
record MadeUpNotebook(Path file, ObjectNode content) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static MadeUpNotebook at(Path file) {
    ObjectNode content = JSON.createObjectNode();
    content.putArray("cells");
    return new MadeUpNotebook(file, content);
  }

  MadeUpNotebook says(String markdown) {
    return with("markdown", markdown);
  }

  MadeUpNotebook runs(String code) {
    return with("code", code);
  }

  Notebook notebook() {
    return new Notebook(file, content);
  }

  private MadeUpNotebook with(String type, String source) {
    ArrayNode cells = (ArrayNode) content.path("cells");
    cells.addObject().put("cell_type", type).put("id", "c" + cells.size()).put("source", source);
    return this;
  }
}
