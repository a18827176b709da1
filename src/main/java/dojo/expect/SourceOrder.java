package dojo.expect;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs the tests of a class from the top of its source to the bottom.
 *
 * <p>With JUnit's {@code @Order} every test would carry a number, and one forgotten would run last.
 */
final class SourceOrder implements MethodOrderer {

  /** For JUnit. */
  SourceOrder() {}

  @Override
  public void orderMethods(MethodOrdererContext context) {
    Map<String, Integer> lines = SourceLines.of(context.getTestClass());
    context
        .getMethodDescriptors()
        .sort(
            Comparator.comparing(
                (MethodDescriptor test) -> lines.getOrDefault(test.getMethod().getName(), 0)));
  }
}
