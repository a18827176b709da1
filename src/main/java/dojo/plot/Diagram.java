package dojo.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A diagram of how data flow: boxes on a grid, arrows for the forward pass, broken ones for the
 * backward pass. A value: each method returns a new diagram, and a notebook draws it with {@code
 * show(diagram)}.
 *
 * <pre>{@code
 * Diagram.of("Dropout").box("x", 0, 0).box("y", 1, 0).arrow("x", "y", "· m/q").back("y", "x", "· m/q")
 * }</pre>
 *
 * <p>For nets of units, some of them dropped, see {@link ThinnedNets}.
 */
public final class Diagram extends Pictured {
  private final String title;
  private final List<Box> boxes;
  private final List<Arrow> arrows;

  /** A box, and where it stands. */
  record Box(String name, int column, int row) {}

  /** What flows from one box to another, and what happens to it on the way. */
  record Arrow(Box from, Box to, String label, boolean back) {}

  private Diagram(String title, List<Box> boxes, List<Arrow> arrows) {
    this.title = title;
    this.boxes = List.copyOf(boxes);
    this.arrows = List.copyOf(arrows);
  }

  /**
   * Returns an empty diagram.
   *
   * @param title what is shown
   * @return the diagram
   */
  public static Diagram of(String title) {
    return new Diagram(title, List.of(), List.of());
  }

  /**
   * Returns this diagram with one more box.
   *
   * @param name what stands in it, some twenty letters at most; arrows know it by this name
   * @param column where it stands, from 0, left to right
   * @param row where it stands, from 0, top down
   * @return the new diagram
   * @throws IllegalArgumentException if a box has that name or that place already, or the place is
   *     negative
   */
  public Diagram box(String name, int column, int row) {
    if (column < 0 || row < 0) {
      throw new IllegalArgumentException(
          "columns and rows are counted from 0, but box \""
              + name
              + "\" was to stand at "
              + column
              + ", "
              + row);
    }
    for (Box box : boxes) {
      if (box.name().equals(name) || (box.column() == column && box.row() == row)) {
        throw new IllegalArgumentException(
            "every box needs a name and a place of its own, but \""
                + name
                + "\" at "
                + column
                + ", "
                + row
                + " meets \""
                + box.name()
                + "\" at "
                + box.column()
                + ", "
                + box.row());
      }
    }
    List<Box> more = new ArrayList<>(boxes);
    more.add(new Box(name, column, row));
    return new Diagram(title, more, arrows);
  }

  /**
   * Returns this diagram with one more arrow of the forward pass.
   *
   * @param from the name of the box where it starts
   * @param to the name of the box where it ends
   * @param label what happens on the way; empty for nothing
   * @return the new diagram
   * @throws IllegalArgumentException if there is no such box, or both are the same
   */
  public Diagram arrow(String from, String to, String label) {
    return plus(new Arrow(named(from), named(to), label, false));
  }

  /**
   * Returns this diagram with one more arrow of the backward pass, which is drawn broken and in
   * another colour.
   *
   * @param from the name of the box where it starts
   * @param to the name of the box where it ends
   * @param label what happens on the way; empty for nothing
   * @return the new diagram
   * @throws IllegalArgumentException if there is no such box, or both are the same
   */
  public Diagram back(String from, String to, String label) {
    return plus(new Arrow(named(from), named(to), label, true));
  }

  private Diagram plus(Arrow arrow) {
    if (arrow.from().equals(arrow.to())) {
      throw new IllegalArgumentException(
          "an arrow joins two boxes, but this one was to go from \""
              + arrow.from().name()
              + "\" to itself");
    }
    List<Arrow> more = new ArrayList<>(arrows);
    more.add(arrow);
    return new Diagram(title, boxes, more);
  }

  private Box named(String name) {
    return boxes.stream()
        .filter(box -> box.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an arrow joins boxes that are there, but there is none called \""
                        + name
                        + "\", only "
                        + boxes.stream().map(Box::name).toList()
                        + ": add the box first"));
  }

  @Override
  public BufferedImage image() {
    if (boxes.isEmpty()) {
      throw new IllegalStateException("diagram \"" + title + "\" has no box yet: add one");
    }
    return new DiagramDrawing(boxes, arrows).image(title);
  }

  @Override
  Content content() {
    return new DiagramText(title, boxes, arrows);
  }
}
