package dojo.content;

import dojo.kata.Kata;
import dojo.practice.KataRun;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The worked example of a kata's page against what its solution computes.
 *
 * <p>Beside the solution stands {@code Example.java}, whose {@code static Object[] numbers()} gives
 * what goes in and what comes out: numbers, or arrays of them. Each number of the example's
 * indented lines must be one of these, rounded to its digits, and each of these must stand there.
 *
 * @param workbench what compiles and runs the example
 * @param kata the kata
 */
record WorkedExample(Workbench workbench, Kata kata) {
  static final String FILE = "Example.java";

  /** A number on its own, not the 2 of x2 and not the minus of a difference. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.])[-−]?(?<![\\d)]-)\\d+(?:\\.\\d+)?(?![\\p{L}\\d])");

  private Path file() {
    return workbench.exercises().solutions().resolve(kata.name()).resolve(FILE);
  }

  /** Returns where the page and the solution differ, a line each, often nothing. */
  List<String> problems() {
    if (!Files.exists(file())) {
      String lacks = " is missing: compute the numbers of the worked example there, as ";
      return List.of(kata.display(file()) + lacks + "solutions/kata01/" + FILE + " does");
    }
    List<BigDecimal> computed = computed();
    List<BigDecimal> written = written();
    Stream<String> stale =
        written.stream()
            .filter(number -> computed.stream().noneMatch(value -> is(value, number)))
            .map(number -> number + " is none of the numbers of " + FILE);
    Stream<String> hidden =
        computed.stream()
            .distinct()
            .filter(value -> written.stream().noneMatch(number -> is(value, number)))
            .map(value -> "no number is " + value + ", which " + FILE + " gives");
    String page = kata.display(kata.readme()) + ": the worked example: ";
    return Stream.concat(stale, hidden).distinct().map(page::concat).toList();
  }

  /** Whether a value is written as this number, with as many digits as it has. */
  private static boolean is(BigDecimal value, BigDecimal number) {
    return value.setScale(Math.max(0, number.scale()), RoundingMode.HALF_EVEN).compareTo(number)
        == 0;
  }

  private List<BigDecimal> written() {
    String section = Workbench.read(kata.readme()).split("(?m)^## ", -1)[2];
    return section
        .lines()
        .filter(line -> line.startsWith("    "))
        .flatMap(line -> NUMBER.matcher(line).results())
        .map(MatchResult::group)
        .map(number -> new BigDecimal(number.replace('−', '-')))
        .toList();
  }

  private List<BigDecimal> computed() {
    try (KataRun run = workbench.opened(kata, file())) {
      Method numbers =
          run.test()
              .getClassLoader()
              .loadClass(kata.name() + "." + FILE.replace(".java", ""))
              .getDeclaredMethod("numbers");
      numbers.setAccessible(true);
      List<BigDecimal> found = new ArrayList<>();
      collect(numbers.invoke(null), found);
      return found;
    } catch (Exception e) {
      throw new AssertionError(kata.display(file()) + ": numbers() fails", e);
    }
  }

  private static void collect(Object value, List<BigDecimal> into) {
    if (value instanceof Number number) {
      into.add(new BigDecimal(number.toString()));
      return;
    }
    for (int i = 0; i < Array.getLength(value); i++) {
      collect(Array.get(value, i), into);
    }
  }
}
