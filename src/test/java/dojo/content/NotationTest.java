package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.lab.Notebook;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
  private static final String TABLE =
      "## Notation\n\n| symbol | meaning |\n|---|---|\n| $p$ | to drop |\n| $i, j$ | places |\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\frac{p}{1 - p} | p",
        "x_i^2 \\le \\sqrt{n} | i n x",
        "\\bar{x} + \\hat y | \\bar{x} \\hat{y}",
        "\\lambda \\lVert w \\rVert_2 | \\lambda w",
        "\\operatorname{Var}[y] \\text{ of all} | Var y",
        "\\ln 10 \\approx 2.3 \\quad \\max(0, 1) | ''",
        "\\mathbf{W} \\in \\mathbb{R} | \\mathbb{R} \\mathbf{W}",
        "x_1, \\dots, x_n | n x",
        "\\begin{cases} 1 \\\\ m \\end{cases} | m"
      })
  void the_symbols_of_a_formula_are_its_letters(String tex, String symbols) {
    assertEquals(
        Set.of(symbols.isEmpty() ? new String[0] : symbols.split(" ")), Notation.symbols(tex));
  }

  @Test
  void what_the_table_defines_is_known() {
    assertEquals(List.of(), problems(TABLE, "$p$ and $p_{ij}$, but not `$x$`"));
  }

  @Test
  void a_symbol_that_the_table_lacks_is_told_with_its_formula() {
    assertEquals(
        List.of(
            "03-made-up, cell c1: add to the table of notation in notebook 00: \\sigma z, used in"
                + " z_i = p \\sigma"),
        problems(TABLE, "Here $z_i = p \\sigma$, and again $z_j$."));
  }

  @Test
  void a_symbol_that_is_defined_twice_is_told() {
    assertEquals(
        List.of("notebook 00: p is defined 2 times in the table of notation: leave one row"),
        problems(TABLE + "| $p$ | to keep |\n", "$p$"));
  }

  private static List<String> problems(String table, String prose) {
    Notebook start = MadeUpNotebook.at(Path.of("00-start.ipynb")).says(table).notebook();
    Notebook other = MadeUpNotebook.at(Path.of("03-made-up.ipynb")).says(prose).notebook();
    return Notation.in(start).problems(List.of(start, other));
  }
}
