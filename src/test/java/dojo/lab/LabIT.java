package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.machine.Project;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What {@code ./dojo run} does, on the real kernel. */
class LabIT {

  private static final Path OUTPUT = Path.of("target", "lab-it");

  @Test
  void a_good_notebook_runs_on_our_jdk_and_shows_table_and_chart() throws IOException {
    byte[] before = Files.readAllBytes(Fixtures.notebook("01-good").file());
    Set<String> steps = new TreeSet<>();
    NotebookSettings settings =
        NotebookSettings.into(OUTPUT)
            .quick()
            .with("DOJO_EXERCISES", "exercises")
            .with("_JAVA_OPTIONS", "-Ddojo.test=1");
    NotebookRun outcome =
        runner(settings)
            .run(Fixtures.notebook("01-good"), (n, cell, of, said) -> steps.add(cell + "/" + of));
    assertEquals("", outcome.failure().map(LabIT::text).orElse(""));
    assertEquals(Set.of("0/6", "1/6", "2/6", "3/6", "4/6", "5/6", "6/6"), steps);
    assertArrayEquals(before, Files.readAllBytes(Fixtures.notebook("01-good").file()));

    String shown = Files.readString(outcome.executed());
    assertTrue(shown.contains("1 exercises " + Jdk.running().home()), "variables and JDK");
    assertTrue(shown.contains("<th>loss</th>"), "a table");
    assertTrue(shown.contains("\"image/png\""), "a chart");
    assertFalse(shown.contains("KernelLauncher"), "the kernel's own log");
    assertFalse(shown.contains("Picked up"), "the JVM's own notes");
    assertFalse(shown.contains("WARNING"), "the JVM's own warnings");
  }

  @Test
  void a_translation_runs_beside_its_original() throws IOException {
    NotebookRun outcome =
        runner(NotebookSettings.into(OUTPUT)).run(Fixtures.notebook("01-good.de"), quietly());
    assertTrue(outcome.passed());
    assertTrue(Files.readString(outcome.executed()).contains("<th>Verlust</th>"));
  }

  @Test
  void a_cell_that_fails_is_shown_with_its_error_and_the_rest_is_still_written()
      throws IOException {
    NotebookRun outcome =
        runner(NotebookSettings.into(OUTPUT)).run(Fixtures.notebook("02-fails"), quietly());
    String text = text(outcome.failure().orElseThrow());
    assertTrue(text.startsWith("02-fails, In [3] (code cell 3 of 4)\n"), text);
    assertTrue(text.contains("divide(one, 0)"), text);
    assertTrue(text.contains("java.lang.ArithmeticException: / by zero"), text);
    assertTrue(Files.readString(outcome.executed()).contains("before"), "what it printed before");
  }

  @Test
  void a_cell_that_does_not_compile_is_shown_with_what_the_compiler_says() {
    NotebookRun outcome =
        runner(NotebookSettings.into(OUTPUT))
            .run(Fixtures.notebook("03-does-not-compile"), quietly());
    String text = text(outcome.failure().orElseThrow());
    assertTrue(text.startsWith("03-does-not-compile, In [2] (code cell 2 of 2)\n"), text);
    assertTrue(text.contains("String cannot be converted to int"), text);
    assertFalse(text.contains("\u001B"), text);
  }

  @Test
  void what_an_earlier_run_wrote_is_replaced_whole() throws IOException {
    Path executed = earlier("03-does-not-compile.ipynb");
    runner(NotebookSettings.into(OUTPUT)).run(Fixtures.notebook("03-does-not-compile"), quietly());
    assertTrue(Files.readString(executed).contains("String cannot be converted to int"));
    assertEquals("earlier", Files.readString(Path.of(executed + ".link")), "written over");
  }

  /** Makes a file that has a second name, which keeps what is replaced and not what is changed. */
  private static Path earlier(String name) throws IOException {
    Path file = Files.createDirectories(OUTPUT).resolve(name);
    Path link = Path.of(file + ".link");
    Files.deleteIfExists(file);
    Files.deleteIfExists(link);
    return Files.createLink(link, Files.writeString(file, "earlier")).resolveSibling(name);
  }

  @Test
  void a_kernel_that_does_not_start_is_shown_with_what_java_says() {
    NotebookSettings settings = NotebookSettings.into(OUTPUT).with("_JAVA_OPTIONS", "-Xfoo");
    NotebookRun outcome = runner(settings).run(Fixtures.notebook("01-good"), quietly());
    String text = text(outcome.failure().orElseThrow());
    assertTrue(text.contains("Unrecognized option: -Xfoo"), text);
    assertFalse(text.contains("Picked up"), text);
  }

  @Test
  void cells_that_print_without_end_are_cut_and_hold_nothing_up() throws IOException {
    NotebookSettings settings = NotebookSettings.into(OUTPUT).withLimit(Duration.ofMinutes(2));
    NotebookRun outcome = runner(settings).run(Fixtures.notebook("05-floods"), quietly());
    List<JsonNode> cells = Notebook.read(OUTPUT.resolve("05-floods.ipynb")).codeCells();
    assertEquals(
        "x".repeat(100_000) + "\n… at least 4900001 more characters are left out\n",
        Notebook.text(cells.get(0).at("/outputs/0/text"), ""));
    assertEquals(
        "y".repeat(100_000) + "\n… at least 4900000 more characters are left out\n",
        Notebook.text(cells.get(1).at("/outputs/0/data/text~1plain"), ""));
    String lost = "… lines may be missing: a kernel loses what it prints faster than it can send\n";
    String overwritten = Notebook.text(cells.get(2).at("/outputs/0/text"), "");
    assertTrue(overwritten.matches("\\d+\n" + lost), overwritten);
    String lines = Notebook.text(cells.get(3).at("/outputs/0/text"), "");
    String kept = "(w{50}\n)+w*\n";
    assertTrue(
        lines.matches(kept + "… at least \\d{6,7} more characters are left out\n\n" + lost), lines);
    assertEquals(2, cells.get(4).path("outputs").size());
    assertEquals("printed\n", Notebook.text(cells.get(4).at("/outputs/0/text"), ""));
    assertEquals("warned\nagain\n", Notebook.text(cells.get(4).at("/outputs/1/text"), ""));
    assertTrue(text(outcome.failure().orElseThrow()).contains("characters are left out"));
    assertTrue(Files.size(outcome.executed()) < 1_000_000, "a browser shows it at once");
  }

  @Test
  void a_notebook_that_takes_too_long_is_ended_with_its_kernel() throws Exception {
    try (ServerSocket door = door()) {
      NotebookSettings settings =
          endless(door).withLimit(Duration.ofSeconds(30)); // time for the first cell
      CompletableFuture<Boolean> death =
          CompletableFuture.supplyAsync(() -> sawDeath(door), LabIT::onItsOwn);
      NotebookRun outcome = runner(settings).run(Fixtures.notebook("04-endless"), quietly());
      String text = text(outcome.failure().orElseThrow());
      assertTrue(text.startsWith("04-endless, In [2] (code cell 2 of 2)\n"), text);
      assertTrue(text.contains("the notebook took longer than 30 seconds"), text);
      assertTrue(death.join());
    }
  }

  @Test
  void how_far_a_long_cell_is_is_told_and_stands_on_no_page() {
    Set<String> said = new TreeSet<>();
    NotebookRun outcome =
        runner(NotebookSettings.into(OUTPUT))
            .run(Fixtures.notebook("06-ticks"), (n, cell, of, says) -> said.add(says));
    assertTrue(outcome.passed());
    assertTrue(said.contains("epoch 3 of 3"), said::toString);
    JsonNode cell = Notebook.read(OUTPUT.resolve("06-ticks.ipynb")).codeCells().get(0);
    assertEquals("first\nlast\n", Notebook.text(cell.at("/outputs/0/text"), ""));
  }

  @Test
  void of_two_side_by_side_each_ends_in_its_own_way() {
    Notebook fails = Fixtures.notebook("02-fails");
    Notebook good = Fixtures.notebook("01-good");
    NotebookRunner runner = runner(NotebookSettings.into(OUTPUT.resolve("both")));
    try (SideBySide running = SideBySide.start(runner, List.of(fails, good), quietly())) {
      assertFalse(running.await(fails).passed());
      assertTrue(running.await(good).passed());
      assertThrows(
          IllegalArgumentException.class, () -> running.await(Fixtures.notebook("05-floods")));
    }
  }

  @Test
  void no_kernel_outlives_a_dojo_that_is_terminated() throws Exception {
    assertKernelDiesWith(Process::destroy);
  }

  @Test
  void no_kernel_outlives_a_dojo_that_is_killed_at_once() throws Exception {
    assertKernelDiesWith(Process::destroyForcibly);
  }

  private interface End {
    void of(Process process);
  }

  private static void assertKernelDiesWith(End end) throws IOException {
    try (ServerSocket door = door()) {
      String java = Os.current().program(Jdk.running().bin(), "java").toString();
      ProcessBuilder builder =
          new ProcessBuilder(
              java, "-cp", System.getProperty("java.class.path"), RunForever.class.getName());
      builder.environment().put("DOJO_TEST_PORT", String.valueOf(door.getLocalPort()));
      Files.createDirectories(OUTPUT);
      File said = OUTPUT.resolve("forever.txt").toFile();
      Process dojo = builder.redirectErrorStream(true).redirectOutput(Redirect.to(said)).start();
      List<Socket> lines = new ArrayList<>();
      try {
        while (lines.size() < Math.min(2, Runtime.getRuntime().availableProcessors())) {
          lines.add(door.accept());
        }
        end.of(dojo);
        for (Socket line : lines) {
          assertTrue(isDead(line));
        }
      } finally {
        dojo.destroy();
        for (Socket line : lines) {
          line.close();
        }
      }
    }
  }

  /** A dojo that runs the endless notebook and a copy of it, side by side. */
  static final class RunForever {
    public static void main(String[] args) throws IOException {
      NotebookRunner runner = runner(NotebookSettings.into(OUTPUT.resolve("forever")));
      Notebook endless = Fixtures.notebook("04-endless");
      Path twin = OUTPUT.resolve("forever").resolve("06-twin").resolve("06-endless.ipynb");
      Files.createDirectories(twin.resolveSibling(""));
      Files.copy(endless.file(), twin, StandardCopyOption.REPLACE_EXISTING);
      List<Notebook> both = List.of(endless, Notebook.read(twin));
      try (SideBySide running = SideBySide.start(runner, both, quietly())) {
        running.await(endless);
      }
    }
  }

  private static ServerSocket door() throws IOException {
    ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    door.setSoTimeout(180_000); // no kernel takes so long to start: something else is wrong
    return door;
  }

  private static boolean sawDeath(ServerSocket door) {
    try (Socket line = door.accept()) {
      return isDead(line);
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits for the end of the line: the kernel never says anything and never hangs up. */
  private static boolean isDead(Socket line) throws IOException {
    try {
      return line.getInputStream().read() == -1;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static NotebookSettings endless(ServerSocket door) {
    return NotebookSettings.into(OUTPUT)
        .with("DOJO_TEST_PORT", String.valueOf(door.getLocalPort()));
  }

  private static NotebookRunner runner(NotebookSettings settings) {
    Project project = Project.around(Path.of(""));
    return new NotebookRunner(Jupyter.prepare(project, settings, System.out::println), settings);
  }

  /** Not in the common pool: where it has one thread, the kernel's end would wait behind us. */
  private static void onItsOwn(Runnable task) {
    Thread thread = new Thread(task, "beside a notebook");
    thread.setDaemon(true);
    thread.start();
  }

  private static String text(Failure failure) {
    return failure.text(Locale.ENGLISH);
  }

  private static CellListener quietly() {
    return (notebook, cell, cells, said) -> {};
  }
}
