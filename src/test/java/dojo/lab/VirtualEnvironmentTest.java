package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualEnvironmentTest {

  @TempDir Path folder;

  @Test
  void an_environment_without_stamp_is_not_ready() throws IOException {
    assertFalse(environment().isReady());
  }

  @Test
  void a_stamp_without_a_working_python_is_not_enough() throws IOException {
    VirtualEnvironment environment = environment();
    Files.createDirectories(environment.folder());
    Files.writeString(environment.folder().resolve("dojo-stamp"), "anything");
    assertFalse(environment.isReady());
  }

  @Test
  void another_version_of_anything_makes_another_stamp() throws IOException {
    VirtualEnvironment environment = environment();
    Python python = new Python(List.of("python3"), "3.11.7", true);
    Path constraints = Files.writeString(folder.resolve("constraints.txt"), "traitlets==1\n");
    String first = environment.fingerprint(python);
    assertEquals(first, environment.fingerprint(python));
    Files.writeString(constraints, "traitlets==2\n");
    String second = environment.fingerprint(python);
    Files.writeString(environment.requirements(), "nbclient==1\n");
    String third = environment.fingerprint(python);
    String fourth = environment.fingerprint(new Python(List.of("python3"), "3.11.8", true));
    assertEquals(4, Stream.of(first, second, third, fourth).distinct().count());
  }

  @Test
  void a_program_that_is_not_there_is_no_python() {
    assertTrue(Python.probe(List.of(folder.resolve("python3").toString())).isEmpty());
  }

  @Test
  void what_is_missing_is_said_in_one_line_with_its_remedy() {
    MissingException e =
        new MissingException(Sentence.verbatim("Maven is missing"), Os.MACOS.installMaven());
    assertEquals("Maven is missing: brew install maven", e.getMessage());
  }

  @Test
  void a_java_without_compiler_cannot_run_notebooks() {
    Jdk jre = new Jdk(Path.of("jre"), "17.0.1", false);
    MissingException e = assertThrows(MissingException.class, () -> jre.compiling(Os.FEDORA));
    assertEquals(
        "Java 17.0.1 in jre has no compiler: sudo dnf install java-21-openjdk-devel",
        e.getMessage());
  }

  private VirtualEnvironment environment() throws IOException {
    Path requirements = Files.writeString(folder.resolve("requirements.txt"), "nbclient==0\n");
    return new VirtualEnvironment(folder.resolve(".venv"), requirements, Os.current());
  }
}
