package dojo.expect;

import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Plan;
import dojo.kata.Seen;
import dojo.random.RandomKey;
import dojo.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What {@link KataTest} adds to JUnit: the subject, the key, the verdict, the end at the first. */
final class KataExtension
    implements ParameterResolver, TestExecutionExceptionHandler, ExecutionCondition {
  private static final Namespace NAMESPACE = Namespace.create(KataExtension.class);
  private static final String FAILED = "failed";

  /** For JUnit. */
  KataExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    String home = context.getRequiredTestClass().getPackageName();
    boolean subject = type.isInterface() && type.getPackageName().equals(home);
    return type == RandomKey.class || type == Chance.class || type == Trials.class || subject;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    long seed =
        setting(context, KataSettings.SEED).map(Long::parseLong).orElse(KataSettings.DEFAULT_SEED);
    if (type == RandomKey.class) {
      return RandomKey.of(seed);
    }
    if (type == Chance.class) {
      double alpha =
          setting(context, KataSettings.ALPHA).map(Double::parseDouble).orElse(Chance.ALPHA);
      return new Chance(alpha, seed);
    }
    if (type == Trials.class) {
      int n = setting(context, KataSettings.TRIALS).map(Integer::parseInt).orElse(Trials.USUAL);
      return new Trials(n, RandomKey.of(seed).split("trials"));
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(TestSide.class, any -> open(context), TestSide.class)
        .subject(type);
  }

  /** One way to the student's class for each test: its subjects live side by side. */
  private static TestSide open(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    return new TestSide(
        factory(context), className(test), test.getClassLoader(), borrowing(context).found());
  }

  /** What the student's class uses, looked at once for all tests. */
  private record Borrowed(Optional<Seen.Borrowed> found) {}

  private static Borrowed borrowing(ExtensionContext context) {
    return parent(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Borrowed.class, any -> look(context), Borrowed.class);
  }

  private static Borrowed look(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    List<String> allowed = Plan.USUAL;
    try {
      allowed = kata(context, className(test)).map(kata -> kata.plan().uses()).orElse(allowed);
    } catch (KataFileException e) {
      // told with the verdict
    }
    return new Borrowed(Borrowing.of(className(test), test.getClassLoader(), allowed));
  }

  static String className(Class<?> test) {
    return test.getAnnotation(KataTest.class).value();
  }

  /** Whoever loads the tests may keep the student's class in another process. */
  private static SubjectFactory factory(ExtensionContext context) {
    if (context.getRequiredTestClass().getClassLoader() instanceof SubjectFactory own) {
      return own;
    }
    Optional<String> name = setting(context, SubjectFactory.PARAMETER);
    if (name.isEmpty()) {
      return new DirectSubject();
    }
    try {
      Class<?> type = Class.forName(name.get());
      return type.asSubclass(SubjectFactory.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ParameterResolutionException(
          SubjectFactory.PARAMETER + " must name a SubjectFactory, but was " + name.get(), e);
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
    parent(context).getStore(NAMESPACE).put(FAILED, context.getDisplayName());
    Class<?> test = context.getRequiredTestClass();
    Optional<TestSide> side =
        Optional.ofNullable(context.getStore(NAMESPACE).get(TestSide.class, TestSide.class));
    Witness witness = new Witness(test, side.flatMap(TestSide::asked).orElse(""));
    throw new KataFailure(
        witness.outcome(context.getRequiredTestMethod().getName(), thrown),
        className(test),
        kata(context, className(test)),
        witness.trace(thrown));
  }

  static Optional<Kata> kata(ExtensionContext context, String className) {
    int number = Integer.parseInt(className.replaceAll("\\D*(\\d+)\\..*", "$1"));
    return setting(context, KataSettings.EXERCISES)
        .map(folder -> new Exercises(Path.of(folder)))
        .or(Exercises::find)
        .flatMap(exercises -> exercises.kata(number));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean all = setting(context, KataSettings.ALL).map(Boolean::parseBoolean).orElse(false);
    boolean after =
        context.getTestMethod().isPresent()
            && parent(context).getStore(NAMESPACE).get(FAILED) != null;
    return after && !all
        ? ConditionEvaluationResult.disabled(Composer.skipped(Words.surroundings()))
        : ConditionEvaluationResult.enabled("");
  }

  private static ExtensionContext parent(ExtensionContext context) {
    return context.getParent().orElse(context);
  }

  static Optional<String> setting(ExtensionContext context, String name) {
    return context.getConfigurationParameter(name).filter(value -> !value.isBlank());
  }
}
