package dojo.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.Constructor;
import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
    List<Method> needed = workbench.with(kata, empty, bench -> needed(bench.run().test()));
    for (Method method : needed) {
      String name = method.getName();
      String misspelt = name.charAt(0) + name.substring(2);
      String solution = workbench.exercises().solution(kata).model();
      String needs = kata.name() + " needs `" + signature(method) + "`; found ";
      says(solution.replaceAll("\\b" + name + "\\(", misspelt + "("), needs + "`" + misspelt + "`");
    }
    for (TestOutcome outcome : workbench.outcomes(kata, empty, ALL)) {
      assertTrue(
          outcome.seen() instanceof Seen.Missing,
          outcome.test() + " must say what is missing, but saw " + outcome.seen());
    }
    says(
        "package " + kata.name() + ";",
        kata.name() + " needs the class `" + kata.name() + "." + type + "`; found none");
  }

  /**
   * The methods that the student writes: neither constructors nor those of what a test gives, and
   * none of an interface that the test keeps to itself.
   */
  private static List<Method> needed(Class<?> test) {
    List<Method> all =
        Arrays.stream(test.getDeclaredClasses())
            .filter(type -> type.isInterface() && !Modifier.isPrivate(type.getModifiers()))
            .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
            .toList();
    List<Class<?>> given =
        all.stream()
            .flatMap(method -> Arrays.stream(method.getParameterTypes()))
            .collect(Collectors.toList());
    return all.stream()
        .filter(method -> !method.isAnnotationPresent(Constructor.class))
        .filter(method -> !given.contains(method.getDeclaringClass()))
        .toList();
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private void says(String student, String line) {
    Composer composer = Composer.of(kata, Locale.ENGLISH);
    List<String> told =
        workbench.outcomes(kata, student, ALL).stream()
            .filter(outcome -> outcome.state() == State.RED)
            .map(outcome -> composer.report(outcome).toString())
            .toList();
    String first =
        told.stream()
            .filter(text -> text.lines().anyMatch(("  " + line)::equals))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no failure says: " + line + "\n" + told));
    long lines = first.lines().filter(text -> !text.isBlank()).count();
    assertTrue(lines <= 4, "one kind line, not a wall:\n" + first);
  }
}
