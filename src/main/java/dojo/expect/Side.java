package dojo.expect;

import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of a {@link Seam}: it keeps its own objects and answers for them, and shows those of the
 * other side as proxies.
 */
abstract class Side implements Seam {
  private final Handle.Owner owner;
  private final ClassLoader loader;
  private final List<Object> own = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

  /**
   * Makes a side without objects.
   *
   * @param owner which side it is
   * @param loader for proxies of interfaces that Java itself declares
   */
  Side(Handle.Owner owner, ClassLoader loader) {
    this.owner = owner;
    this.loader = loader;
  }

  /** Calls the other side. */
  abstract Answer ask(Call call);

  /** Throws what a call of this side's threw over there. */
  abstract RuntimeException rethrow(Answer.Threw threw);

  /** Turns a call of a proxy into a call of the other side. */
  final @Nullable Object forward(Handle target, String name, Method asked, Object... arguments) {
    List<Object> sent = new ArrayList<>();
    for (Object argument : arguments) {
      sent.add(outgoing(argument));
    }
    List<Form> parameters = Form.of(asked.getParameterTypes());
    Form result = Form.of(asked.getReturnType());
    Answer answer = ask(new Call(target, name, parameters, result, sent));
    if (answer instanceof Answer.Threw threw) {
      throw rethrow(threw);
    }
    if (answer instanceof Answer.Unfit unfit) {
      throw new Misstep(unfit.seen());
    }
    if (answer instanceof Answer.Returned returned) {
      return incoming(returned.value(), asked.getReturnType());
    }
    if (asked.getReturnType() != void.class) {
      throw new Misstep(new Seen.Garbled()); // nothing, where there must be something
    }
    return null;
  }

  /** Calls a method of an object of this side. */
  final Answer invoke(Object target, Method method, Call call) throws Throwable {
    Object[] received = received(method, call);
    method.trySetAccessible();
    try {
      return returned(method.invoke(target, received), method);
    } catch (InvocationTargetException e) {
      throw cause(e);
    }
  }

  /** The arguments as this side knows them; what does not fit is not what the call needs. */
  final Object[] received(Executable member, Call call) {
    Class<?>[] types = member.getParameterTypes();
    Object[] received = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Object argument = call.arguments().get(i);
      boolean foreign = argument instanceof Handle handle && handle.owner() != owner;
      received[i] = foreign && !types[i].isInterface() ? argument : incoming(argument, types[i]);
      if (!types[i].isPrimitive() && !types[i].isInstance(received[i])) {
        String name = member.getName().replaceAll(".*[.$]", "");
        throw new Misstep(
            new Seen.Missing(
                Seen.Missing.What.METHOD,
                call.signature(call.method()),
                Form.signature(name, Form.of(types))));
      }
    }
    return received;
  }

  static Throwable cause(Exception e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }

  private Answer returned(@Nullable Object value, Method method) {
    if (method.getReturnType() == void.class) {
      return new Answer.Done();
    }
    List<Integer> place = new ArrayList<>();
    return value == null || isNullWithin(value, place)
        ? new Answer.Unfit(new Seen.ReturnedNull(method.getName(), place))
        : new Answer.Returned(outgoing(value));
  }

  /** Looks for null, which is no value, and notes where it stands. */
  private static boolean isNullWithin(@Nullable Object value, List<Integer> place) {
    if (value == null) {
      return true;
    }
    if (value instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        place.add(i);
        if (isNullWithin(array[i], place)) {
          return true;
        }
        place.remove(place.size() - 1);
      }
    }
    return false;
  }

  /** Data goes as it is; an object of the other side goes home; an own one shows its number. */
  final Object outgoing(Object value) {
    if (value.getClass().isArray()
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof RandomKey) {
      return value;
    }
    if (Proxy.isProxyClass(value.getClass())
        && Proxy.getInvocationHandler(value) instanceof Remote remote) {
      return remote.handle();
    }
    Integer known = numbers.putIfAbsent(value, own.size());
    if (known == null) {
      own.add(value);
    }
    return new Handle(owner, known == null ? own.size() - 1 : known);
  }

  final Object incoming(Object value, Class<?> wanted) {
    if (!(value instanceof Handle handle)) {
      return value;
    }
    if (handle.owner() != owner && !wanted.isInterface()) {
      throw new Misstep(new Seen.Unusable("ClassCastException", ""));
    }
    return handle.owner() == owner ? own(handle) : proxy(wanted, handle);
  }

  /** The other side may be another process, which can ask for what there is not. */
  final Object own(Handle handle) {
    if (handle.owner() != owner || handle.number() < 0 || handle.number() >= own.size()) {
      throw new Misstep(new Seen.Garbled());
    }
    return own.get(handle.number());
  }

  /** Shows an object of the other side as this interface. */
  final Object proxy(Class<?> type, Handle handle) {
    ClassLoader home = type.getClassLoader() == null ? loader : type.getClassLoader();
    return Proxy.newProxyInstance(home, new Class<?>[] {type}, new Remote(this, handle));
  }

  /** The other end of a proxy. */
  private record Remote(Side side, Handle handle) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Object[] given = arguments == null ? new Object[0] : arguments;
      if (method.getDeclaringClass() == Object.class) {
        return switch (method.getName()) {
          case "equals" -> given[0] == proxy;
          case "hashCode" -> handle.hashCode();
          default -> handle.toString();
        };
      }
      if (method.isDefault()) {
        return InvocationHandler.invokeDefault(proxy, method, arguments);
      }
      boolean constructor = method.isAnnotationPresent(Constructor.class);
      String name = constructor ? Call.CONSTRUCTOR : method.getName();
      return side.forward(handle, name, method, given);
    }
  }
}
