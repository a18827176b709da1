package dojo.expect;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls the student's class in this JVM, by name: the test compiles whatever the class lacks. */
final class DirectSubject implements SubjectFactory {

  /** For the configuration parameter. */
  DirectSubject() {}

  @Override
  public <T> T create(Class<T> subject, String className, ClassLoader loader) {
    Map<Method, Method> found = new ConcurrentHashMap<>(); // looked up at the first call
    Object proxy =
        Proxy.newProxyInstance(
            subject.getClassLoader(),
            new Class<?>[] {subject},
            (self, asked, arguments) ->
                asked.getDeclaringClass() == Object.class
                    ? className
                    : call(
                        found.computeIfAbsent(asked, it -> find(load(className, loader), it)),
                        arguments));
    return subject.cast(proxy);
  }

  private static Class<?> load(String className, ClassLoader loader) {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new Misstep(
          Optional.empty(), kata(className) + " needs the class `" + className + "`; found none");
    }
  }

  private static Method find(Class<?> type, Method asked) {
    List<Method> written =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()))
            .toList();
    return written.stream()
        .filter(method -> signature(method).equals(signature(asked)))
        .filter(method -> method.getReturnType() == asked.getReturnType())
        .findFirst()
        .orElseThrow(() -> missing(type, asked, written));
  }

  private static Misstep missing(Class<?> type, Method asked, List<Method> written) {
    String needs = signature(asked);
    String found =
        written.stream()
            .sorted((a, b) -> Integer.compare(distance(a, asked), distance(b, asked)))
            .map(method -> describe(method, asked))
            .findFirst()
            .orElse("no method");
    return new Misstep(
        Optional.empty(), kata(type.getName()) + " needs `" + needs + "`; found " + found);
  }

  /** The nearest miss comes first: the right name, then the right parameters. */
  private static int distance(Method written, Method asked) {
    return (written.getName().equals(asked.getName()) ? 0 : 2)
        + (parameters(written).equals(parameters(asked)) ? 0 : 1);
  }

  private static String describe(Method written, Method asked) {
    if (signature(written).equals(signature(asked))) {
      return String.format(
          "it returning `%s` instead of `%s`",
          written.getReturnType().getSimpleName(), asked.getReturnType().getSimpleName());
    }
    return parameters(written).equals(parameters(asked))
        ? "`" + written.getName() + "`"
        : "`" + signature(written) + "`";
  }

  private static String signature(Method method) {
    return method.getName() + parameters(method);
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(joining(", ", "(", ")"));
  }

  private static Object call(Method method, Object[] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      Object receiver = Modifier.isStatic(method.getModifiers()) ? method : instance(method);
      return returned(method, method.invoke(receiver, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof VirtualMachineError error
          ? new StudentError(error)
          : e.getCause();
    }
  }

  private static Object returned(Method method, @Nullable Object value) {
    if (value == null && method.getReturnType() != void.class) {
      throw new Misstep(Optional.empty(), method.getName() + " returned null");
    }
    return value == null ? "" : value;
  }

  private static Object instance(Method method) throws Throwable {
    try {
      Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new Misstep(
          Optional.empty(),
          kata(method.getDeclaringClass().getName())
              + " needs `static "
              + signature(method)
              + "` or a constructor without parameters; found neither");
    }
  }

  private static String kata(String className) {
    return className.substring(0, className.indexOf('.'));
  }

  /**
   * A stack overflow or a full memory in the student's code: JUnit must not take it for its own.
   */
  static final class StudentError extends RuntimeException {
    private static final long serialVersionUID = 1;

    StudentError(VirtualMachineError cause) {
      super(cause);
    }
  }
}
