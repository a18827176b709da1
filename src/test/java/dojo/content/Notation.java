package dojo.content;

import dojo.lab.Notebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of symbols at the end of notebook 00, against the symbols of all formulas.
 *
 * @param rows in how many rows of the table each symbol is defined
 */
record Notation(Map<String, Integer> rows) {
  private static final String HEADING = "## Notation";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| *\\$([^|]+)\\$ *\\|[^|\\n]*\\p{L}[^|\\n]*\\|");

  /** Words and pictures in a formula, which no table needs to explain. */
  private static final String UPRIGHT =
      "\\\\(?:text|textbf|textit|mathrm|operatorname\\*?|begin|end|color|tag)\\s*\\{[^{}]*\\}";

  private static final Pattern NAMED = Pattern.compile("\\\\operatorname\\*?\\{([^{}]*)\\}");

  /** A decorated letter, such as a mean; a command; a letter. */
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\\\(?<mark>hat|bar|tilde|mathbf|mathcal|mathbb|vec|dot|boldsymbol)(?![A-Za-z])\\s*"
              + "(?:\\{(?<inner>\\\\?[A-Za-z]+)\\}|(?<letter>[A-Za-z]))"
              + "|\\\\(?<command>[A-Za-z]+)|(?<plain>\\p{IsLatin}|\\p{IsGreek})");

  private static final Set<String> GREEK =
      Set.of(
          "alpha",
          "beta",
          "gamma",
          "delta",
          "epsilon",
          "varepsilon",
          "zeta",
          "eta",
          "theta",
          "kappa",
          "lambda",
          "mu",
          "nu",
          "xi",
          "pi",
          "rho",
          "sigma",
          "tau",
          "phi",
          "varphi",
          "chi",
          "psi",
          "omega",
          "Gamma",
          "Delta",
          "Theta",
          "Lambda",
          "Sigma",
          "Phi",
          "Psi",
          "Omega",
          "ell",
          "nabla",
          "partial",
          "odot",
          "otimes",
          "oplus");

  /** Reads the table of the notebook that has it. */
  static Notation in(Notebook notebook) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    notebook
        .content()
        .path("cells")
        .forEach(
            cell -> {
              String source = Notebook.source(cell);
              int from = source.indexOf(HEADING);
              Matcher row = ROW.matcher(from < 0 ? "" : source.substring(from));
              while (row.find()) {
                symbols(row.group(1)).forEach(symbol -> rows.merge(symbol, 1, Integer::sum));
              }
            });
    return new Notation(rows);
  }

  /** Returns what is to be mended in the table, given all formulas of the course. */
  List<String> problems(List<Notebook> course) {
    List<String> problems = new ArrayList<>();
    rows.forEach(
        (symbol, times) -> {
          if (times > 1) {
            problems.add(
                "notebook 00: "
                    + symbol
                    + " is defined "
                    + times
                    + " times in the table of notation: leave one row");
          }
        });
    for (Notebook notebook : course) {
      Prose prose = Prose.of(notebook);
      Set<String> known = new TreeSet<>(rows.keySet());
      for (Prose.Part formula : prose.formulas()) {
        Set<String> symbols = symbols(formula.text());
        symbols.removeAll(known);
        known.addAll(symbols); // told once
        if (!symbols.isEmpty()) {
          problems.add(
              prose.problem(
                  formula,
                  "add to the table of notation in notebook 00: "
                      + String.join(" ", symbols)
                      + ", used in "
                      + formula.text().strip()));
        }
      }
    }
    return problems;
  }

  /** Returns the symbols of a formula: letters, Greek letters, marked letters, named operators. */
  static Set<String> symbols(String tex) {
    Set<String> symbols = new TreeSet<>();
    NAMED.matcher(tex).results().forEach(name -> symbols.add(name.group(1)));
    Matcher found = SYMBOL.matcher(tex.replaceAll(UPRIGHT, " "));
    while (found.find()) {
      String inner = found.group("inner") != null ? found.group("inner") : found.group("letter");
      if (found.group("mark") != null) {
        symbols.add("\\" + found.group("mark") + "{" + inner + "}");
      } else if (found.group("plain") != null) {
        symbols.add(found.group("plain"));
      } else if (GREEK.contains(found.group("command"))) {
        symbols.add("\\" + found.group("command"));
      }
    }
    return symbols;
  }
}
