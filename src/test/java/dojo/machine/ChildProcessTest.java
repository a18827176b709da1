package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

  @Test
  void the_output_and_the_exit_code_of_a_command_are_known() {
    ChildProcess.Output output = ChildProcess.run(java("Parrot", "hello"));
    assertEquals(new ChildProcess.Output(7, "hello"), output);
  }

  @Test
  void a_program_that_is_not_there_is_reported() {
    assertThrows(
        UncheckedIOException.class, () -> ChildProcess.run(new ProcessBuilder("no-such-dojo")));
  }

  @Test
  void closing_ends_what_the_process_has_started_too() throws IOException {
    ProcessHandle grandchild;
    try (ChildProcess child = ChildProcess.start(java("Parent"))) {
      grandchild = ProcessHandle.of(Long.parseLong(firstLine(child))).orElseThrow();
    }
    grandchild.onExit().join();
    assertFalse(grandchild.isAlive());
  }

  @Test
  void a_grandchild_is_ended_even_if_its_parent_has_gone_before() throws IOException {
    Optional<ProcessHandle> grandchild;
    try (ChildProcess child = ChildProcess.start(java("Parent"))) {
      grandchild = ProcessHandle.of(Long.parseLong(firstLine(child)));
      child.remember();
      child.process().destroyForcibly();
      child.await();
    }
    grandchild.ifPresent(handle -> handle.onExit().join());
    assertFalse(grandchild.map(ProcessHandle::isAlive).orElse(false));
  }

  private static String firstLine(ChildProcess child) throws IOException {
    return child.process().inputReader().readLine();
  }

  private static ProcessBuilder java(String program, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Os.current().program(Jdk.running().bin(), "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ChildProcessTest.class.getName() + "$" + program);
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT);
  }

  /** Says what it is told, and ends with exit code 7. */
  static final class Parrot {
    public static void main(String[] args) {
      System.out.println(args[0]);
      System.exit(7);
    }
  }

  /** Starts a process that waits for ever, prints its number, and waits as well. */
  static final class Parent {
    public static void main(String[] args) throws Exception {
      Process process = java("Sleeper").start();
      System.out.println(process.pid());
      process.waitFor();
    }
  }

  /** Waits for ever. */
  static final class Sleeper {
    public static void main(String[] args) throws Exception {
      Thread.currentThread().join();
    }
  }
}
