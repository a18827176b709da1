package dojo.expect;

import dojo.kata.Seen;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The side of the test: it shows the student's class as the interfaces that the test declares. */
final class TestSide extends Side {
  /** No lines of the test: the student's code does not look at them. */
  private static final String HOME = "none";

  private final Seam student;
  private final Optional<Seen.Borrowed> borrowed;
  private final AtomicInteger subjects = new AtomicInteger();
  private final AtomicReference<@Nullable String> asked = new AtomicReference<>();

  /** What checks inside functions of the test found: the student's code may not swallow it. */
  private final List<AssertionError> found = new ArrayList<>();

  /** Opens the way to the student's class; what it has borrowed is the answer to the first call. */
  TestSide(
      SubjectFactory factory,
      String className,
      ClassLoader loader,
      Optional<Seen.Borrowed> borrowed) {
    super(Handle.Owner.TEST, loader);
    this.borrowed = borrowed;
    student = factory.open(className, loader, this);
  }

  /** Shows the student's class as a subject of its own. */
  <T> T subject(Class<T> type) {
    Handle subject = new Handle(Handle.Owner.SUBJECT, subjects.getAndIncrement());
    return type.cast(proxy(type, subject));
  }

  @Override
  Answer ask(Call call) {
    asked.set(call.method());
    if (borrowed.isPresent()) {
      throw new Misstep(borrowed.get());
    }
    Answer answer = student.call(call);
    if (!found.isEmpty()) {
      AssertionError first = found.get(0);
      found.clear();
      throw first;
    }
    return answer;
  }

  /** The method that the test called last, or {@link Call#CONSTRUCTOR}. */
  Optional<String> asked() {
    return Optional.ofNullable(asked.get());
  }

  @Override
  StudentException rethrow(Answer.Threw threw) {
    return new StudentException(threw);
  }

  /** Answers a call of a function that the test handed over. */
  @Override
  public Answer call(Call call) {
    try {
      Object target = own(call.target());
      return invoke(target, method(target.getClass(), call), call);
    } catch (AssertionError e) {
      found.add(e);
      return Answer.Threw.of(e, HOME);
    } catch (Throwable e) { // for the student's code to deal with
      return Answer.Threw.of(e, HOME);
    }
  }

  /** A function has one method, whatever it is called; of several the name decides. */
  private static Method method(Class<?> type, Call call) {
    List<Method> methods =
        interfaces(type)
            .flatMap(each -> Arrays.stream(each.getMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    return methods.stream()
        .filter(method -> methods.size() == 1 || answers(method, call))
        .findFirst()
        .orElseThrow(
            () ->
                new Misstep(
                    new Seen.Missing(
                        Seen.Missing.What.CALLBACK, call.signature(call.method()), "")));
  }

  private static boolean answers(Method method, Call call) {
    return method.getName().equals(call.method())
        && Form.fit(Form.of(method.getParameterTypes()), call.parameters())
        && Form.of(method.getReturnType()).fits(call.result());
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return Stream.concat(
        Arrays.stream(type.getInterfaces()), above == null ? Stream.of() : interfaces(above));
  }
}
