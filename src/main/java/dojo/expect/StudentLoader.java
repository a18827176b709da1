package dojo.expect;

import java.util.List;
import java.util.Map;

/** The classes of one kata of a student, from memory. */
final class StudentLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  StudentLoader(Map<String, byte[]> classes) {
    super(StudentLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** The full names of the classes that are within no other one. */
  List<String> names() {
    return classes.keySet().stream().filter(name -> !name.contains("$")).sorted().toList();
  }
}
