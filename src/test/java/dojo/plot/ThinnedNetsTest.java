package dojo.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.dropout.Mask;
import dojo.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ThinnedNetsTest {
  private static final Mask TWO = mask(1, 1);
  private static final int KEPT = 0xFF0072B2;
  private static final int DROPPED = 0xFFD55E00;

  private static Mask mask(float... kept) {
    return Mask.of(Tensor.of(kept, kept.length));
  }

  private static ThinnedNets.Net net(Mask hidden) {
    return new ThinnedNets.Net(List.of(TWO, hidden, mask(1)), "a net");
  }

  @Test
  void each_net_tells_which_units_are_kept_and_how_many_connections_are_left() {
    Picture picture = ThinnedNets.grid("Masks", 2, List.of(net(mask(1, 0, 1)), net(mask(0, 0, 0))));
    assertEquals(
        """
        Nets: Masks.
        a net: kept units, layer by layer: 1, 2 of 2; 1, 3 of 3; 1 of 1; 6 of 9 connections are left.
        a net: kept units, layer by layer: 1, 2 of 2; none of 3; 1 of 1; 0 of 9 connections are left.""",
        picture.text(Locale.ENGLISH));
  }

  @Test
  void a_kept_unit_is_a_disc_and_a_dropped_one_a_ring_that_no_connection_reaches() {
    BufferedImage whole = ThinnedNets.grid("t", 1, List.of(net(mask(1, 1)))).image();
    BufferedImage thinned = ThinnedNets.grid("t", 1, List.of(net(mask(1, 0)))).image();
    int x = 10 + 16 + (740 - 48) / 2; // the hidden layer is the second of three
    int first = 30 + 10 + 15;
    int second = first + 30;
    assertEquals(KEPT, whole.getRGB(x, second));
    assertEquals(KEPT, thinned.getRGB(x, first));
    assertEquals(DROPPED, thinned.getRGB(x, second)); // the middle of its cross
    assertEquals(0xFFFFFFFF, thinned.getRGB(x, second + 5)); // and nothing inside the ring
    assertEquals(0xFFFFFFFF, thinned.getRGB(x - 12, second)); // nor before it
    assertTrue(whole.getRGB(x - 12, second) != 0xFFFFFFFF);
  }

  @Test
  void more_nets_than_columns_make_more_rows() {
    ThinnedNets.Net net = net(TWO);
    int one = ThinnedNets.grid("t", 2, List.of(net, net)).image().getHeight();
    assertTrue(ThinnedNets.grid("t", 2, List.of(net, net, net)).image().getHeight() > one);
  }

  @Test
  void a_grid_without_nets_or_with_too_many_columns_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> ThinnedNets.grid("t", 3, List.of()));
    assertEquals("a grid needs a net and 1 to 8 columns, but had 0 and 3", e.getMessage());
    List<ThinnedNets.Net> nets = Collections.nCopies(9, net(TWO));
    assertThrows(IllegalArgumentException.class, () -> ThinnedNets.grid("t", 9, nets));
  }

  @Test
  void what_is_no_net_of_drawable_layers_is_refused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new ThinnedNets.Net(List.of(TWO), "one layer"));
    assertEquals(
        "a net has at least two layers, its inputs and its outputs, but had 1", e.getMessage());
    for (Tensor odd : List.of(Tensor.ones(21), Tensor.ones(0), Tensor.ones(2, 2))) {
      e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new ThinnedNets.Net(List.of(TWO, Mask.of(odd)), "odd"));
      assertTrue(
          e.getMessage()
              .startsWith(
                  "a layer is drawn from a mask of shape [units], 1 to 20 of them, but one was"),
          e.getMessage());
    }
  }
}
