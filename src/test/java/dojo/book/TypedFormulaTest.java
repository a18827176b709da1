package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedFormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "p = 0.5 @ p = 0.5",
        "\\frac{1}{1-p} @ 1/(1-p)",
        "\\dfrac{m \\cdot x}{q} @ (m · x)/q",
        "\\frac{\\frac{1}{2}}{q} @ (1/2)/q",
        "\\sqrt{\\frac{p}{q}} @ √(p/q)",
        "\\begin{aligned} y &= \\tfrac{x}{q} \\\\ z &\\le \\alpha \\end{aligned} @ y = x/q z ≤ alpha",
        "\\text{loss} \\; \\left( w_{ij} \\right) @ loss ( w_ij )",
        "\\frac{1} @ frac1"
      })
  void a_formula_reads_as_it_is_typed(String tex, String typed) {
    assertEquals(typed, TypedFormula.of(tex));
  }
}
