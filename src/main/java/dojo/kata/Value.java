package dojo.kata;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A value that a test saw, kept as it was: a number, a boolean, a text, a pair, or an array of one
 * to four dimensions.
 *
 * <p>In JSON it stands with its type, and NaN, the infinities and −0 survive:
 *
 * <pre>{@code {"type": "float[]", "value": [1.0, -0.0, "NaN"]}}</pre>
 *
 * @param content a copy of the value: one of {@code boolean, byte, int, long, float, double,
 *     String}, an array of one of them, or a {@link Pair}
 */
@JsonSerialize(using = ValueJson.Writer.class)
@JsonDeserialize(using = ValueJson.Reader.class)
public record Value(Object content) {

  /**
   * Two values that belong together, for example two gradients.
   *
   * @param first the first
   * @param second the second
   */
  public record Pair(Value first, Value second) {}

  /**
   * Copies a value.
   *
   * @param content the value
   * @throws IllegalArgumentException if it is of another type
   */
  public Value {
    ValueJson.requireKnown(content.getClass());
    content = copy(content);
  }

  private static Object copy(Object content) {
    if (!content.getClass().isArray()) {
      return content;
    }
    int length = Array.getLength(content);
    Object copy = Array.newInstance(content.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Object element = Array.get(content, i);
      Array.set(copy, i, element == null ? null : copy(element));
    }
    return copy;
  }

  /**
   * Returns the lengths of its dimensions.
   *
   * @return none for a single value; of rows of different lengths, that of the first
   */
  public List<Integer> shape() {
    List<Integer> shape = new ArrayList<>();
    Object at = content;
    while (at != null && at.getClass().isArray()) {
      shape.add(Array.getLength(at));
      at = Array.getLength(at) == 0 ? null : Array.get(at, 0);
    }
    return shape;
  }

  /**
   * Returns the part of an array at a place.
   *
   * @param place an index for each of the first dimensions; of a pair, 0 or 1 comes first
   * @return the part
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public Value at(List<Integer> place) {
    Object at = content;
    for (int index : place) {
      if (at instanceof Pair pair) {
        at = (index == 0 ? pair.first() : pair.second()).content();
      } else {
        at = Array.get(at, index);
      }
    }
    return new Value(at);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value value && Objects.deepEquals(content, value.content);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {content});
  }

  /**
   * Returns the value as text.
   *
   * @return its lines, as a student sees them
   */
  @Override
  public String toString() {
    return String.join("\n", ValueText.of(this).lines());
  }
}
