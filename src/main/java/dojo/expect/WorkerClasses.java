package dojo.expect;

import dojo.kata.Plan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * All that the process of a student's classes has of the kit: the {@link Worker}, what a kata lets
 * the student use, and what these need. No test is among it, no layer, no word about a kata.
 */
public final class WorkerClasses {
  private static final String HOME = "dojo.";

  private WorkerClasses() {}

  /**
   * Writes the classes as a jar.
   *
   * @param uses the full names of the kit's classes that students may use
   * @param out takes the jar; stays open
   * @throws IOException if it cannot be written
   */
  public static void write(List<String> uses, OutputStream out) throws IOException {
    JarOutputStream jar = new JarOutputStream(out);
    for (Map.Entry<String, byte[]> each : of(uses).entrySet()) {
      jar.putNextEntry(new JarEntry(path(each.getKey())));
      jar.write(each.getValue());
      jar.closeEntry();
    }
    jar.finish();
  }

  /** The classes by their names. */
  static Map<String, byte[]> of(List<String> uses) {
    Map<String, byte[]> found = new TreeMap<>();
    Deque<String> toRead = new ArrayDeque<>(uses);
    toRead.addAll(Plan.USUAL);
    toRead.add(Worker.class.getName());
    while (!toRead.isEmpty()) {
      String name = toRead.remove();
      if (name.startsWith(HOME) && !found.containsKey(name)) {
        byte[] bytes = bytes(name);
        found.put(name, bytes);
        toRead.addAll(references(bytes));
      }
    }
    found.values().removeIf(bytes -> bytes.length == 0);
    return found;
  }

  /** The class file; nothing where a text looks like a name. */
  private static byte[] bytes(String name) {
    ClassLoader loader = WorkerClasses.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(path(name))) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> references(byte[] classFile) {
    if (classFile.length == 0) {
      return List.of();
    }
    try {
      return ClassReferences.of(new ByteArrayInputStream(classFile)).all().stream()
          .map(ClassReferences.Reference::type)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }
}
