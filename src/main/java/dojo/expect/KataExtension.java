package dojo.expect;

import dojo.kata.Exercises;
import dojo.random.RandomKey;
import java.nio.file.Path;
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
    return type == RandomKey.class || type == Chance.class || type.isInterface();
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
    Class<?> test = context.getRequiredTestClass();
    return factory(context)
        .create(type, test.getAnnotation(KataTest.class).value(), test.getClassLoader());
  }

  private static SubjectFactory factory(ExtensionContext context) {
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
    Optional<Exercises> exercises =
        setting(context, KataSettings.EXERCISES)
            .map(folder -> new Exercises(Path.of(folder)))
            .or(Exercises::find);
    throw new Findings(context.getRequiredTestClass(), exercises)
        .of(context.getRequiredTestMethod().getName(), thrown);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean all = setting(context, KataSettings.ALL).map(Boolean::parseBoolean).orElse(false);
    boolean after =
        context.getTestMethod().isPresent()
            && parent(context).getStore(NAMESPACE).get(FAILED) != null;
    return after && !all
        ? ConditionEvaluationResult.disabled("a test above it failed; -Ddojo.all=true runs all")
        : ConditionEvaluationResult.enabled("no test above it failed");
  }

  private static ExtensionContext parent(ExtensionContext context) {
    return context.getParent().orElse(context);
  }

  private static Optional<String> setting(ExtensionContext context, String name) {
    return context.getConfigurationParameter(name).filter(value -> !value.isBlank());
  }
}
