package dojo.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
          Pattern.compile("(?i)(?:.*/)?kata(\\d{1,9})(?:/.*)?"), "no-such-kata", "no-katas");

  /** Notebooks: {@code 05-dropout}, {@code notebooks/05-dropout.ipynb}. */
  static final Selection OF_NOTEBOOKS =
      new Selection(
          Pattern.compile("(?:.*/)?(\\d{1,9})[-_][^/]+"), "no-such-notebook", "no-notebooks");

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})[.:/]*");
  private static final Pattern RANGE =
      Pattern.compile("(?i)(?:kata)?(\\d{1,9})(?:-|–|\\.\\.)(?:kata)?(\\d{1,9})");
  private static final Pattern PARTED = Pattern.compile("(?i)kata[ _-](?=\\d)");

  /** Returns those of the known numbers that a word names; often one, or none. */
  List<Integer> of(String word, List<Integer> known) {
    List<Integer> whole = single(word, known);
    if (!whole.isEmpty()) {
      return whole; // a path may have commas and spaces
    }
    List<List<Integer>> parts = parts(word).map(part -> single(part, known)).toList();
    return parts.contains(List.<Integer>of())
        ? List.of()
        : parts.stream().flatMap(List::stream).distinct().toList();
  }

  /** Returns the part of a word that names nothing, as in {@code 1-99} the end 99. */
  String stranger(String word, List<Integer> known) {
    String part =
        parts(word).filter(each -> single(each, known).isEmpty()).findFirst().orElse(word);
    Matcher range = RANGE.matcher(part);
    return range.matches()
        ? Stream.of(range.group(1), range.group(2))
            .filter(end -> !known.contains(Integer.valueOf(end)))
            .findFirst()
            .orElse(part)
        : part;
  }

  private static Stream<String> parts(String word) {
    return Stream.of(word.split("[,;\\s]+")).filter(part -> !part.isEmpty());
  }

  private List<Integer> single(String word, List<Integer> known) {
    String plain = PARTED.matcher(word.strip().replace('\\', '/')).replaceAll("kata");
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
    for (Pattern pattern : List.of(NUMBER, name)) {
      Matcher one = pattern.matcher(word);
      if (one.matches()) {
        int wanted = Integer.parseInt(one.group(1));
        return number -> number == wanted;
      }
    }
    return number -> false;
  }

  /** Returns numbers as a reader types them, for example {@code 00 01 02}. */
  static String text(List<Integer> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, "%02d", number))
        .collect(Collectors.joining(" "));
  }
}
