package dojo.expect;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectRefusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ExpectTest {
  private static final float[][] X = {{1, -2}, {3, 4}};

  @Test
  void the_matrices_stand_side_by_side() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                expect("f(x)", new float[][] {{1, -0f}, {3, Float.NaN}})
                    .given("x", X)
                    .toBe(new float[][] {{2.5f, 0}, {0, 1.6666f}}));
    assertEquals(
        """
        f(x)
        x         expected        but was
         1  -2      2.5      0      1   -0
         3   4        0  1.667      3  NaN\
        """,
        misstep.getMessage());
  }

  @Test
  void a_rounding_is_no_mistake() {
    expect("f(x)", new float[][] {{1.0000001f}}).toBe(new float[][] {{1}});
  }

  @Test
  void exactly_tells_the_zeros_apart() {
    float[][] minus = {{-0f}};
    expect("f(x)", minus).toBe(new float[1][1]);
    assertThrows(Misstep.class, () -> expect("f(x)", minus).toBeExactly(new float[1][1]));
  }

  @Test
  void another_shape_is_wrong() {
    assertThrows(Misstep.class, () -> expect("f(x)", new float[1][2]).toBe(new float[2][1]));
  }

  @Test
  void the_mistake_that_gives_this_value_is_named() {
    Misstep misstep =
        assertThrows(
            Misstep.class,
            () ->
                expect("f(x)", X)
                    .diagnose("OTHER", new float[2][2])
                    .diagnose("SAME", X)
                    .toBe(new float[2][2]));
    assertEquals("SAME", misstep.diagnosis());
  }

  @Test
  void a_right_value_has_no_diagnosis_even_if_a_mistake_gives_it_too() {
    expect("f(x)", X).diagnose("SAME", X).diagnose("ALWAYS", true).toBe(X);
  }

  @Test
  void only_an_illegal_argument_is_a_refusal() {
    expectRefusal(
            "f(2)",
            () -> {
              throw new IllegalArgumentException("2");
            })
        .orDiagnose("ACCEPTED");
    assertEquals(
        "ACCEPTED",
        assertThrows(Misstep.class, () -> expectRefusal("f(2)", () -> {}).orDiagnose("ACCEPTED"))
            .diagnosis());
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            expectRefusal(
                    "f(2)",
                    () -> {
                      throw new UnsupportedOperationException("TODO");
                    })
                .orDiagnose("ACCEPTED"));
  }

  @Test
  void a_broken_condition_says_why() {
    expect(true).orSay(() -> "nothing");
    assertEquals(
        "1 is not 2",
        assertThrows(Misstep.class, () -> expect(1 == 2).orDiagnose("ODD", () -> "1 is not 2"))
            .getMessage());
  }
}
