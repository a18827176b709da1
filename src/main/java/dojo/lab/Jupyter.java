package dojo.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.MissingException;
import dojo.machine.Os;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Jupyter, ready to run notebooks: installed, with a kernel that runs on our JDK, independent of
 * the reader's own configuration.
 *
 * @param environment where it is installed
 * @param data our own Jupyter data folder, searched before all others
 * @param jdk the JDK of the kernel
 * @param variables what the kernel's environment has besides that of this process
 */
public record Jupyter(
    VirtualEnvironment environment, Path data, Jdk jdk, Map<String, String> variables) {

  /** Variables that lead Jupyter astray or, as an empty JUPYTER_TOKEN, open its door. */
  private static final Pattern READERS =
      Pattern.compile("(?i)(JUPYTER_(?!PATH$)|JUPYTERLAB_|IPYTHON).*");

  /** What Jupyter writes, and where in the environment it is kept. */
  private static final Map<String, String> OWN_FOLDERS =
      Map.of(
          "JUPYTER_CONFIG_DIR", "config", // JupyterLab's settings and workspaces, too
          "JUPYTER_DATA_DIR", "data",
          "JUPYTER_RUNTIME_DIR", "runtime",
          "IPYTHONDIR", "ipython");

  private static final List<String> RESOURCES = List.of("client.py", "execute.py", "lab.py");

  /**
   * Installs what is missing and writes the kernelspec.
   *
   * @param project whose environment to use
   * @param settings which kernel, which variables, and where to write
   * @param say told of what takes long
   * @return Jupyter
   * @throws MissingException if something is missing that only the reader can install
   */
  public static Jupyter prepare(
      Project project, NotebookSettings settings, Consumer<Sentence> say) {
    VirtualEnvironment environment = VirtualEnvironment.of(project);
    Jdk jdk = Jdk.running().compiling(environment.os());
    environment.prepare(say);
    Path data = settings.output().toAbsolutePath().resolve("jupyter");
    Jupyter jupyter = new Jupyter(environment, data, jdk, settings.environment());
    RESOURCES.forEach(jupyter::unpack);
    jupyter.kernel(settings.kernel()).install(data, jdk, environment.os());
    return jupyter;
  }

  /** Finds the kernel asked for, the reader's own before the one we installed. */
  private Kernel kernel(Optional<String> wanted) {
    List<Path> ours = List.of(environment.folder().resolve("share").resolve("jupyter"));
    if (wanted.isEmpty()) {
      return Kernel.find("java", ours)
          .orElseThrow(
              () ->
                  new MissingException(
                      Sentence.of(Jupyter.class, "kernel-is-not-in", ours),
                      Sentence.verbatim("rm -r .venv")));
    }
    List<Path> data = Stream.concat(dataFolders().stream(), ours.stream()).toList();
    return Kernel.find(wanted.get(), data)
        .orElseThrow(
            () ->
                new MissingException(
                    Sentence.of(Jupyter.class, "no-such-kernel", wanted.get()),
                    Sentence.of(
                        Jupyter.class, "use-one-of-these", String.join(", ", Kernel.names(data)))));
  }

  /** Asks Jupyter where kernels may lie on this machine, outside our own environment. */
  private List<Path> dataFolders() {
    ProcessBuilder paths = python("-m", "jupyter", "--paths", "--json");
    OWN_FOLDERS.keySet().forEach(paths.environment()::remove); // the reader's are asked for
    Optional.ofNullable(System.getenv("JUPYTER_DATA_DIR"))
        .ifPresent(folder -> paths.environment().put("JUPYTER_DATA_DIR", folder));
    ChildProcess.Output answer =
        ChildProcess.run(paths.redirectError(ProcessBuilder.Redirect.DISCARD));
    List<Path> folders = new ArrayList<>();
    try {
      new ObjectMapper()
          .readTree(answer.text())
          .path("data")
          .forEach(folder -> folders.add(Path.of(folder.asText())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folders.removeIf(folder -> folder.startsWith(environment.folder()) || folder.equals(data));
    return folders;
  }

  /**
   * Returns a command for the environment's Python. It ignores the variables and the configuration
   * that would make one reader's Jupyter differ from another's, and writes nothing to the reader's
   * home, which may not be writable at all.
   *
   * @param words Python's arguments
   * @return the command, not yet started
   */
  public ProcessBuilder python(String... words) {
    List<String> command =
        new ArrayList<>(List.of(environment.python().toString(), "-I", "-X", "utf8"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> env = builder.environment();
    env.keySet().removeAll(List.of("PYTHONHOME", "PYTHONPATH"));
    env.keySet().removeIf(name -> READERS.matcher(name).matches());
    env.put("JAVA_HOME", jdk.home().toString());
    prepend(env, "PATH", jdk.bin().toString(), File.pathSeparator);
    prepend(env, "JUPYTER_PATH", data.toString(), File.pathSeparator);
    OWN_FOLDERS.forEach(
        (name, folder) -> env.put(name, environment.folder().resolve(folder).toString()));
    if (environment.os() != Os.WINDOWS) {
      // where files have no owner, as on a Windows disk under WSL, ours are as private as all
      // others
      env.put("JUPYTER_ALLOW_INSECURE_WRITES", "true");
    }
    // the one way to give options that IJava, JJava and JJava's launcher share
    prepend(env, "JAVA_TOOL_OPTIONS", String.join(" ", options()), " ");
    env.putAll(variables);
    return builder;
  }

  /**
   * A stale DISPLAY must not break a chart, and the vector kernel of the library needs its module.
   */
  private static List<String> options() {
    String vector = "jdk.incubator.vector";
    List<String> options = new ArrayList<>(List.of("-Djava.awt.headless=true"));
    if (ModuleFinder.ofSystem().find(vector).isPresent()) {
      options.add("--add-modules=" + vector);
    }
    return options;
  }

  /** Windows spells it Path, and a Java map does not know that this is the same. */
  private static void prepend(Map<String, String> env, String name, String value, String between) {
    String key = env.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    env.merge(key, value, (old, first) -> first + between + old);
  }

  /** Copies a file of the kit's jar to our data folder, where Python and nbconvert can read it. */
  private void unpack(String name) {
    try (InputStream in = Jupyter.class.getResourceAsStream("jupyter/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dojo/lab/jupyter/" + name);
      }
      Path target = data.resolve(name);
      Files.createDirectories(target.resolve("..").normalize());
      WholeFile.write(target, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
