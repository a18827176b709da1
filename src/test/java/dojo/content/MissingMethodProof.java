package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.TestOutcome;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Proves of a kata that a class or method which is missing or misspelt is named in one line. */
record MissingMethodProof(Workbench workbench, Kata kata) {
  private static final KataSettings ALL = new KataSettings(KataSettings.DEFAULT_SEED, true);

  void one_kind_line() {
    String type = kata.plan().className();
    String empty = "package " + kata.name() + "; public final class " + type + " {}";
    List<Method> needed = workbench.with(kata, empty, bench -> subject(bench.run().test()));
    for (Method method : needed) {
      String name = method.getName();
      String misspelt = name.charAt(0) + name.substring(2);
      String needs = kata.name() + " needs `" + signature(method) + "`; found ";
      String solution = workbench.exercises().solution(kata).model();
      says(solution.replaceAll("\\b" + name + "\\(", misspelt + "("), needs + "`" + misspelt + "`");
      says(empty, needs + "no method");
    }
    says(
        "package " + kata.name() + ";",
        kata.name() + " needs the class `" + kata.name() + "." + type + "`; found none");
  }

  private static List<Method> subject(Class<?> test) {
    return Arrays.stream(test.getDeclaredClasses())
        .filter(Class::isInterface)
        .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
        .toList();
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private void says(String student, String line) {
    List<TestOutcome> outcomes = workbench.outcomes(kata, student, ALL);
    String told = Composer.of(kata, Locale.ENGLISH).report(outcomes.get(0)).toString();
    List<String> lines = told.lines().filter(l -> !l.isBlank()).toList();
    assertEquals("  " + line, lines.get(1), "the first failure must say what is missing");
    assertTrue(lines.size() <= 4, "one kind line, not a wall:\n" + told);
  }
}
