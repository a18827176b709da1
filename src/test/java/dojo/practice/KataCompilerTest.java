package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.content.Workbench;
import dojo.kata.Kata;
import dojo.kata.Seen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of a kata is Java 17, whichever JDK compiles it. */
class KataCompilerTest {
  private static final Kata KATA = Workbench.katas().get(0);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun.misc.Unsafe a;",
        "jdk.internal.misc.Unsafe a;",
        "int a = java.util.List.of(1).getFirst();", // since Java 21
        "void a(Object o) { switch (o) { case String s -> {} } }" // likewise
      })
  void what_java_17_has_not_does_not_compile(String member) throws IOException {
    List<Seen.Problem> problems = compile("class A { " + member + " }");
    assertEquals(List.of(2L), problems.stream().map(Seen.Problem::line).distinct().toList());
  }

  @Test
  void the_classes_are_those_of_java_17() throws IOException {
    assertEquals(List.of(), compile("record A(java.util.List<java.sql.Date> dates) {}"));
    byte[] bytes = Files.readAllBytes(folder.resolve(KATA.name()).resolve("A.class"));
    assertEquals(61, ByteBuffer.wrap(bytes).getShort(6));
  }

  private List<Seen.Problem> compile(String text) throws IOException {
    String all = "package " + KATA.name() + ";\n" + text;
    try (KataCompiler compiler = new KataCompiler(ClassPath.entries())) {
      return compiler.compile(List.of(Source.inPlaceOfStudents(KATA, all)), folder);
    }
  }
}
