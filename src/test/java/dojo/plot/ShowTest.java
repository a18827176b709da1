package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ShowTest {
  private static final LineChart CHART =
      LineChart.of("p < 1 & \"more\"", "x", "y")
          .line("a", new double[] {1, 2}, new double[] {3, 4});
  private static final Pattern IMAGE =
      Pattern.compile(
          "<figure [^>]*><img alt=\"([^\"<>]*)\" data-figures=\"([^\"<>]*)\" width=\"760\""
              + " src=\"data:image/png;base64,([^\"]*)\"><figcaption .*</figcaption></figure>");

  @Test
  void a_chart_is_an_image_with_its_text_alternative() {
    Matcher image = IMAGE.matcher(Show.html(CHART));
    assertTrue(image.matches());
    assertTrue(image.group(1).startsWith("Chart: p &lt; 1 &amp; &quot;more&quot;.\n"));
  }

  @Test
  void the_png_is_whole() {
    Matcher image = IMAGE.matcher(Show.html(CHART));
    assertTrue(image.matches());
    byte[] png = Base64.getDecoder().decode(image.group(3));
    byte[] end = Arrays.copyOfRange(png, png.length - 8, png.length - 4);
    assertEquals("IEND", new String(end, StandardCharsets.US_ASCII));
    assertArrayEquals(CHART.picture().png(), png);
  }

  @Test
  void a_chart_that_a_notebook_cannot_show_speaks() {
    assertTrue(CHART.toString().contains("a: "), CHART.toString());
    assertEquals(CHART.toString(), CHART.picture().toString());
  }

  @Test
  void a_table_is_a_table() {
    String html = Show.html(Table.create("t", IntColumn.create("epoch", 1, 2)));
    assertTrue(html.contains("<th>epoch</th>") && html.contains("<td>2</td>"), html);
  }

  @Test
  void anything_else_is_its_text() {
    assertEquals("<pre>1 &lt; 2</pre>", Show.html("1 < 2"));
  }
}
