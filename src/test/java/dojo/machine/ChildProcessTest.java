package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.Programs.Flood;
import dojo.machine.Programs.Grandparent;
import dojo.machine.Programs.Leaver;
import dojo.machine.Programs.Listener;
import dojo.machine.Programs.Parent;
import dojo.machine.Programs.Parrot;
import dojo.machine.Programs.Polite;
import dojo.machine.Programs.Sleeper;
import dojo.machine.Programs.Stubborn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildProcessTest {

  @Test
  void the_output_and_the_exit_code_of_a_command_are_known() {
    ChildProcess.Output output = ChildProcess.run(Programs.of(Parrot.class, "hello"));
    assertEquals(new ChildProcess.Output(7, "hello"), output);
  }

  @Test
  void a_program_that_is_not_there_is_reported() {
    assertThrows(
        UncheckedIOException.class, () -> ChildProcess.run(new ProcessBuilder("no-such-dojo")));
  }

  @Test
  void closing_ends_what_the_process_has_started_too() {
    List<ProcessHandle> grandchildren = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(Programs.of(Parent.class))) {
      child.lines(
          line -> {
            grandchildren.add(handle(line));
            child.end();
          });
      assertNotEquals(0, child.await());
    }
    assertEquals(1, grandchildren.size());
    assertGone(grandchildren);
  }

  @Test
  void a_grandchild_is_ended_even_if_its_parent_has_gone_before() {
    List<ProcessHandle> grandchildren = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(Programs.of(Parent.class))) {
      child.lines(
          line -> {
            grandchildren.add(handle(line));
            child.endInput();
          });
      assertEquals(0, child.await());
    }
    assertEquals(1, grandchildren.size());
    assertGone(grandchildren);
  }

  @Test
  void what_does_not_belong_to_a_process_outlives_it() {
    List<ProcessHandle> strangers = new ArrayList<>();
    try (ChildProcess child =
        ChildProcess.start(Programs.of(Parent.class), Duration.ZERO, handle -> false)) {
      child.lines(
          line -> {
            strangers.add(handle(line));
            child.end();
          });
    }
    assertTrue(strangers.get(0).isAlive());
    strangers.get(0).destroyForcibly();
    assertGone(strangers);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where no process can be asked to end
  void a_process_may_end_by_itself_if_there_is_patience() {
    assertEquals(List.of("hello", "goodbye"), endedAfter(Duration.ofMinutes(5), Polite.class));
  }

  @Test
  void a_process_that_ignores_the_request_to_end_is_killed() {
    assertEquals(List.of("hello"), endedAfter(Duration.ofMillis(100), Stubborn.class));
  }

  /** Ends a program when it says its first line, and returns all its lines. */
  private static List<String> endedAfter(Duration patience, Class<?> program) {
    List<String> lines = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(Programs.of(program), patience, handle -> true)) {
      child.lines(
          line -> {
            lines.add(line);
            child.end();
          });
    }
    return lines;
  }

  @Test
  void a_flood_of_output_is_read_to_its_end_and_its_beginning_is_kept() {
    try (ChildProcess child = ChildProcess.start(Programs.of(Flood.class))) {
      Printed printed = child.printed(150);
      assertEquals(0, child.await());
      assertEquals("x".repeat(150) + "\n…", printed.text());
    }
  }

  @Test
  void a_process_that_takes_too_long_is_killed() {
    try (ChildProcess child = ChildProcess.start(Programs.of(Sleeper.class))) {
      child.endAfter(Duration.ofMillis(50));
      assertNotEquals(0, child.await());
      assertTrue(child.tookTooLong());
    }
  }

  @Test
  void a_process_that_ends_in_time_did_not_take_too_long() {
    try (ChildProcess child = ChildProcess.start(Programs.of(Parrot.class, "hello"))) {
      child.endAfter(Duration.ofMinutes(5));
      assertEquals(7, child.await());
      assertFalse(child.tookTooLong());
    }
  }

  @Test
  void a_command_is_over_when_it_has_ended_even_if_another_holds_its_output() {
    String pid = ChildProcess.run(Programs.of(Leaver.class)).text();
    Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
    left.ifPresent(ProcessHandle::destroyForcibly);
    left.ifPresent(sleeper -> assertGone(List.of(sleeper)));
  }

  @Test
  void the_options_that_the_environment_has_for_java_are_not_heard() {
    ProcessBuilder listener = Programs.of(Listener.class, "hello");
    listener.environment().put("JAVA_TOOL_OPTIONS", "-Dloud=1");
    listener.environment().put("_JAVA_OPTIONS", "-Dlouder=1");
    listener.redirectError(ProcessBuilder.Redirect.DISCARD);
    assertEquals("hello", ChildProcess.run(listener).text());
  }

  @Test
  void an_interrupted_wait_is_given_up() {
    try (ChildProcess child = ChildProcess.start(Programs.of(Sleeper.class))) {
      Thread.currentThread().interrupt();
      assertThrows(CancellationException.class, child::await);
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // elsewhere, a process cannot be sent the signal of Ctrl-C and its kin
  void nothing_outlives_a_program_that_is_told_to_end() throws IOException, InterruptedException {
    Process dojo = Programs.of(Grandparent.class).start();
    try (BufferedReader lines = dojo.inputReader()) {
      ProcessHandle sleeper = handle(lines.readLine());
      dojo.destroy();
      assertEquals(143, dojo.waitFor());
      assertGone(List.of(sleeper));
    }
  }

  private static ProcessHandle handle(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static void assertGone(List<ProcessHandle> handles) {
    for (ProcessHandle handle : handles) {
      handle.onExit().join();
      assertFalse(handle.isAlive());
    }
  }
}
