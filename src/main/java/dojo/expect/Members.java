package dojo.expect;

import dojo.kata.Seen;
import dojo.kata.Seen.Missing.What;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what a test calls in the student's class, and tells kindly what is not there. */
final class Members {
  private Members() {}

  /** The method of this name and shape. */
  static Method method(Class<?> type, Call call) {
    List<Method> written = written(type);
    List<Method> named =
        written.stream()
            .filter(method -> method.getName().equals(call.method()))
            .filter(method -> Form.fit(parameters(method), call.parameters()))
            .toList();
    List<Method> open = named.stream().filter(method -> !isPrivate(method)).toList();
    String signature = call.signature(call.method());
    Optional<Method> function = named.isEmpty() ? function(type, call) : Optional.empty();
    if (function.isPresent()) {
      return function.get();
    }
    if (named.isEmpty()) {
      String found = nested(type, call).orElseGet(() -> nearest(written, call));
      throw new Misstep(new Seen.Missing(What.METHOD, signature, found));
    }
    if (open.isEmpty()) {
      throw new Misstep(new Seen.Missing(What.ACCESS, signature, ""));
    }
    return open.stream()
        .filter(method -> Form.of(method.getReturnType()).fits(call.result()))
        .findFirst()
        .orElseThrow(
            () ->
                new Misstep(
                    new Seen.Missing(
                        What.RESULT,
                        call.result().name() + " " + signature,
                        open.get(0).getReturnType().getSimpleName())));
  }

  /** The method of a lambda expression: its name was chosen by the interface that it fills. */
  private static Optional<Method> function(Class<?> type, Call call) {
    return Stream.of(type.getInterfaces())
        .filter(implemented -> type.isHidden() && !Form.of(implemented).shape().isEmpty())
        .flatMap(implemented -> Stream.of(implemented.getMethods()))
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getParameterCount() == call.parameters().size())
        .findFirst();
  }

  /** The methods of a class and of what it extends and implements; the nearest first. */
  private static List<Method> written(Class<?> type) {
    List<Method> written = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      written.addAll(Arrays.asList(at.getDeclaredMethods()));
      for (Class<?> implemented : at.getInterfaces()) {
        written.addAll(Arrays.asList(implemented.getMethods()));
      }
    }
    return written.stream().filter(method -> !method.isSynthetic()).toList();
  }

  /** The method itself, but in a class within the class. */
  private static Optional<String> nested(Class<?> type, Call call) {
    return Stream.of(type.getDeclaredClasses())
        .filter(
            inner ->
                Stream.of(inner.getDeclaredMethods())
                    .anyMatch(
                        method ->
                            method.getName().equals(call.method())
                                && Form.fit(parameters(method), call.parameters())))
        .map(inner -> inner.getSimpleName() + "." + call.method())
        .min(Comparator.naturalOrder());
  }

  /** The nearest miss: the right name comes first, then the right parameters, then a like name. */
  private static String nearest(List<Method> written, Call call) {
    return written.stream()
        .filter(method -> !isPrivate(method))
        .min(
            Comparator.comparing((Method method) -> !method.getName().equals(call.method()))
                .thenComparing(method -> !Form.fit(parameters(method), call.parameters()))
                .thenComparing(method -> edits(method.getName(), call.method()))
                .thenComparing(Members::signature))
        .map(
            method ->
                Form.fit(parameters(method), call.parameters())
                    ? method.getName()
                    : signature(method))
        .orElse("");
  }

  /** How many letters must be typed, deleted or replaced to make one name of the other. */
  static int edits(String written, String asked) {
    int[] above = IntStream.rangeClosed(0, asked.length()).toArray();
    for (int i = 1; i <= written.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (written.charAt(i - 1) == asked.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[asked.length()];
  }

  /** The constructor of this shape. */
  static Constructor<?> constructor(Class<?> type, Call call) {
    List<Constructor<?>> written = List.of(type.getDeclaredConstructors());
    String needs = call.signature(type.getSimpleName());
    Constructor<?> found =
        written.stream()
            .filter(each -> Form.fit(Form.of(each.getParameterTypes()), call.parameters()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Misstep(
                        new Seen.Missing(What.CONSTRUCTOR, needs, constructors(type, written))));
    if (Modifier.isPrivate(found.getModifiers())) {
      throw new Misstep(new Seen.Missing(What.ACCESS, needs, ""));
    }
    return found;
  }

  private static String constructors(Class<?> type, List<Constructor<?>> written) {
    return written.stream()
        .map(each -> Form.signature(type.getSimpleName(), Form.of(each.getParameterTypes())))
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  /** The constructor for the one object of a subject, whose method is not static. */
  static Constructor<?> withoutParameters(Class<?> type, Call call) {
    return Stream.of(type.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == 0)
        .filter(constructor -> kind(type).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new Misstep(
                    new Seen.Missing(What.INSTANCE, call.signature(call.method()), kind(type))));
  }

  /** What it is that no object can be made of; empty for a usual class. */
  private static String kind(Class<?> type) {
    return type.isInterface()
        ? "interface " + type.getSimpleName()
        : type.isEnum()
            ? "enum " + type.getSimpleName()
            : Modifier.isAbstract(type.getModifiers())
                ? "abstract class " + type.getSimpleName()
                : "";
  }

  private static boolean isPrivate(Method method) {
    return Modifier.isPrivate(method.getModifiers());
  }

  private static List<Form> parameters(Method method) {
    return Form.of(method.getParameterTypes());
  }

  private static String signature(Method method) {
    String signature = Form.signature(method.getName(), parameters(method));
    return method.isVarArgs() ? signature.replaceAll("\\[\\]\\)$", "...)") : signature;
  }
}
