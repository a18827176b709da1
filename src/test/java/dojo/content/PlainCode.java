package dojo.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source without its comments, searched for sentences: what a reader is told stands in a bundle.
 *
 * <p>The message of an exception is for whoever programs, as is the name of a thread; an exception
 * that is told to readers takes the key of its sentence.
 *
 * @param texts the texts of each statement, put together
 */
record PlainCode(List<String> texts) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'",
          Pattern.DOTALL);

  /** Three words in a row, of which none is code. */
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}[a-z]+ [a-z]+ [a-z]+");

  /** A line for a shell or for Python, and a remark in a file. */
  private static final Pattern NO_SENTENCE = Pattern.compile("(sudo|brew|choco|import|#) .*");

  private static final Pattern PROGRAMMERS = Pattern.compile("new \\w*Exception\\(|new Thread\\(");

  /** Reads a source. */
  static PlainCode of(String source) {
    List<String> literals = new ArrayList<>();
    String code =
        TOKEN
            .matcher(source)
            .replaceAll(
                token -> {
                  if (!token.group().startsWith("\"")) {
                    return "";
                  }
                  literals.add(token.group().replaceAll("^\"+|\"+$", ""));
                  return "\u0001" + (char) (literals.size() - 1 + 0x4E00) + "\u0002";
                });
    return new PlainCode(
        Stream.of(code.split("[;{}]"))
            .filter(statement -> !PROGRAMMERS.matcher(statement).find())
            .map(statement -> statement.replaceAll("\u0002\\s*\\+\\s*\u0001", "\u0002\u0001"))
            .flatMap(statement -> texts(statement, literals))
            .toList());
  }

  private static Stream<String> texts(String statement, List<String> literals) {
    return Pattern.compile("(\u0001.\u0002)+")
        .matcher(statement)
        .results()
        .map(MatchResult::group)
        .map(run -> joined(run, literals));
  }

  private static String joined(String run, List<String> literals) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < run.length(); i += 3) {
      text.append(literals.get(run.charAt(i) - 0x4E00));
    }
    return text.toString();
  }

  /** Returns what a reader might be told, in English. */
  List<String> sentences() {
    return texts.stream()
        .filter(text -> SENTENCE.matcher(text).find() && !NO_SENTENCE.matcher(text).matches())
        .toList();
  }
}
