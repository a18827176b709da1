package dojo.book;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula as a reader types it into the search: 1/(1-p), not the LaTeX that its author wrote. */
final class TypedFormula {
  private static final String INNER = "\\{((?:[^{}]|\\{[^{}]*\\})*)\\}";
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*" + INNER + "\\s*" + INNER);
  private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\s*" + INNER);
  private static final Pattern FRAME =
      Pattern.compile("\\\\(?:begin|end)\\{[^{}]*\\}(?:\\{[^{}]*\\})?");
  private static final Pattern SPACE =
      Pattern.compile("\\\\(?:left|right|big|Big|q?quad|limits)(?![A-Za-z])|\\\\[,;:!\\\\ ]|[&~]");
  private static final Pattern NAMED =
      Pattern.compile("\\\\(?:text|mathrm|mathbf|operatorname\\*?)(?![A-Za-z])");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("cdot", "·"),
          Map.entry("times", "×"),
          Map.entry("odot", "⊙"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("approx", "≈"),
          Map.entry("sim", "~"),
          Map.entry("sum", "Σ"),
          Map.entry("to", "→"),
          Map.entry("gets", "←"),
          Map.entry("mid", "|"),
          Map.entry("ldots", "…"),
          Map.entry("cdots", "…"),
          Map.entry("dots", "…"),
          Map.entry("infty", "∞"));

  private TypedFormula() {}

  /**
   * Writes a formula in one line.
   *
   * @param tex its LaTeX
   * @return signs, letters and numbers; a Greek letter by its name
   */
  static String of(String tex) {
    String text = FRAME.matcher(tex).replaceAll(" ");
    text = SPACE.matcher(NAMED.matcher(text).replaceAll("")).replaceAll(" ");
    for (String before = ""; !before.equals(text); ) { // fractions stand in fractions
      before = text;
      text =
          FRACTION
              .matcher(text)
              .replaceFirst(found -> quoted(part(found.group(1)) + "/" + part(found.group(2))));
      text = ROOT.matcher(text).replaceFirst(found -> quoted("√" + part(found.group(1))));
    }
    return COMMAND
        .matcher(text)
        .replaceAll(found -> quoted(SIGNS.getOrDefault(found.group(1), found.group(1))))
        .replaceAll("[{}\\\\]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** What is more than a name or a number stands in brackets. */
  private static String part(String text) {
    String bare = text.strip();
    return bare.matches("\\\\?[\\p{L}\\p{N}.]+") ? bare : "(" + bare + ")";
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
