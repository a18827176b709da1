package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A verdict crosses from one JVM to another as JSON, and is the same there. */
class SeenTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final float[][] X = {{1, -0f}, {Float.NaN, Float.NEGATIVE_INFINITY}};

  /** One of each kind: a new kind is added here. */
  static List<Seen> each() {
    List<Seen.Argument> given = List.of(new Seen.Argument("x", new Value(X)));
    Label zeros = Label.of("zeros", 3, 0.25, "text");
    return List.of(
        new Seen.Passed(),
        new Seen.Skipped(),
        new Seen.Todo("TODO: drop some"),
        new Seen.Difference(
            "f(x)", List.of(zeros), given, new Value(X), new Value(1.5), List.of(0, 1)),
        new Seen.Count(zeros, 5_003, 10_000, 0.9, 1e-9, 8_810, 9_178, 42),
        new Seen.SharedDraw("f(key)", List.of(0, 1), List.of(1, 0), 46, 120, 1e-9, 42),
        new Seen.RepeatedDraws("f(key)", List.of(0, 1), List.of(1, 0), 64, 20_000, 1e-9, 42),
        new Seen.IgnoredKey("f(key)", 2, 120, 1e-9, 42),
        new Seen.Broken(zeros, given),
        new Seen.Accepted("f(2)", "IllegalArgumentException"),
        new Seen.RefusedOtherwise("f(2)", "IllegalArgumentException", "Oops", "no"),
        new Seen.Threw("ArithmeticException", "/ by zero"),
        new Seen.Unusable("ArrayIndexOutOfBoundsException", "Index 2"),
        new Seen.ReturnedNull("forward", List.of(1)),
        new Seen.Missing(Seen.Missing.What.METHOD, "forward(double)", "foward"),
        new Seen.Borrowed("dojo.dropout.Dropout", "of", "A.java"),
        new Seen.TooSlow(10),
        new Seen.Ended(7),
        new Seen.Garbled(),
        new Seen.NotCompiled(
            List.of(new Seen.Problem("A.java", 5, "';' expected", "compiler.err.expected"))),
        new Seen.NotText("A.java", "UTF-16"),
        new Seen.Unreadable("A.java", Seen.Unreadable.Why.FOLDER),
        new Seen.Misnamed("A2.java", "A.java", Seen.Misnamed.Own.MISSING),
        new Seen.NotStarted(1),
        new Seen.NoTest(),
        new Seen.Fault("java.io.IOException: disk"));
  }

  @Test
  void the_list_above_is_whole() {
    assertEquals(
        Stream.of(Seen.class, Seen.WrongAnswer.class)
            .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
            .filter(type -> !type.isInterface())
            .collect(Collectors.toSet()),
        each().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("each")
  void what_was_seen_survives_json(Seen seen) throws JsonProcessingException {
    TestOutcome outcome = new TestOutcome("a_test", seen, "NO_SCALE", 17);
    assertEquals(outcome, JSON.readValue(JSON.writeValueAsString(outcome), TestOutcome.class));
  }

  @ParameterizedTest
  @MethodSource("each")
  void what_was_seen_has_words(Seen seen) {
    Kata kata = new Kata(3, Path.of("exercises/kata03").toAbsolutePath());
    boolean said =
        Composer.of(kata, Locale.ENGLISH).report(TestOutcome.of("a_test", seen)).parts().stream()
            .anyMatch(part -> part instanceof Report.Paragraph words && !words.text().isBlank());
    boolean quiet = seen instanceof Seen.Passed || seen instanceof Seen.Skipped;
    assertEquals(!quiet, said);
  }

  static Stream<Object> values() {
    return Stream.of(
        true,
        (byte) -1,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Float.MIN_VALUE,
        0.1f,
        1 / 3f,
        -0f,
        Float.POSITIVE_INFINITY,
        Math.PI,
        -0.0,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        "größer\n\u0000\"",
        new boolean[] {true, false},
        new byte[][] {{1}, {-2}},
        new int[] {},
        new long[] {1L << 62, -1},
        new float[] {16_777_217f, 1e-45f, Float.NaN, -0f},
        new double[][] {{Math.nextDown(0.4)}, {}},
        new String[] {"a", ""},
        X,
        new float[2][],
        new float[][][] {{{1}, {2}}},
        new double[][][][] {{{{1, Double.POSITIVE_INFINITY}}}},
        new Value.Pair(new Value(1.0), new Value(X)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_survives_json_to_the_bit(Object content) throws JsonProcessingException {
    Value value = new Value(content);
    Value read = JSON.readValue(JSON.writeValueAsString(value), Value.class);
    assertEquals(value, read);
    assertEquals(content.getClass(), read.content().getClass());
  }

  @Test
  void every_float_survives_json() throws JsonProcessingException {
    float[] many = new float[10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = Float.intBitsToFloat((int) (i * 0x9E3779B97F4A7C15L >>> 32));
    }
    Value read = JSON.readValue(JSON.writeValueAsString(new Value(many)), Value.class);
    assertEquals(new Value(many), read);
  }

  @Test
  void a_value_does_not_change_with_the_array_it_was_made_of() {
    float[][] x = {{1}};
    Value value = new Value(x);
    x[0][0] = 2;
    assertEquals(new Value(new float[][] {{1}}), value);
  }

  @Test
  void nothing_else_is_a_value() {
    assertEquals(
        "a value must be a number, a boolean, a text, a pair or an array of up to 4 dimensions, but"
            + " was java.lang.Object[]",
        assertThrows(IllegalArgumentException.class, () -> new Value(new Object[0])).getMessage());
  }

  @Test
  void json_of_an_unknown_type_is_refused() {
    assertThrows(
        JsonProcessingException.class,
        () -> JSON.readValue("{\"type\":\"java.io.File\",\"value\":\"/\"}", Value.class));
  }

  @Test
  void only_the_kit_itself_can_be_in_error() {
    assertEquals(
        Set.of(Seen.NotStarted.class, Seen.NoTest.class, Seen.Fault.class),
        each().stream()
            .filter(seen -> seen.state() == State.ERROR)
            .map(Object::getClass)
            .collect(Collectors.toSet()));
    assertEquals(
        List.of("passed"),
        each().stream()
            .filter(seen -> seen.state() == State.GREEN)
            .map(seen -> JSON.valueToTree(seen).path("kind").asText())
            .toList());
  }
}
