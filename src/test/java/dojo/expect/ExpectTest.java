package dojo.expect;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.kata.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectTest {
  private static final float[][] X = {{1, -2}, {3, 4}};

  @Test
  void a_failure_keeps_the_call_the_arguments_and_both_values() {
    float[][] right = {{2.5f, 0}, {0, 1.6666f}};
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                expect("f(x)", new float[][] {{2.5f, 0}, {3, Float.NaN}})
                    .remark("again")
                    .given("x", X)
                    .toBe(right));
    assertEquals(
        new Seen.Difference(
            "f(x)",
            List.of(Label.of("again")),
            List.of(new Seen.Argument("x", new Value(X))),
            new Value(right),
            new Value(new float[][] {{2.5f, 0}, {3, Float.NaN}}),
            List.of(1, 0)),
        misstep.seen());
    assertEquals("", misstep.diagnosis());
  }

  static List<Arguments> wrong() {
    return List.of(
        Arguments.of(1.0, 1.00001, List.of()),
        Arguments.of(0f, 1e-30f, List.of()),
        Arguments.of(1.0, Double.POSITIVE_INFINITY, List.of()),
        Arguments.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, List.of()),
        Arguments.of(3, 4, List.of()),
        Arguments.of(3L, 4L, List.of()),
        Arguments.of(true, false, List.of()),
        Arguments.of("a", "b", List.of()),
        Arguments.of(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}, List.of(2)),
        Arguments.of(new int[] {1}, new int[] {1, 2}, List.of()),
        Arguments.of(new long[] {1}, new long[] {2}, List.of(0)),
        Arguments.of(new boolean[] {true}, new boolean[] {false}, List.of(0)),
        Arguments.of(new String[] {"a", "b"}, new String[] {"a", "c"}, List.of(1)),
        Arguments.of(new float[1][2], new float[2][1], List.of()),
        Arguments.of(new float[2][], new float[2][1], List.of()),
        Arguments.of(new float[1][1][1], new float[][][] {{{1}}}, List.of(0, 0, 0)),
        Arguments.of(new float[1][1][1][1], new float[][][][] {{{{1}}}}, List.of(0, 0, 0, 0)),
        Arguments.of(pair(1.0, X), pair(1.0, new float[][] {{1, -2}, {3, 5}}), List.of(1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_value_of_any_shape_is_found_at_its_place(
      Object actual, Object right, List<Integer> place) {
    Misstep misstep = assertThrows(Misstep.class, () -> expect("f()", actual).toBe(right));
    assertEquals(place, ((Seen.Difference) misstep.seen()).place());
    expect("f()", right).toBe(right);
    expect("f()", actual).toBeExactly(actual);
  }

  @Test
  void a_rounding_is_no_mistake() {
    expect("f(x)", new float[][] {{1.0000001f}}).toBe(new float[][] {{1}});
    expect("f(x)", 1.0000001).toBe(1.0);
    assertThrows(Misstep.class, () -> expect("f(x)", 1.0000001).toBeExactly(1.0));
  }

  @Test
  void a_measured_value_may_be_as_far_away_as_said() {
    expect("slope", 6.001).toBeWithin(1e-3, 0, 6.0);
    expect("slope", 1e-9).toBeWithin(0, 1e-8, 0.0);
    assertThrows(Misstep.class, () -> expect("slope", 6.1).toBeWithin(1e-3, 1e-3, 6.0));
    assertThrows(Misstep.class, () -> expect("slope", Double.NaN).toBeWithin(1, 1, 6.0));
  }

  @Test
  void exactly_tells_the_zeros_apart() {
    float[][] minus = {{-0f}};
    expect("f(x)", minus).toBe(new float[1][1]);
    assertThrows(Misstep.class, () -> expect("f(x)", minus).toBeExactly(new float[1][1]));
  }

  @Test
  void what_was_given_is_kept_as_it_was() {
    float[][] x = {{1}};
    Expect<Double> check = expect("f(x)", 1.0).given("x", x);
    x[0][0] = 2;
    Misstep misstep = assertThrows(Misstep.class, () -> check.toBe(2.0));
    assertEquals(
        new Value(new float[][] {{1}}), ((Seen.Difference) misstep.seen()).given().get(0).value());
  }

  @Test
  void the_mistake_that_gives_this_value_is_named() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                expect("f(x)", X)
                    .diagnose("OTHER", new float[2][2])
                    .diagnoseIf("ABSENT", false)
                    .diagnose("SAME", X)
                    .diagnoseIf("LATER", true)
                    .toBe(new float[2][2]));
    assertEquals("SAME", misstep.diagnosis());
  }

  @Test
  void a_right_value_has_no_diagnosis_even_if_a_mistake_gives_it_too() {
    expect("f(x)", X).diagnose("SAME", X).diagnoseIf("ALWAYS", true).toBe(X);
  }

  @Test
  void only_the_exception_that_was_asked_for_is_a_refusal() {
    expectRefusal("f(2)", () -> threw(IllegalArgumentException.class)).orDiagnose("ACCEPTED");
    expectRefusal("f(2)", () -> threw(NumberFormatException.class)).orFail(); // is one of them
    expectRefusal("f(2)", () -> threw(IllegalStateException.class))
        .by(IllegalStateException.class)
        .orFail();
    Misstep other =
        assertThrows(
            Misstep.class,
            () ->
                expectRefusal("f(2)", () -> threw(UnsupportedOperationException.class))
                    .orDiagnose("ACCEPTED"));
    assertEquals("", other.diagnosis());
    assertEquals(
        new Seen.RefusedOtherwise(
            "f(2)", "IllegalArgumentException", "UnsupportedOperationException", "2"),
        other.seen());
  }

  @Test
  void what_is_still_to_be_written_refuses_nothing() {
    assertThrows(
        StudentException.class, () -> expectRefusal("f(2)", () -> todo()).orDiagnose("ACCEPTED"));
  }

  private static void todo() {
    throw new StudentException(
        new Answer.Threw(
            List.of(UnsupportedOperationException.class.getName()), "TODO: f", List.of()));
  }

  @Test
  void the_message_of_a_refusal_can_be_looked_at() {
    String told = expectRefusal("f(2)", () -> threw(IllegalArgumentException.class)).message();
    assertEquals("2", told);
    assertThrows(Misstep.class, () -> expectRefusal("f(2)", () -> {}).message());
  }

  @Test
  void a_call_that_returns_was_accepted() {
    Misstep misstep =
        assertThrows(Misstep.class, () -> expectRefusal("f(2)", () -> {}).orDiagnose("ACCEPTED"));
    assertEquals("ACCEPTED", misstep.diagnosis());
    assertEquals(new Seen.Accepted("f(2)", "IllegalArgumentException"), misstep.seen());
  }

  @Test
  void an_exception_of_the_test_is_no_refusal() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            expectRefusal(
                    "f(2)",
                    () -> {
                      throw new IllegalArgumentException("the test's own");
                    })
                .orFail());
  }

  @Test
  void a_broken_condition_keeps_its_key_and_its_values() {
    expectThat(true, "nothing").orFail();
    Misstep misstep =
        assertThrows(
            Misstep.class, () -> expectThat(1 == 2, "sum", 1.5).given("x", X).orDiagnose("ODD"));
    assertEquals("ODD", misstep.diagnosis());
    assertEquals(
        new Seen.Broken(Label.of("sum", 1.5), List.of(new Seen.Argument("x", new Value(X)))),
        misstep.seen());
  }

  private static void threw(Class<? extends Exception> type) {
    List<String> types =
        Stream.<Class<?>>iterate(type, at -> at != Object.class, Class::getSuperclass)
            .map(Class::getName)
            .toList();
    throw new StudentException(new Answer.Threw(types, "2", List.of()));
  }

  @Test
  void an_array_that_nobody_can_look_at_is_told_by_its_form() {
    Misstep large =
        assertThrows(
            Misstep.class,
            () ->
                Expect.expect("f(x)", new float[200][100])
                    .given("x", new double[20_000])
                    .toBeExactly(new float[2][3]));
    assertEquals(new Seen.Unusable("float[200][100]", ""), large.seen());
    Misstep asked =
        assertThrows(
            Misstep.class,
            () -> Expect.expect("f(x)", new float[20_000]).toBeExactly(new float[20_001]));
    assertEquals("Difference", asked.seen().getClass().getSimpleName());
  }
}
