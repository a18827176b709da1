package dojo.lab;

import dojo.machine.ChildProcess;
import dojo.machine.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JupyterLab in the reader's browser, on this machine only and behind a token.
 *
 * @param jupyter what runs it
 * @param notebooks the folder it shows
 * @param log the file for what it prints
 */
public record JupyterLab(Jupyter jupyter, Path notebooks, Path log) {

  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+/lab\\S*\\?token=\\w+");

  private static final Pattern OURS = Pattern.compile("(?i)(.*[/\\\\])?(python|java)[^/\\\\]*");

  /**
   * Requests that tell nothing of the cells, since no cell keeps them waiting. Jupyter's own list
   * has the greeting of a new page, too; but a kernel for Java answers no other before a first cell
   * is run, and its state would be shown as unknown until then.
   */
  private static final List<String> ASIDE =
      List.of("comm_info_request", "debug_request", "interrupt_request", "shutdown_request");

  /** Asks no question about news, and looks for no updates of what is pinned. */
  private static final String OVERRIDES =
      """
      {"@jupyterlab/apputils-extension:notification": {
         "fetchNews": "false", "checkForUpdates": false}}
      """;

  /** The server ends its kernels and removes its traces; a busy kernel takes it five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Runs JupyterLab until it ends or this program is stopped.
   *
   * @param port the port to listen on; the next free one is taken if it is in use
   * @param browser whether to open a browser
   * @param started told the address, token included, as soon as there is one
   * @return the server's exit code
   * @throws java.util.concurrent.CancellationException if this program is being stopped
   */
  public int run(int port, boolean browser, Consumer<String> started) {
    List<String> words =
        new ArrayList<>(
            List.of(
                jupyter.data().resolve("lab.py").toString(),
                notebooks.toString(),
                "--ServerApp.ip=127.0.0.1",
                "--ServerApp.port=" + port,
                "--allow-root", // the user of most containers
                "--LanguageServerManager.autodetect=False", // it would ask npm, which writes a log
                "--MultiKernelManager.default_kernel_name=java"));
    ASIDE.forEach(
        request -> words.add("--MappingKernelManager.untracked_message_types=" + request));
    if (!browser) {
      words.add("--no-browser");
    }
    ProcessBuilder builder = jupyter.python(words.toArray(String[]::new)).redirectErrorStream(true);
    overrideSettings();
    try (ChildProcess child = ChildProcess.start(builder, PATIENCE, JupyterLab::belongs);
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(log))) {
      AtomicBoolean told = new AtomicBoolean();
      child.lines(
          line -> {
            out.println(line.replaceAll("token=\\w+", "token=…"));
            out.flush();
            Matcher address = ADDRESS.matcher(line);
            if (address.find() && told.compareAndSet(false, true)) {
              started.accept(address.group());
            }
          });
      return child.await();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server and the kernels end with ./dojo; the browser that the server opens does not. */
  private static boolean belongs(ProcessHandle handle) {
    return handle.info().command().filter(OURS.asMatchPredicate()).isPresent();
  }

  private void overrideSettings() {
    Path lab = jupyter.environment().folder().resolve(Path.of("share", "jupyter", "lab"));
    try {
      Path settings = Files.createDirectories(lab.resolve("settings"));
      WholeFile.write(settings.resolve("overrides.json"), OVERRIDES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
