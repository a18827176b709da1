package dojo.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public classes of the kit, and those of Java that a reader of notebooks meets, each with the
 * names of its members.
 *
 * @param kit the members of each class of the kit, by its simple name
 */
record Api(Map<String, Set<String>> kit) {
  private static final List<String> JAVA =
      List.of(
          "java.lang.",
          "java.util.",
          "java.util.function.",
          "java.util.stream.",
          "org.apache.commons.statistics.distribution.");

  /** Reads the classes of the kit as they are compiled. */
  static Api ofTheKit() {
    Map<String, Set<String>> kit = new HashMap<>();
    try {
      Path classes =
          Path.of(
              dojo.tensor.Tensor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes.resolve("dojo"))) {
        files
            .map(file -> classes.relativize(file).toString())
            .filter(file -> file.endsWith(".class") && !file.contains("-info"))
            .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
            .flatMap(name -> find(name).stream())
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .forEach(
                type ->
                    kit.computeIfAbsent(type.getSimpleName(), n -> new HashSet<>())
                        .addAll(members(type)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return new Api(kit);
  }

  /** Returns the members of a class of the kit or of Java; empty if there is no such class. */
  Optional<Set<String>> members(String simpleName) {
    if (kit.containsKey(simpleName)) {
      return Optional.of(kit.get(simpleName));
    }
    return JAVA.stream()
        .flatMap(room -> find(room + simpleName).stream())
        .findFirst()
        .map(Api::members);
  }

  /** Returns whether any class of the kit has such a member. */
  boolean hasMember(String name) {
    return kit.values().stream().anyMatch(members -> members.contains(name));
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, Api.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError notThere) {
      return Optional.empty();
    }
  }

  private static Set<String> members(Class<?> type) {
    return Stream.of(
            Arrays.stream(type.getMethods()).map(Method::getName),
            Arrays.stream(type.getFields()).map(Field::getName),
            Arrays.stream(type.getClasses()).map(Class::getSimpleName))
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }
}
