package dojo.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands how people name katas and notebooks: {@code 3}, {@code 03}, {@code 1-3}, {@code 1,3},
 * {@code all}, or a name or path as it is copied from a list, an editor or an error.
 *
 * <p>What is named must exist: of a range both ends, and all parts of a list. A range may run
 * backwards, and passes over numbers between its ends that are not there.
 *
 * @param name a path that names one of them, with its number as the first group
 * @param unknown the key of the sentence for a word that names none
 * @param none the key of the sentence for a project that has none at all
 */
record Selection(Pattern name, String unknown, String none) {
  /** Katas: {@code kata03}, {@code exercises/kata03/}, and any file in it. */
  static final Selection OF_KATAS =
      new Selection(
          Pattern.compile("(?iU)(?:.*/)?kata(\\d{1,9})(?:/.*|[.:]*)"), "no-such-kata", "no-katas");

  /** Notebooks: {@code 05-dropout}, {@code notebooks/05-dropout.ipynb}. */
  static final Selection OF_NOTEBOOKS =
      new Selection(
          Pattern.compile("(?:.*/)?(\\d{1,9})[-_][^/]+"), "no-such-notebook", "no-notebooks");

  /** Between the ends of a range: the dashes of all keyboards, dots, or a word. */
  private static final String TO = "(?:[-‐‑‒–—−－~～〜…]|\\.{2,3}|to)";

  // digits are those of any script: some keyboards for Chinese and Arabic have their own
  private static final Pattern NUMBER = Pattern.compile("(?U)#?(\\d{1,9})[.:/]*");
  private static final Pattern RANGE =
      Pattern.compile("(?iU)(?:kata)?(\\d{1,9})" + TO + "(?:kata)?(\\d{1,9})");
  private static final Pattern PARTED = Pattern.compile("(?iU)kata[ _-](?=\\d)");
  private static final Pattern WIDE_RANGE =
      Pattern.compile("(?iU)(?<=\\d)\\s*(" + TO + ")\\s*(?=(?:kata)?[ _-]?\\d)");
  private static final Pattern LONE_TO = Pattern.compile("(?i)" + TO);
  private static final Pattern BEFORE_NUMBER = Pattern.compile("(?i)(?:.*" + TO + ")?kata");
  private static final Pattern BEFORE_TO = Pattern.compile("(?iU)(?:kata)?\\d{1,9}");

  /** Returns those of the known numbers that a word names; often one, or none. */
  List<Integer> of(String word, List<Integer> known) {
    List<Integer> whole = single(word, known);
    if (!whole.isEmpty()) {
      return whole; // a path may have commas and spaces
    }
    List<List<Integer>> parts = parts(narrow(word)).map(part -> single(part, known)).toList();
    return parts.contains(List.<Integer>of())
        ? List.of()
        : parts.stream().flatMap(List::stream).distinct().toList();
  }

  /** Returns the part of a word that names nothing, as in {@code 1-99} the end 99. */
  String stranger(String word, List<Integer> known) {
    String part =
        parts(narrow(word)).filter(each -> single(each, known).isEmpty()).findFirst().orElse(word);
    Matcher range = RANGE.matcher(part);
    return range.matches()
        ? Stream.of(range.group(1), range.group(2))
            .filter(end -> !known.contains(Integer.valueOf(end)))
            .findFirst()
            .orElse(part)
        : part;
  }

  /**
   * Joins what people type as several words: {@code kata 3}, and {@code 1 - 3}.
   *
   * @param words what was typed after {@code ./dojo}
   * @return as many words or fewer
   */
  static String[] joined(String... words) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String before = joined.isEmpty() ? "" : joined.get(joined.size() - 1);
      boolean number = BEFORE_TO.matcher(words[i]).matches();
      boolean ofKata = i > 1 && number && BEFORE_NUMBER.matcher(before).matches();
      boolean range =
          i + 1 < words.length
              && BEFORE_TO.matcher(before).matches()
              && LONE_TO.matcher(words[i]).matches()
              && (BEFORE_TO.matcher(words[i + 1]).matches()
                  || words[i + 1].equalsIgnoreCase("kata"));
      if (ofKata || range) {
        joined.remove(joined.size() - 1);
      }
      joined.add(ofKata ? before + words[i] : range ? before + words[i] + words[++i] : words[i]);
    }
    return joined.toArray(String[]::new);
  }

  /** Without the spaces in a range: between others, they part a list. */
  private static String narrow(String word) {
    return WIDE_RANGE
        .matcher(PARTED.matcher(word.strip().replace('\\', '/')).replaceAll("kata"))
        .replaceAll("$1");
  }

  private static Stream<String> parts(String word) {
    return Stream.of(word.split("[,;，；、\\s]+")).filter(part -> !part.isEmpty());
  }

  private List<Integer> single(String word, List<Integer> known) {
    String plain = narrow(word);
    Matcher range = RANGE.matcher(plain);
    return range.matches()
        ? range(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), known)
        : known.stream().filter(meant(plain)::test).toList();
  }

  private static List<Integer> range(int first, int last, List<Integer> known) {
    if (!known.contains(first) || !known.contains(last)) {
      return List.of();
    }
    List<Integer> within = new ArrayList<>(known);
    within.removeIf(number -> number < Math.min(first, last) || number > Math.max(first, last));
    if (first > last) {
      Collections.reverse(within);
    }
    return within;
  }

  private IntPredicate meant(String word) {
    if (word.equalsIgnoreCase("all")) {
      return number -> true;
    }
    Optional<Integer> wanted = number(word);
    return number -> wanted.equals(Optional.of(number));
  }

  /** Returns the number that a word names, whether there is such a one or not. */
  Optional<Integer> number(String word) {
    String plain = narrow(word);
    return Stream.of(NUMBER, name)
        .map(pattern -> pattern.matcher(plain))
        .filter(Matcher::matches)
        .map(one -> Integer.valueOf(one.group(1)))
        .findFirst();
  }

  /** Returns numbers as a reader types them, for example {@code 00 01 02}. */
  static String text(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%02d", number))
        .collect(Collectors.joining(" "));
  }
}
