package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Notebook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateTest {
  private static final String PNG = "src=\"data:image/png;base64,iVBORw0KGgo=\"";

  @Test
  void a_picture_has_a_title_and_a_text_alternative() {
    assertEquals(
        List.of(
            new Plate(
                "Test loss: two nets", List.of("p = 0: falls.", "p = 0.5: falls."), "", "loss", 1)),
        plates(
            "<img alt=\"Chart: Test loss: two nets.\np = 0: falls.\np = 0.5: falls.\" "
                + PNG
                + ">"));
  }

  @Test
  void the_line_below_a_picture_goes_with_it() {
    assertEquals(
        List.of(
            new Plate("Loss", List.of(), "key: RandomKey.of(0) · fingerprint: 12ab", "loss", 1),
            new Plate("Error", List.of(), "", "loss", 2)),
        plates(
            "<figure><img alt=\"Chart: Loss.\" "
                + PNG
                + ">"
                + "<figcaption><a download=\"a.csv\" href=\"data:text/csv,1\">data (CSV)</a> · key: RandomKey.of(0) · fingerprint: <code>12ab</code>"
                + "</figcaption></figure>",
            "<figure><img " + PNG + " alt=\"Chart: Error.\"></figure>"));
  }

  @Test
  void a_table_is_no_picture() {
    assertEquals(List.of(), plates("<table><tr><td>1</td></tr></table>"));
  }

  private static List<Plate> plates(String... outputs) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode content = json.createObjectNode();
    ObjectNode cell = content.putArray("cells").addObject().put("cell_type", "code");
    ArrayNode shown = cell.put("id", "loss").put("source", "show(it);").putArray("outputs");
    for (String html : outputs) {
      shown.addObject().put("output_type", "display_data").putObject("data").put("text/html", html);
    }
    return Plate.of(new Notebook(Path.of("05-plates.ipynb"), content));
  }
}
