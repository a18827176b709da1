package dojo.expect;

import dojo.kata.Seen;
import dojo.kata.Seen.Missing.What;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/** The side of the student's class: it is loaded here, and found to have what the test needs. */
final class StudentSide extends Side {
  private final String className;
  private final ClassLoader loader;
  private final Seam test;
  private final Map<Integer, Object> subjects = new HashMap<>();

  StudentSide(String className, ClassLoader loader, Seam test) {
    super(Handle.Owner.STUDENT, loader);
    this.className = className;
    this.loader = loader;
    this.test = test;
  }

  @Override
  Answer ask(Call call) {
    return test.call(call);
  }

  /** The student's code meets an exception of the test's function as the one that it was. */
  @Override
  RuntimeException rethrow(Answer.Threw threw) {
    try {
      Object thrown =
          Class.forName(threw.types().get(0), true, loader)
              .getConstructor(String.class)
              .newInstance(threw.message());
      if (thrown instanceof RuntimeException exception) {
        return exception;
      }
    } catch (ReflectiveOperationException e) {
      // a class of the test's, or one without such a constructor
    }
    return new IllegalStateException(threw.message());
  }

  @Override
  public Answer call(Call call) {
    try {
      return call.method().equals(Call.CONSTRUCTOR) ? construct(call) : method(call);
    } catch (Misstep e) {
      return new Answer.Unfit(e.seen());
    } catch (ExceptionInInitializerError e) {
      return Answer.Threw.of(e.getCause() == null ? e : e.getCause(), home());
    } catch (Throwable e) { // whatever the student's code throws, an Error of Java's included
      return Answer.Threw.of(e, home());
    }
  }

  private String home() {
    return className.substring(0, className.indexOf('.') + 1);
  }

  private Answer method(Call call) throws Throwable {
    if (call.target().owner() == Handle.Owner.STUDENT) {
      Object target = own(call.target());
      return invoke(target, Members.method(target.getClass(), call), call);
    }
    Method method = Members.method(studentClass(), call);
    Object target = Modifier.isStatic(method.getModifiers()) ? method : instance(call);
    return invoke(target, method, call);
  }

  private Answer construct(Call call) throws Throwable {
    java.lang.reflect.Constructor<?> constructor = Members.constructor(studentClass(), call);
    Object[] received = received(constructor, call);
    return new Answer.Returned(outgoing(make(constructor, received)));
  }

  /** The object of a subject: made once, when its first method is called that is not static. */
  private Object instance(Call call) throws Throwable {
    Object made = subjects.get(call.target().number());
    if (made != null) {
      return made;
    }
    Object fresh = make(Members.withoutParameters(studentClass(), call));
    subjects.put(call.target().number(), fresh);
    return fresh;
  }

  private static Object make(java.lang.reflect.Constructor<?> constructor, Object... arguments)
      throws Throwable {
    constructor.trySetAccessible();
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw cause(e);
    }
  }

  private Class<?> studentClass() {
    try {
      return Class.forName(className, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      Compiled compiled = Compiled.beside(className, loader);
      throw new Misstep(
          compiled
              .elsewhere(className)
              .map(found -> new Seen.Missing(What.PACKAGE, className, found))
              .orElseGet(
                  () ->
                      new Seen.Missing(
                          What.CLASS, className, compiled.likest(className).orElse(""))));
    }
  }
}
