package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Seen;
import dojo.kata.State;
import dojo.machine.Jdk;
import dojo.machine.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is at fault when nothing was compiled: the student, or the kit and its machine. */
class AnswerCompilerTest {
  private static final String RIGHT = "package kata03; class InvertedDropout {}";

  private static ProcessBuilder java(String... arguments) {
    List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    all.add(System.getProperty("java.class.path"));
    all.addAll(List.of(arguments));
    return Jdk.running().java(Os.current(), all);
  }

  private static Optional<Seen> trouble(ProcessBuilder command, String text) {
    try (AnswerCompiler compiler = new AnswerCompiler(() -> command)) {
      return trouble(compiler, text);
    }
  }

  private static Optional<Seen> trouble(AnswerCompiler compiler, String text) {
    List<SourceFile> files = List.of(Submissions.file(Submissions.kata(3), text));
    return compiler.compile(Submissions.kata(3), files).trouble();
  }

  private static String fault(Optional<Seen> trouble) {
    assertEquals(State.ERROR, trouble.orElseThrow().state());
    return assertInstanceOf(Seen.Fault.class, trouble.get()).what();
  }

  @Test
  void a_compiler_that_does_not_start_is_an_error_of_the_kit() {
    assertEquals("no compiler: exit 1", fault(trouble(java("-Xmx1k", "Main"), RIGHT)));
    assertEquals("no compiler: exit 1", fault(trouble(java("no.such.Main"), RIGHT)));
    String missing = fault(trouble(new ProcessBuilder("no/such/java"), RIGHT));
    assertTrue(missing.startsWith("no compiler: ") && missing.contains("no/such/java"), missing);
  }

  @Test
  void a_compiler_that_breaks_at_every_source_is_an_error_of_the_kit() {
    String odd = OddCompiler.class.getName();
    assertEquals("no compiler: Broke[exit=134]", fault(trouble(java(odd, "class"), RIGHT)));
  }

  @Test
  void a_disk_that_takes_nothing_is_an_error_of_the_kit(@TempDir Path folder) throws IOException {
    Path none = Files.writeString(folder.resolve("none"), "a file where a folder should be");
    String main = CompilerMain.class.getName();
    String why = fault(trouble(java("-Djava.io.tmpdir=" + none, main), RIGHT));
    assertEquals("no compiler: Broke[exit=1]", why);
  }

  @Test
  void a_class_that_cannot_be_written_for_its_name_is_the_students() {
    String inner = "class " + "N".repeat(150) + " {";
    String text = "package kata03; class InvertedDropout { " + inner + inner.replace('N', 'M');
    try (AnswerCompiler compiler = new AnswerCompiler()) {
      assertInstanceOf(Seen.NotCompiled.class, trouble(compiler, text + "}}}").orElseThrow());
    }
  }

  @Test
  void a_source_at_which_alone_it_breaks_is_the_students() {
    try (AnswerCompiler compiler =
        new AnswerCompiler(() -> java(OddCompiler.class.getName(), "bomb"))) {
      assertInstanceOf(Seen.NotCompiled.class, trouble(compiler, RIGHT + "// bomb").orElseThrow());
      assertEquals(Optional.empty(), trouble(compiler, RIGHT));
    }
  }

  @Test
  void classes_of_megabytes_are_the_students() {
    StringBuilder text = new StringBuilder("package kata03; class InvertedDropout {\n");
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 400; j++) {
        text.append("static class A").append(i).append('x').append(j).append(" {}\n");
      }
    }
    try (AnswerCompiler compiler = new AnswerCompiler()) {
      Seen seen = trouble(compiler, text + "}").orElseThrow();
      assertEquals(
          "TooManyClasses",
          assertInstanceOf(Seen.NotCompiled.class, seen).problems().get(0).message());
    }
  }
}
