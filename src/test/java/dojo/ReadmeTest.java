package dojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.dropout.Dropout;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the front page is a program: its blocks are compiled and run, assertions on. */
class ReadmeTest {
  private static final String IMPORTS =
      """
      import dojo.dropout.*;
      import dojo.nn.*;
      import dojo.random.*;
      import dojo.tensor.*;
      import dojo.train.*;
      import java.util.*;
      """;

  @TempDir static Path classes;

  /** The first block sets the scene for each of the others. */
  private static List<String> blocks() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String tour = readme.substring(readme.indexOf("<!-- tour"), readme.indexOf("<!-- end of the"));
    return Pattern.compile("(?s)```java\\R(.*?)```")
        .matcher(tour)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> the_tour_runs_and_every_assertion_holds() throws Exception {
    List<String> blocks = blocks();
    StringBuilder source = new StringBuilder(IMPORTS).append("public class Tour {\n");
    for (int i = 1; i < blocks.size(); i++) {
      source.append("public static void block").append(i).append("() {\n");
      source.append(blocks.get(0)).append(blocks.get(i)).append("}\n");
    }
    compile(source.append("}\n").toString());
    Class<?> tour;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      loader.setDefaultAssertionStatus(true);
      tour = loader.loadClass("Tour");
    }
    return IntStream.range(1, blocks.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    blocks.get(i).lines().findFirst().orElseThrow(),
                    () -> tour.getMethod("block" + i).invoke(null)));
  }

  @Test
  void every_block_has_three_lines_and_an_assertion() throws IOException {
    List<String> blocks = blocks();
    for (String block : blocks.subList(1, blocks.size())) {
      assertEquals(3, block.lines().count(), block);
      assertTrue(block.contains("assert "), block);
    }
  }

  private static void compile(String source) throws Exception {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Tour.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    Path kit = Path.of(Dropout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter errors = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                errors,
                null,
                null,
                List.of("-proc:none", "-d", classes.toString(), "-cp", kit.toString()),
                null,
                List.of(file))
            .call();
    assertTrue(compiled, () -> "the tour in README.md does not compile:\n" + errors);
  }
}
