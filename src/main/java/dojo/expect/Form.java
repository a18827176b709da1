package dojo.expect;

import dojo.random.RandomKey;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type as it counts at the {@link Seam}: data by its name, an interface with one method by what
 * this takes and gives, every other object as an object.
 *
 * <p>So a student may write {@code DoubleUnaryOperator} or an interface of their own where the test
 * declares {@code interface Function { double of(double x); }}.
 *
 * @param name the name in a signature, for example {@code float[][]}
 * @param shape the names of what a function takes and then of what it gives; empty for everything
 *     else
 * @param data whether values of this type cross the seam as they are
 */
public record Form(String name, List<String> shape, boolean data) {
  private static final String ANYTHING = "Object";

  /** Looked up once for each type: a test that a student writes calls back many thousand times. */
  private static final ClassValue<Form> KNOWN =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return look(type);
        }
      };

  static Form of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Form look(Class<?> type) {
    List<Method> abstracts =
        Arrays.stream(type.isInterface() ? type.getMethods() : new Method[0])
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    List<String> shape =
        abstracts.size() == 1
            ? Stream.concat(
                    Arrays.stream(abstracts.get(0).getParameterTypes()),
                    Stream.of(abstracts.get(0).getReturnType()))
                .map(Class::getSimpleName)
                .toList()
            : List.of();
    return new Form(type.getSimpleName(), shape, isData(type));
  }

  static List<Form> of(Class<?>... types) {
    return Arrays.stream(types).map(Form::of).toList();
  }

  private static boolean isData(Class<?> type) {
    return type.isArray()
        ? isData(type.getComponentType())
        : type.isPrimitive() || type == String.class || type == RandomKey.class;
  }

  /** Whether a method of the student's may have this where the test asks for the other. */
  boolean fits(Form asked) {
    if (data || asked.data) {
      return name.equals(asked.name);
    }
    boolean functions = !shape.isEmpty() && !asked.shape.isEmpty();
    return !functions || shapeFits(asked.shape);
  }

  /** {@code UnaryOperator<float[][]>} takes and gives any object, as far as a JVM knows. */
  private boolean shapeFits(List<String> asked) {
    return shape.size() == asked.size()
        && Stream.iterate(0, i -> i + 1)
            .limit(shape.size())
            .allMatch(i -> shape.get(i).equals(ANYTHING) || shape.get(i).equals(asked.get(i)));
  }

  static boolean fit(List<Form> written, List<Form> asked) {
    return written.size() == asked.size()
        && Stream.iterate(0, i -> i + 1)
            .limit(written.size())
            .allMatch(i -> written.get(i).fits(asked.get(i)));
  }

  /** A method as a student would write it, for example {@code forward(float[][], double)}. */
  static String signature(String method, List<Form> parameters) {
    return parameters.stream().map(Form::name).collect(Collectors.joining(", ", method + "(", ")"));
  }
}
