package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagramTest {
  private static final Diagram PAIR = Diagram.of("Two boxes").box("x", 0, 0).box("y", 1, 0);
  private static final int FORWARD = 0xFF0072B2;
  private static final int BACK = 0xFFD55E00;

  @Test
  void each_arrow_is_told_in_a_line_with_its_direction_and_what_happens_on_the_way() {
    Diagram both = PAIR.arrow("x", "y", "· m/q").back("y", "x", "");
    assertEquals(
        """
        Diagram: Two boxes. Boxes: x, y.
        Forward: x → y. On the way: · m/q.
        Backward: y → x.""",
        both.picture().text(Locale.ENGLISH));
    assertEquals(both.toString(), both.picture().toString());
  }

  @Test
  void a_diagram_is_shown_as_an_image_with_its_text() {
    String html = Show.html(PAIR.arrow("x", "y", "m < q"));
    assertTrue(html.contains("<img alt=\"Diagram: Two boxes. Boxes: x, y.\nForward: "), html);
    assertTrue(html.contains("m &lt; q") && html.contains("data:image/png;base64,"), html);
  }

  @Test
  void forward_arrows_have_one_colour_and_backward_arrows_another() {
    BufferedImage none = PAIR.image();
    BufferedImage forward = PAIR.arrow("x", "y", "").image();
    BufferedImage back = PAIR.back("y", "x", "").image();
    assertFalse(shows(none, FORWARD) || shows(none, BACK));
    assertTrue(shows(forward, FORWARD) && !shows(forward, BACK));
    assertTrue(shows(back, BACK) && !shows(back, FORWARD));
  }

  @Test
  void two_arrows_between_the_same_boxes_do_not_hide_each_other() {
    BufferedImage both = PAIR.arrow("x", "y", "").back("y", "x", "").image();
    BufferedImage forward = PAIR.arrow("x", "y", "").image();
    assertEquals(count(forward, FORWARD), count(both, FORWARD));
    assertTrue(shows(both, BACK));
  }

  @Test
  void more_columns_make_it_wider_and_more_rows_higher() {
    BufferedImage image = PAIR.image();
    assertTrue(PAIR.box("z", 2, 0).image().getWidth() > image.getWidth());
    assertTrue(PAIR.box("z", 0, 1).image().getHeight() > image.getHeight());
  }

  @Test
  void a_box_without_a_name_or_a_place_of_its_own_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> PAIR.box("x", 2, 0));
    assertEquals(
        "every box needs a name and a place of its own, but \"x\" at 2, 0 meets \"x\" at 0, 0",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> PAIR.box("z", 1, 0));
    e = assertThrows(IllegalArgumentException.class, () -> PAIR.box("z", 0, -1));
    assertEquals(
        "columns and rows are counted from 0, but box \"z\" was to stand at 0, -1", e.getMessage());
  }

  @Test
  void an_arrow_to_nowhere_or_to_itself_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> PAIR.arrow("x", "z", ""));
    assertEquals(
        "an arrow joins boxes that are there, but there is none called \"z\", only [x, y]: add the"
            + " box first",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> PAIR.back("x", "x", ""));
    assertEquals(
        "an arrow joins two boxes, but this one was to go from \"x\" to itself", e.getMessage());
  }

  @Test
  void a_diagram_without_boxes_cannot_be_drawn() {
    var e = assertThrows(IllegalStateException.class, () -> Diagram.of("Empty").image());
    assertEquals("diagram \"Empty\" has no box yet: add one", e.getMessage());
  }

  private static boolean shows(BufferedImage image, int colour) {
    return count(image, colour) > 0;
  }

  private static int count(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }
}
