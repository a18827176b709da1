package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
  /** Named so that neither the alphabet nor a hash gives the order of the source. */
  static final class Shuffled {
    static final long LONG = 1L << 40;
    static final double DOUBLE = 0.1;

    void zebra() {}

    Runnable apple() {
      return () -> {};
    }

    double mango(String text) {
      return text.isEmpty() ? LONG : DOUBLE;
    }

    void banana() {}
  }

  @Test
  void methods_come_in_the_order_of_the_source() {
    Map<String, Integer> lines = SourceLines.of(Shuffled.class);
    List<String> named = List.of("zebra", "apple", "mango", "banana");
    assertEquals(
        named,
        lines.entrySet().stream()
            .filter(method -> named.contains(method.getKey()))
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList());
  }

  @Test
  void a_class_without_a_file_has_no_lines() {
    Runnable hidden = () -> {};
    assertTrue(SourceLines.of(hidden.getClass()).isEmpty());
  }
}
