package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dojo.browser.Browser;
import dojo.browser.Screen;
import dojo.kata.Exercises;
import dojo.kata.Stubs;
import dojo.machine.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * {@code ./dojo lab} as a reader uses it: the command, and three notebooks in one JupyterLab in a
 * real browser. In a project of its own, since JupyterLab saves what it runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process is asked to end there")
class JupyterLabIT {
  private static final Path PICTURES = Path.of("target", "jupyterlab-it");
  private static final String CHECK = "the notebooks in JupyterLab";
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/lab\\S*");

  /** Enough for an end in order, on a machine that has much else to do. */
  private static final long PATIENCE = 120;

  private static final String START = "00-start-here.ipynb";
  private static final String LAYER = "02-the-dropout-layer.ipynb";
  private static final String LONG = "07-long.ipynb";

  private static final String CHART = "it.querySelector('img[alt]')?.naturalWidth > 100";
  private static final String COMPLAINT =
      "it.querySelector('[data-mime-type=\"application/vnd.jupyter.stderr\"]')";

  private final List<ProcessHandle> family = new ArrayList<>();
  private Path notebooks;
  private Process dojo;
  private BufferedReader said;
  private Browser browser;
  private int firstRun;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    browser = Browser.orLeftOut(CHECK);
    notebooks = Files.createDirectories(home.resolve("notebooks"));
    for (String name : List.of("requirements.txt", "constraints.txt", START, LAYER)) {
      Files.copy(Path.of("notebooks").resolve(name), notebooks.resolve(name));
    }
    Files.copy(Fixtures.notebook("07-long").file(), notebooks.resolve(LONG));
    new Stubs(new Exercises(Path.of("exercises"))).write(home.resolve("exercises"));
    Files.copy(
        Path.of("solutions/kata01/KeepRule.java"),
        home.resolve("exercises/kata01/KeepRule.java"),
        StandardCopyOption.REPLACE_EXISTING);
    VirtualEnvironment.of(Project.around(Path.of(""))).prepare(sentence -> {});
    Files.createSymbolicLink(home.resolve(".venv"), Path.of(".venv").toAbsolutePath());
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("target"));
    Files.copy(Path.of("target/dojo.jar"), home.resolve("target/dojo.jar"));
    Files.createSymbolicLink(home.resolve("target/lib"), Path.of("target", "lib").toAbsolutePath());
    Path script =
        Files.copy(Path.of("dojo"), home.resolve("dojo"), StandardCopyOption.COPY_ATTRIBUTES);

    ProcessBuilder command =
        new ProcessBuilder(script.toString(), "lab", "--no-browser", "--port", "0");
    command.environment().put("DOJO_QUICK", "1");
    dojo = command.redirectErrorStream(true).start();
    said = dojo.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        browser.show(ofTheTests(URI.create(address.group())), Screen.light(1400));
        return;
      }
    }
    fail(all.toString());
  }

  /** A workspace of its own, so that the reader's stays as it is. */
  private static URI ofTheTests(URI lab) {
    return lab.resolve("/lab/workspaces/browser-test?reset&" + lab.getQuery());
  }

  @AfterAll
  void end() {
    if (browser != null) {
      browser.close();
    }
    if (dojo != null) {
      Stream.concat(family.stream(), Stream.concat(Stream.of(dojo.toHandle()), dojo.descendants()))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @Order(1)
  void all_cells_of_the_first_notebook_run_and_its_chart_appears() throws IOException {
    OpenNotebook open = OpenNotebook.in(browser, notebooks.resolve(START));
    open.choose("Run", "runmenu:run-all");
    firstRun = open.number("luck-alone");
    open.until("mean-settles", CHART);
    browser.picture(PICTURES.resolve("00.png"));
  }

  @Test
  @Order(2)
  void the_verdicts_on_its_katas_appear_in_a_notebook() throws IOException {
    OpenNotebook open = OpenNotebook.in(browser, notebooks.resolve(LAYER));
    open.choose("Run", "runmenu:run-all");
    open.until("kata-01", "/01/.test(it.textContent) && /green/.test(it.innerHTML)");
    open.until("kata-03", "/03/.test(it.textContent)");
    browser.picture(PICTURES.resolve("02.png"));
  }

  /** The cell would take an hour or more. */
  @Test
  @Order(3)
  void a_long_cell_ends_when_it_is_interrupted_and_the_kernel_goes_on() throws IOException {
    OpenNotebook open = OpenNotebook.in(browser, notebooks.resolve(LONG));
    open.choose("Run", "runmenu:run-all");
    open.until("long", "/begun/.test(it.textContent)");
    open.choose("Kernel", "kernelmenu:interrupt");
    open.until("long", "/^Evaluation interrupted\\.$/m.test(" + COMPLAINT + "?.textContent)");
    open.until("long", "!/^\\s*at |Exception/m.test(" + COMPLAINT + ".textContent)");
    open.rest();
    open.select("after");
    open.choose("Run", "runmenu:run");
    open.until("after", "/the kernel goes on/.test(it.textContent)");
    browser.picture(PICTURES.resolve("interrupted.png"));
  }

  @Test
  @Order(4)
  void a_kernel_that_is_restarted_runs_all_cells_anew() throws IOException {
    OpenNotebook open = OpenNotebook.in(browser, notebooks.resolve(START));
    open.choose("Edit", "editmenu:clear-all");
    open.until("mean-settles", "!it.querySelector('img')");
    open.choose("Run", "runmenu:restart-and-run-all");
    browser.press(By.cssSelector(".jp-Dialog .jp-mod-accept"));
    open.until("mean-settles", CHART);
    assertEquals(firstRun, open.number("luck-alone"), "a new kernel counts from one");
    browser.picture(PICTURES.resolve("restarted.png"));
  }

  @Test
  @Order(5)
  void the_pages_ask_this_machine_only() {
    assertFalse(browser.requests().isEmpty());
    assertEquals(
        List.of(),
        browser.requests().stream()
            .filter(
                address ->
                    !URI.create(address.replaceAll("[|{}\"]", "")).getHost().equals("127.0.0.1"))
            .toList());
  }

  @Test
  @Order(6)
  void no_process_is_left_when_the_command_is_ended() throws Exception {
    family.addAll(dojo.descendants().toList());
    assertFalse(family.isEmpty());
    dojo.destroy();
    assertTrue(dojo.waitFor(PATIENCE, TimeUnit.SECONDS));
    for (ProcessHandle each : family) {
      each.onExit().get(PATIENCE, TimeUnit.SECONDS);
    }
  }
}
