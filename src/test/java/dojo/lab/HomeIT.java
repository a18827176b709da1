package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.machine.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jupyter needs no home, and leaves no trace in one, whatever the reader's variables say about its
 * folders.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the home is not a variable there")
class HomeIT {

  private static final Path OUTPUT = Path.of("target", "home-it");

  @TempDir Path home;

  /** On a fresh clone the first to come would tell of it, in the middle of what it is asked. */
  @BeforeAll
  static void install() {
    VirtualEnvironment.of(Project.around(Path.of(""))).prepare(sentence -> {});
  }

  @Test
  void a_run_leaves_no_trace_in_the_home() throws IOException {
    assertEquals(new ChildProcess.Output(0, "passed"), ChildProcess.run(command(Run.class, home)));
    assertEquals(List.of(), traces());
  }

  @Test
  void jupyterlab_leaves_no_trace_in_the_home() throws Exception {
    ProcessBuilder command = command(Lab.class, home);
    for (String name : List.of("DATA_DIR", "RUNTIME_DIR", "CONFIG_DIR", "CONFIG_PATH")) {
      command.environment().put("JUPYTER_" + name, home.resolve(name).toString());
    }
    for (String name : List.of("DIR", "SETTINGS_DIR", "WORKSPACES_DIR")) {
      command.environment().put("JUPYTERLAB_" + name, home.resolve(name).toString());
    }
    assertWorks(command);
    assertEquals(List.of(), traces());
  }

  @Test
  void jupyterlab_needs_no_home() throws Exception {
    Path none = Files.writeString(home.resolve("file"), "");
    assertWorks(command(Lab.class, none.resolve("home")));
  }

  private List<Path> traces() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> !file.equals(home)).toList();
    }
  }

  /** Opens JupyterLab and a notebook, starts a kernel, saves where the windows are. */
  private static void assertWorks(ProcessBuilder command) throws Exception {
    try (ChildProcess lab = ChildProcess.start(command, Duration.ofSeconds(20), handle -> true)) {
      List<String> answers = new ArrayList<>();
      lab.endAfter(Duration.ofMinutes(3));
      lab.lines(
          line -> {
            if (line.startsWith("http")) {
              URI address = URI.create(line);
              answers.add("lab " + status(address, "lab", "GET", ""));
              answers.add("notebook " + status(address, "api/contents/01-good.ipynb", "GET", ""));
              answers.add(
                  "kernel " + status(address, "api/kernels", "POST", "{\"name\":\"java\"}"));
              answers.add(
                  "windows "
                      + status(
                          address,
                          "lab/api/workspaces/default",
                          "PUT",
                          "{\"data\":{},\"metadata\":{\"id\":\"default\"}}"));
              lab.end();
            } else {
              answers.add(line);
            }
          });
      assertEquals(List.of("lab 200", "notebook 200", "kernel 201", "windows 204"), answers);
    }
  }

  private static int status(URI address, String path, String method, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/" + path))
              .header("Authorization", "token " + address.getQuery().replaceFirst("token=", ""))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder command(Class<?> program, Path home) {
    ProcessBuilder builder =
        Jdk.running()
            .java(
                Os.current(),
                List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().putAll(Map.of("HOME", home.toString()));
    return builder.redirectErrorStream(true);
  }

  /** What {@code ./dojo run} does. */
  static final class Run {
    public static void main(String[] args) {
      NotebookSettings settings = NotebookSettings.into(OUTPUT);
      NotebookRun run =
          new NotebookRunner(jupyter(settings), settings)
              .run(Fixtures.notebook("01-good"), (notebook, cell, cells, said) -> {});
      System.out.println(run.passed() ? "passed" : "failed");
    }
  }

  /** What {@code ./dojo lab} does. */
  static final class Lab {
    public static void main(String[] args) {
      Jupyter jupyter = jupyter(NotebookSettings.into(OUTPUT));
      try {
        new JupyterLab(jupyter, Fixtures.folder(), OUTPUT.resolve("lab.log"))
            .run(8888, false, System.out::println);
      } catch (CancellationException stopped) {
        Runtime.getRuntime().halt(0); // as ./dojo does, it says nothing
      }
    }
  }

  private static Jupyter jupyter(NotebookSettings settings) {
    return Jupyter.prepare(Project.around(Path.of("")), settings, System.out::println);
  }
}
