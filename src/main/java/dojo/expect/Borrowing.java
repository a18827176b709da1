package dojo.expect;

import dojo.kata.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a student's class uses although the kata has it written: classes of the kit and of
 * libraries, called here or in a class of the student's own, or named in a text for reflection.
 *
 * <p>It reads compiled classes, so that an import, a full name and {@code var} are all the same to
 * it. A name that is put together while the class runs is not found.
 */
final class Borrowing {
  /**
   * So many names are looked up, ten times as many as any answer has: each takes time, and texts
   * that look like names may be made by the million. While a class is graded, the library is not
   * there, whether or not it was found here.
   */
  private static final int MOST_NAMES = 10_000;

  private final String className;
  private final ClassLoader loader;
  private final List<String> allowed;
  private final Deque<String> toRead = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final List<Seen.Borrowed> found = new ArrayList<>();

  private Borrowing(String className, ClassLoader loader, List<String> allowed) {
    this.className = className;
    this.loader = loader;
    this.allowed = allowed;
  }

  /**
   * Looks at a student's class and at every class of the student's that it uses.
   *
   * @param className the full name of the student's class
   * @param loader where it is loaded from
   * @param allowed the full names of what may be used beside Java's own classes
   * @return of all that is used, what does most of the student's work; nothing if the class is not
   *     there
   */
  static Optional<Seen.Borrowed> of(String className, ClassLoader loader, List<String> allowed) {
    return new Borrowing(className, loader, allowed).first();
  }

  private Optional<Seen.Borrowed> first() {
    URL start = resource(className);
    if (start == null) {
      return Optional.empty();
    }
    String root = root(start, className);
    toRead.add(className);
    while (!toRead.isEmpty()) {
      read(toRead.remove(), root);
    }
    return found.stream().min(Comparator.comparing(Borrowing::rank));
  }

  /** A layer before what surrounds it, a call before a name. */
  private static int rank(Seen.Borrowed borrowed) {
    boolean layer = borrowed.type().startsWith("dojo.dropout.");
    boolean rate = borrowed.type().equals("dojo.dropout.DropRate");
    return (layer && !rate ? 0 : borrowed.type().startsWith("dojo.") ? 2 : 4)
        + (borrowed.member().isEmpty() ? 1 : 0);
  }

  private void read(String name, String root) {
    for (ClassReferences.Reference reference : references(name)) {
      String type = reference.type();
      if (known.size() > MOST_NAMES) {
        return;
      }
      if (!known.add(type + "#" + reference.member()) || isFree(type)) {
        continue;
      }
      URL resource = resource(type);
      if (resource == null) {
        continue; // a text that looks like a name
      }
      if (!type.startsWith("dojo.") && root(resource, type).equals(root)) {
        if (known.add(type)) {
          toRead.add(type);
        }
      } else {
        found.add(new Seen.Borrowed(type, reference.member(), file(name)));
      }
    }
  }

  private boolean isFree(String type) {
    return type.startsWith("java.")
        || isOrWithin(type, className + "Test") // what the test declares, as a type
        || type.equals(className)
        || allowed.stream().anyMatch(one -> isOrWithin(type, one))
        || ClassLoader.getPlatformClassLoader().getResource(path(type)) != null;
  }

  private static boolean isOrWithin(String type, String outer) {
    return type.equals(outer) || type.startsWith(outer + "$");
  }

  /** A class that cannot be read will be told of when it is loaded. */
  private List<ClassReferences.Reference> references(String name) {
    try (InputStream in = loader.getResourceAsStream(path(name))) {
      return in == null ? List.of() : ClassReferences.of(in).all();
    } catch (IOException e) {
      return List.of();
    }
  }

  private @Nullable URL resource(String name) {
    return loader.getResource(path(name));
  }

  /** Above as many folders as the name has parts: in an address, an umlaut is spelt otherwise. */
  private static String root(URL resource, String name) {
    return resource.toString().replaceFirst("(?:/[^/]*){" + name.split("\\.").length + "}$", "");
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }

  /** The source of a class, of one within it, and of what a student put beside it. */
  private static String file(String name) {
    return name.replaceAll(".*\\.|\\$.*", "") + ".java";
  }
}
