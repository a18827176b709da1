package dojo.grade;

import dojo.expect.Seam;
import dojo.expect.SubjectFactory;
import dojo.practice.KataRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Loads the tests of a group, and leads them to the student who sits the exam at the moment. The
 * student's classes can be read here, as files; none is ever loaded.
 */
final class TestLoader extends ClassLoader implements SubjectFactory {
  private final Map<String, byte[]> tests;
  private final AtomicReference<Sitting> sitting = new AtomicReference<>(Sitting.NOBODY);

  TestLoader(String testClass, Map<String, byte[]> tests) {
    super(KataRun.around(testClass));
    this.tests = tests;
  }

  /** Leads the tests to a student from now on. */
  void seat(Sitting next) {
    sitting.set(next);
  }

  private Sitting sitting() {
    return Objects.requireNonNull(sitting.get()); // it never holds null
  }

  @Override
  public Seam open(String className, ClassLoader loader, Seam back) {
    return sitting().open(className, back);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = tests.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    if (!name.endsWith(".class")) {
      return null;
    }
    String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
    byte[] bytes = tests.getOrDefault(type, sitting().classes().get(type));
    return bytes == null ? null : url(name, bytes);
  }

  private static URL url(String name, byte[] bytes) {
    try {
      return new URL(null, "memory:/" + name, new InMemory(bytes));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address that can be read. */
  private static final class InMemory extends URLStreamHandler {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() throws IOException {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
