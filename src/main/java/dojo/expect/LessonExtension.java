package dojo.expect;

import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import dojo.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells, in Maven and in an editor, what a kata leaves behind when all its tests are green. */
final class LessonExtension implements TestWatcher, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(LessonExtension.class);

  /** For JUnit. */
  LessonExtension() {}

  /** The tests that passed, in their order. */
  private static final class Passed {
    private final List<TestOutcome> outcomes = new ArrayList<>();
  }

  private static Passed passed(ExtensionContext ofTheClass) {
    return ofTheClass
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Passed.class, any -> new Passed(), Passed.class);
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    String test = context.getRequiredTestMethod().getName();
    passed(context.getParent().orElse(context))
        .outcomes
        .add(TestOutcome.of(test, new Seen.Passed()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    List<TestOutcome> outcomes = passed(context).outcomes;
    boolean told = KataExtension.setting(context, KataSettings.TOLD).isPresent();
    if (!told && outcomes.size() == tests(test)) { // an editor may run one test alone
      KataExtension.kata(context, KataExtension.className(test))
          .ifPresent(kata -> tell(kata, new Verdict(kata.label(), outcomes, "")));
    }
  }

  private static long tests(Class<?> test) {
    return Stream.of(test.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .count();
  }

  /** The lesson comes before the pass is remembered: it is told to who has not passed yet. */
  private static void tell(Kata kata, Verdict verdict) {
    System.out.println(Composer.of(kata, Words.surroundings()).report(verdict));
    try {
      new Exercises(kata.folder().resolveSibling("")).progress().checked(kata, verdict.state());
    } catch (IOException e) {
      return; // the lesson is told once more
    }
  }
}
